import LocalizationModel

/// Short texts that are right in any language: identifiers, and names that the translation keeps in its own sentences too.
struct KeptNames {
    private let pair: PairContext
    /// Latin words with a capital or digit in translated segments of the page; gathered when the first name is asked for.
    private lazy var words = Self.words(of: pair)

    /// A name has no more words, and no more bytes.
    private static let (mostWords, mostBytes) = (4, 80)

    init(_ pair: PairContext) { self.pair = pair }

    mutating func contain(_ text: String) -> Bool {
        guard text.utf8.count <= Self.mostBytes else { return false }
        let words = Self.words(of: text)
        guard !words.isEmpty, words.count <= Self.mostWords else { return false }
        if words.count == 1, Self.isIdentifier(words[0]) { return true }
        return words.allSatisfy(Self.isNameLike) && words.allSatisfy { self.words.contains($0) }
    }

    private static func words(of pair: PairContext) -> Set<ArraySlice<UInt8>> {
        var words: Set<ArraySlice<UInt8>> = []
        for index in pair.pairs.indices where pair.pairs[index].state == .translated {
            let side = pair.targets(pair.pairs[index])
            for member in 0..<side.count { for word in Self.words(of: side[member].plain) where isNameLike(word) { words.insert(word) } }
        }
        return words
    }

    private static func words(of text: String) -> [ArraySlice<UInt8>] {
        Array(text.utf8).split { byte in
            switch byte {
            case 0x20, 0xC2, 0xA0, UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "."): true
            default: false
            }
        }
    }

    private static func isNameLike(_ word: ArraySlice<UInt8>) -> Bool { word.first.map { $0.isASCIIUppercase || $0.isASCIIDigit } ?? false }

    /// `Charge_Type`, `WarningAction`, `Get-Package`, `lib\\{framework}`.
    private static func isIdentifier(_ word: ArraySlice<UInt8>) -> Bool {
        if word.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "\\") }) { return true }
        return word.indices.dropFirst().contains { place in
            let before = word[place - 1]
            return word[place].isASCIIUppercase && (before.isASCIILetter && !before.isASCIIUppercase || before == UInt8(ascii: "-"))
        }
    }
}

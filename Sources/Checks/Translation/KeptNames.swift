import LocalizationModel

/// Short texts that are right in any language: identifiers, and names that the translation keeps in its own sentences too.
struct KeptNames {
    /// Latin words with a capital or digit in translated segments of the page.
    private let words: Set<Substring>

    /// A name has no more words.
    private static let mostWords = 4

    init(_ pair: PairContext) {
        var words: Set<Substring> = []
        for item in pair.pairs where item.state == .translated {
            for facts in pair.target(item).map(\.facts) { for word in Self.words(of: facts.plain) where Self.isNameLike(word) { words.insert(word) } }
        }
        self.words = words
    }

    func contain(_ text: String) -> Bool {
        let words = Self.words(of: text)
        guard !words.isEmpty, words.count <= Self.mostWords else { return false }
        if words.count == 1, text.utf8.count <= 60, Self.isIdentifier(words[0]) { return true }
        return words.allSatisfy { self.words.contains($0) }
    }

    private static func words(of text: String) -> [Substring] {
        text.split { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == "(" || $0 == ")" || $0 == ":" || $0 == "." }
    }

    private static func isNameLike(_ word: Substring) -> Bool { word.utf8.first.map { $0.isASCIIUppercase || $0.isASCIIDigit } ?? false }

    /// `Charge_Type`, `WarningAction`, `Get-Package`, `lib\\{framework}`.
    private static func isIdentifier(_ word: Substring) -> Bool {
        let bytes = Array(word.utf8)
        if bytes.contains(where: { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "\\") }) { return true }
        return bytes.indices.dropFirst().contains { place in
            bytes[place].isASCIIUppercase && (bytes[place - 1].isASCIILetter && !bytes[place - 1].isASCIIUppercase || bytes[place - 1] == UInt8(ascii: "-"))
        }
    }
}

import LocalizationModel

/// Letters of Latin and Cyrillic that look the same, inside words of the other script (Unicode Technical Standard 39, confusables).
struct LookAlikes {
    struct Word {
        let range: Range<Int>
        /// The same word in one script.
        let meant: String
    }

    private static let latin = Array("aceopxyABCEHKMOPTX".unicodeScalars.map(\.value))
    private static let cyrillic = Array("асеорхуАВСЕНКМОРТХ".unicodeScalars.map(\.value))
    private static let toCyrillic = Dictionary(uniqueKeysWithValues: zip(latin, cyrillic))
    private static let toLatin = Dictionary(uniqueKeysWithValues: zip(cyrillic, latin))

    /// Letters that name axes, indices and unknowns as well.
    private static let variables = Set("akxy".unicodeScalars.map(\.value))

    /// Words of one letter: only in a language that is written in Cyrillic.
    private let loneWords: Set<UInt32>

    init(_ profile: LocaleProfile) {
        guard profile.scripts.contains("Cyrl") else {
            loneWords = []
            return
        }
        loneWords = Set(
            Self.latin.filter { !Self.variables.contains($0) }.filter { latin in
                Self.toCyrillic[latin].map { profile.functionWords.contains(Self.text([$0])) } ?? false
            })
    }

    /// The words that hold a look-alike, in order.
    func words(in scalars: [UInt32]) -> [Word] {
        var words: [Word] = []
        var i = 0
        while i < scalars.count {
            guard Self.isLetter(scalars[i]) else {
                i += 1
                continue
            }
            let start = i
            while i < scalars.count, Self.isLetter(scalars[i]) { i += 1 }
            if let meant = meant(start..<i, scalars) { words.append(Word(range: start..<i, meant: Self.text(meant))) }
        }
        return words
    }

    private func meant(_ range: Range<Int>, _ scalars: [UInt32]) -> [UInt32]? {
        let word = scalars[range]
        let latin = word.count { Self.isLatin($0) }
        if word.count == 1 { return latin == 1 ? loneWord(range.lowerBound, scalars).map { [$0] } : nil }
        guard latin > 0, latin < word.count, latin * 2 != word.count else { return nil }
        let table = latin * 2 < word.count ? Self.toCyrillic : Self.toLatin
        var meant: [UInt32] = []
        for scalar in word {
            if Self.isLatin(scalar) == (latin * 2 > word.count) {
                meant.append(scalar)
            } else {
                guard let other = table[scalar] else { return nil }
                meant.append(other)
            }
        }
        return meant
    }

    /// A Latin letter that stands for a Cyrillic word, between Cyrillic words.
    private func loneWord(_ place: Int, _ scalars: [UInt32]) -> UInt32? {
        guard loneWords.contains(scalars[place]), place >= 2, place + 2 < scalars.count, scalars[place - 1] == 0x20, scalars[place + 1] == 0x20 else {
            return nil
        }
        let before = scalars[place - 2] == UInt32(UInt8(ascii: ",")) && place >= 3 ? scalars[place - 3] : scalars[place - 2]
        guard Self.isCyrillic(before), Self.isCyrillic(scalars[place + 2]) else { return nil }
        return Self.toCyrillic[scalars[place]]
    }

    private static func isLetter(_ scalar: UInt32) -> Bool { isLatin(scalar) || isCyrillic(scalar) }
    private static func isLatin(_ scalar: UInt32) -> Bool { scalar < 0x80 ? UInt8(scalar).isASCIILetter : scalar < 0x250 && WordScalars.isLetter(scalar) }
    private static func isCyrillic(_ scalar: UInt32) -> Bool { scalar >= 0x400 && scalar < 0x530 }

    private static func text(_ scalars: [UInt32]) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars { text.append(Unicode.Scalar(scalar) ?? " ") }
        return String(text)
    }
}

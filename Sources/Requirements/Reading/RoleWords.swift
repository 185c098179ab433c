import LocalizationModel

/// The words of one language by role, ready to be looked up in its texts.
///
/// Texts are compared as words: lower case, punctuation as a space; in scripts that do not divide words, without
/// any space at all.
struct RoleWords: Sendable {
    private let separatesWords: Bool
    /// Phrases by role, prepared as `prepared` prepares a text.
    private let phrases: [String: [[UInt8]]]
    private let roles: [String]
    /// The words as written, and the names of months.
    private let index: PhraseIndex
    private let notes: [[UInt8]]
    /// Levels by the end of their role's name: `silver` for `level_silver`.
    let levels: [String]
    private let cardinals: [String: Double]
    /// Words that may be numbers, prepared.
    private let weakNumbers: [[UInt8]: Double]

    // What these roles name ends the role's name, so that a locale file can add to them.
    static let levelPrefix = "level_"
    static let scopePrefix = "scope_"
    static let countedPrefix = "counted_"
    static let currencyPrefix = "currency_"
    /// A month of the locale's own list, from 1 to 12.
    static let monthPrefix = "month_"
    private static let noteRoles = ["note", "important", "tip", "warning", "caution"]

    init(_ profile: LocaleProfile) {
        separatesWords = profile.separatesWords
        var phrases: [String: [[UInt8]]] = [:]
        for (role, words) in profile.vocabulary {
            phrases[role] = words.map { Self.prepared($0, separatesWords: profile.separatesWords) }.filter {
                $0.count > 2 || !profile.separatesWords && !$0.isEmpty
            }
        }
        self.phrases = phrases
        roles = profile.vocabulary.keys.sorted()
        let months = profile.months.enumerated().map { (Self.monthPrefix + String($0 + 1), $1) }
        index = PhraseIndex(profile.vocabulary.merging(months) { first, _ in first }, separatesWords: profile.separatesWords)
        notes = Self.noteRoles.flatMap { profile.words($0) }.map { Array($0.utf8) }.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        levels = profile.vocabulary.keys.filter { $0.hasPrefix(Self.levelPrefix) }.map { String($0.dropFirst(Self.levelPrefix.count)) }.sorted()
        cardinals = profile.numbers.words
        let isWord = profile.separatesWords
        weakNumbers = Dictionary(
            profile.numbers.weakWords.map { (Self.prepared($0.key, separatesWords: isWord), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The roles whose names start so, ascending.
    func roles(withPrefix prefix: String) -> [String] { roles.filter { $0.hasPrefix(prefix) } }

    /// The words of all roles in a text in lower case, ascending by place.
    func mentions(in bytes: [UInt8]) -> [ClauseText.Mention] { index.mentions(in: bytes) }

    func prepared(_ text: String) -> [UInt8] { Self.prepared(text, separatesWords: separatesWords) }

    private static func prepared(_ text: String, separatesWords: Bool) -> [UInt8] {
        var bytes: [UInt8] = separatesWords ? [0x20] : []
        let lower = Array(text.lowercased().utf8)
        bytes.reserveCapacity(lower.count + 2)
        var index = 0
        while index < lower.count {
            let (value, length) = lower.scalar(at: index)
            if isWordScalar(value) {
                bytes.append(contentsOf: lower[index..<index + length])
            } else if separatesWords, bytes.last != 0x20 {
                bytes.append(0x20)
            }
            index += length
        }
        if separatesWords, bytes.last != 0x20 { bytes.append(0x20) }
        return bytes
    }

    /// Letters, digits and apostrophes.
    private static func isWordScalar(_ value: UInt32) -> Bool {
        if value < 0x80 { return UInt8(value).isASCIIAlphanumeric || value == 0x27 }
        return value == 0x2019 || LetterScalars.contains(value) || Unicode.Scalar(value)?.properties.numericType != nil
    }

    /// True where the whole text is one word of the role, as in `**ODER**`.
    func isOnly(_ role: String, _ prepared: [UInt8]) -> Bool { phrases[role]?.contains(prepared) ?? false }

    /// The place in the prepared text of a role's word that ends last, the longest of several; nil where there is none.
    func last(_ role: String, butNot other: String? = nil, in prepared: [UInt8]) -> Place? {
        let others = other.flatMap { phrases[$0] } ?? []
        return (phrases[role] ?? []).filter { !others.contains($0) }.compactMap { word in
            prepared.lastOffset(of: word).map { Place(end: $0 + word.count, length: word.count) }
        }.max()
    }

    /// Where a word ends: of two that end together the longer one says more, `every one of these` than `one of these`.
    struct Place: Comparable {
        let end: Int
        let length: Int
        static func < (a: Self, b: Self) -> Bool { (a.end, a.length) < (b.end, b.length) }
    }

    /// As `contains`, but a single character of a script that does not divide words must be the whole text: `金` is no part of `料金`.
    func names(_ role: String, in prepared: [UInt8]) -> Bool {
        (phrases[role] ?? []).contains { word in
            word == prepared || (separatesWords || word.count > Self.oneCharacter) && prepared.lastOffset(of: word) != nil
        }
    }

    /// Bytes of a CJK character (UTF-8).
    private static let oneCharacter = 3

    func contains(_ role: String, in prepared: [UInt8]) -> Bool {
        (phrases[role] ?? []).contains { prepared.lastOffset(of: $0) != nil }
    }

    /// True where the text starts as a note: `Hinweis: …`, `注：…`, `Примечание. …`.
    func startsNote(_ text: String) -> Bool {
        let bytes = Array(text.lowercased().utf8.prefix(Self.longestNoteStart))
        let start = bytes.firstIndex { $0.isASCIIAlphanumeric || $0 >= 0x80 } ?? bytes.count
        return notes.contains { word in
            let end = start + word.count
            guard end <= bytes.count, bytes[start..<end].elementsEqual(word) else { return false }
            return Self.endsNoteWord(bytes[end...])
        }
    }

    private static let longestNoteStart = 96

    private static func endsNoteWord(_ rest: ArraySlice<UInt8>) -> Bool {
        let rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
        guard !rest.isEmpty else { return true }
        // : . ! ： 。 ！ –  —
        return [":", ".", "!", "：", "。", "！", "–", "—"].contains { rest.starts(with: $0.utf8) }
    }

    /// The spelled-out cardinals of a text, as in `two`.
    func cardinals(in prepared: [UInt8]) -> [Double] {
        guard separatesWords else { return [] }
        return prepared.split(separator: 0x20).compactMap { cardinals[String(decoding: $0, as: UTF8.self)] }
    }

    /// The values of words that may be numbers, each once: `one`, `beide`, `両方`.
    func weakNumbers(in prepared: [UInt8]) -> [Double] {
        if separatesWords {
            let words = prepared.split(separator: 0x20).compactMap { weakNumbers[[0x20] + $0 + [0x20]] }
            return Set(words).sorted()
        }
        return Set(weakNumbers.filter { prepared.lastOffset(of: $0.key) != nil }.values).sorted()
    }

    /// True where the word is a cardinal and neither a month nor an ordinal.
    func isCardinal(_ word: String) -> Bool { cardinals[word.lowercased()] != nil }
}

extension Array<UInt8> {
    /// True where a byte belongs to a letter; quotation marks, dashes and no-break spaces beyond ASCII are none.
    func isLetter(at offset: Int) -> Bool {
        guard self[offset] >= 0x80 else { return self[offset].isASCIILetter }
        var start = offset
        while start > 0, self[start].isContinuation { start -= 1 }
        return LetterScalars.contains(scalar(at: start).value)
    }

    /// The offset of the last occurrence of a pattern; nil where there is none. O(n) for the short patterns of a vocabulary.
    func lastOffset(of pattern: [UInt8]) -> Int? {
        guard let first = pattern.first, pattern.count <= count else { return nil }
        var i = count - pattern.count
        while i >= 0 {
            if self[i] == first, self[i..<i + pattern.count].elementsEqual(pattern) { return i }
            i -= 1
        }
        return nil
    }
}

/// Unicode scalars that are letters; the scripts met most are told without a look into Unicode's tables.
private enum LetterScalars {
    static func contains(_ value: UInt32) -> Bool {
        switch value {
        // Cyrillic; kana; CJK unified ideographs.
        case 0x0400...0x0481, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF: true
        // CJK and full-width punctuation, general punctuation.
        case 0x2010...0x205E, 0x3000...0x3004, 0x3008...0x3020, 0xFF01...0xFF20: false
        default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
        }
    }
}

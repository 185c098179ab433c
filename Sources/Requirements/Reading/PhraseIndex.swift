import LocalizationModel

/// Finds all words of a vocabulary in one pass over a text: by the first two bytes of each word.
struct PhraseIndex: Sendable {
    private struct Entry: Sendable {
        let role: String
        let word: [UInt8]
    }

    private let entries: [UInt16: [Entry]]
    private let separatesWords: Bool

    /// - Parameter words: by role, in lower case.
    init(_ words: [String: [String]], separatesWords: Bool) {
        self.separatesWords = separatesWords
        var entries: [UInt16: [Entry]] = [:]
        for (role, texts) in words.sorted(by: { $0.key < $1.key }) {
            for word in texts.map({ Array($0.utf8) }) where !word.isEmpty { entries[Self.key(word, 0), default: []].append(Entry(role: role, word: word)) }
        }
        self.entries = entries
    }

    /// Where the words stand in a text in lower case, as whole words where the language divides them; ascending by place.
    func mentions(in bytes: [UInt8]) -> [ClauseText.Mention] {
        var found: [ClauseText.Mention] = []
        for start in bytes.indices where !bytes[start].isContinuation {
            if start > 0, joins(bytes, start - 1, start) { continue }
            // A word of one byte is found whatever follows it.
            collect(UInt16(bytes[start]), bytes, start, &found)
            if start + 1 < bytes.count { collect(Self.key(bytes, start), bytes, start, &found) }
        }
        return found
    }

    private func collect(_ key: UInt16, _ bytes: [UInt8], _ start: Int, _ found: inout [ClauseText.Mention]) {
        guard let candidates = entries[key] else { return }
        for entry in candidates where matches(entry.word, bytes, start) {
            found.append(.init(role: entry.role, range: start..<start + entry.word.count))
        }
    }

    /// The first byte, and the second above it; a word of one byte has none.
    private static func key(_ bytes: [UInt8], _ start: Int) -> UInt16 {
        UInt16(bytes[start]) | (start + 1 < bytes.count ? UInt16(bytes[start + 1]) << 8 : 0)
    }

    private func matches(_ word: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
        let end = start + word.count
        guard end <= bytes.count else { return false }
        for i in 0..<word.count where bytes[start + i] != word[i] { return false }
        return end == bytes.count || !joins(bytes, end - 1, end)
    }

    /// True where a word, or a number, would be cut in two between two bytes.
    private func joins(_ bytes: [UInt8], _ a: Int, _ b: Int) -> Bool {
        if bytes[a].isASCIIDigit || bytes[b].isASCIIDigit { return bytes[a].isASCIIDigit && bytes[b].isASCIIDigit }
        return separatesWords ? bytes.isLetter(at: a) && bytes.isLetter(at: b) : bytes[a].isASCIILetter && bytes[b].isASCIILetter
    }
}

import LocalizationModel

/// A text's words as a comparison of versions sees them.
///
/// A word is what stands between white space; a letter of a script that does not divide words is one by itself.
struct RevisionWords {
    let text: String
    private(set) var ranges: [Range<String.Index>] = []
    /// Letters and digits in lower case, with marks of quantity; equal keys are the same word. Words without any are left out.
    private(set) var keys: [String] = []

    init(_ text: String) {
        self.text = text
        var start: String.Index?
        func close(_ words: inout RevisionWords, at end: String.Index) {
            if let from = start { words.add(from..<end) }
            start = nil
        }
        var index = text.startIndex
        while index < text.endIndex {
            let (character, next) = (text[index], text.index(after: index))
            if character.isWhitespace {
                close(&self, at: index)
            } else if Self.standsAlone(character) {
                close(&self, at: index)
                add(index..<next)
            } else if start == nil {
                start = index
            }
            index = next
        }
        close(&self, at: text.endIndex)
    }

    private mutating func add(_ range: Range<String.Index>) {
        let key = Self.key(text[range])
        guard !key.isEmpty else { return }
        ranges.append(range)
        keys.append(key)
    }

    /// Letters and digits in lower case: what an edit of markup, white space, case or punctuation leaves alone. A point between
    /// digits, a sign of currency and a percent sign belong to what a number says.
    static func key(_ text: some StringProtocol) -> String {
        var key = ""
        var digitBefore = false
        var point = false
        for character in text {
            if character.isLetter || character.isNumber {
                if point, character.isNumber { key.append(".") }
                key += character.lowercased()
            } else if character.isCurrencySymbol || character == "%" || character == "‰" {
                key.append(character)
            }
            point = digitBefore && character == "."
            digitBefore = character.isNumber
        }
        return key
    }

    private static func standsAlone(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, scalar.value >= 0x2E80 else { return false }
        return scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
    }

    /// What became of the words of `old`, in order.
    static func edits(_ old: String, _ new: String) -> [WordEdit] {
        let (a, b) = (RevisionWords(old), RevisionWords(new))
        var edits: [WordEdit] = []
        var (i, j) = (0, 0)
        for pair in RevisionSequence.pairs(a.keys, b.keys) + [(a.keys.count, b.keys.count)] {
            if i < pair.old || j < pair.new { edits.append(WordEdit(removed: a.passage(i..<pair.old), added: b.passage(j..<pair.new))) }
            (i, j) = (pair.old + 1, pair.new + 1)
        }
        return edits
    }

    /// The words as written, without the punctuation round them.
    private func passage(_ words: Range<Int>) -> String {
        guard !words.isEmpty else { return "" }
        var passage = text[ranges[words.lowerBound].lowerBound..<ranges[words.upperBound - 1].upperBound]
        while let first = passage.first, Self.isEdge(first) { passage = passage.dropFirst() }
        while let last = passage.last, Self.isEdge(last) { passage = passage.dropLast() }
        return String(passage)
    }

    private static func isEdge(_ character: Character) -> Bool { character.isPunctuation && character != "%" && character != "‰" }
}

// Names that the glossary keeps in every locale say nothing of the language of a text.

extension TermIndex {
    /// True for a text that is made of kept names: numbers and marks may stand between them.
    public func isNames(_ text: String) -> Bool {
        guard let rest = rest(of: FoldedText(text).characters) else { return false }
        return !rest.contains(where: \.isLetter)
    }

    /// The text without its kept names; nil where it has none.
    public func withoutNames(_ text: String) -> String? {
        let ranges = names(in: FoldedText(text).characters)
        guard !ranges.isEmpty else { return nil }
        let characters = Array(text)
        var (rest, place) = ("", 0)
        for range in ranges where range.upperBound <= characters.count {
            rest += String(characters[place..<range.lowerBound]) + " "
            place = range.upperBound
        }
        return rest + String(characters[place...])
    }

    /// What a segment says without its kept names; nil where it has none.
    public func withoutNames(_ facts: SegmentFacts) -> SegmentFacts? {
        let characters = FoldedText(facts.plain).characters
        let ranges = names(in: characters)
        guard !ranges.isEmpty, let plain = withoutNames(facts.plain) else { return nil }
        var letters = facts.letters
        for range in ranges { for character in characters[range] where character.isLetter { letters.remove(character) } }
        let words = ranges.reduce(0) { $0 + TermTokens.ranges(in: Array(characters[$1])).count }
        return SegmentFacts(
            plain: plain, letters: letters, wordCount: max(0, facts.wordCount - words), numbers: facts.numbers, codes: facts.codes,
            inlineCode: facts.inlineCode, destinations: facts.destinations, names: facts.names, strong: facts.strong, emphasised: facts.emphasised)
    }

    private func names(in text: [FoldedCharacter]) -> [Range<Int>] {
        matches(in: text).filter { match in match.entries.contains { entries[$0].isKeptName } }.map(\.range)
    }

    /// The characters beside the names; nil where there is none.
    private func rest(of text: [FoldedCharacter]) -> [FoldedCharacter]? {
        let ranges = names(in: text)
        guard !ranges.isEmpty else { return nil }
        var (rest, place): ([FoldedCharacter], Int) = ([], 0)
        for range in ranges {
            rest += text[place..<range.lowerBound]
            place = range.upperBound
        }
        return rest + text[place...]
    }
}

extension LetterCounts {
    /// The counts without a letter.
    fileprivate mutating func remove(_ letter: FoldedCharacter) {
        switch letter.code {
        case ..<0x250, 0x1E00...0x1EFF, 0xFF21...0xFF5A: latin = max(0, latin - 1)
        case 0x400...0x52F: cyrillic = max(0, cyrillic - 1)
        case 0x3040...0x30FF, 0xFF66...0xFF9D: kana = max(0, kana - 1)
        case 0x3005...0x3006, 0x3400...0x9FFF: han = max(0, han - 1)
        default: other = max(0, other - 1)
        }
    }
}

extension TermIndex {
    /// True where some of a concept's terms may stand in a text in another shape than the glossary lists: in a compound, shortened to its
    /// head, or cut in two. What is asked is whether a part that says most of a term is there.
    public func hasTrace(of concept: Int, in text: FoldedText) -> Bool {
        (byConcept[concept] ?? []).contains { index in
            entries[index].term.status != .forbidden
                && entries[index].spellings.contains { spelling in Self.parts(of: spelling).contains { text.characters.firstRange(of: $0) != nil } }
        }
    }

    /// Letters of a word that tell it from others.
    private static let fewest = 4

    /// What says most of a term: the beginnings of its longer words; the first half of a longer run of ideographs and its last word, two
    /// letters mostly; all of a short one.
    private static func parts(of spelling: [ArraySlice<FoldedCharacter>]) -> [[FoldedCharacter]] {
        let words = spelling.filter { TermTokens.isWord($0) || $0.count > 1 }
        let long = words.filter { $0.count >= fewest }
        let starts = (long.isEmpty ? words : long).map { Array($0.prefix(max(fewest, $0.count * 6 / 10))) }
        let letters = spelling.filter { $0.count == 1 && $0.allSatisfy { $0.isEastAsian && $0.isLetter } }.flatMap { $0 }
        guard !letters.isEmpty else { return starts }
        guard letters.count >= fewest else { return starts + [letters] }
        return starts + [Array(letters.prefix(letters.count / 2)), Array(letters.suffix(2))]
    }

    /// True where a concept's terms are to be used in this locale: those of a name that is kept, and any that is not forbidden.
    public func hasPermitted(_ concept: Int) -> Bool { byConcept[concept]?.contains { entries[$0].term.status != .forbidden } ?? false }

    /// The terms of a concept that may stand in texts of this locale, the preferred ones first.
    public func permitted(_ concept: Int) -> [String] {
        let terms = (byConcept[concept] ?? []).map { entries[$0].term }
        return (terms.filter { $0.status == .preferred } + terms.filter { $0.status == .admitted }).map(\.text)
    }
}

extension FoldedText {
    /// True where another text stands in this one.
    public func contains(_ part: FoldedText) -> Bool { characters.firstRange(of: part.characters) != nil }
}

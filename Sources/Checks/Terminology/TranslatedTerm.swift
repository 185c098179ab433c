import LocalizationModel

/// A name that the glossary keeps, translated or changed.
public enum TranslatedTerm: PageRule {
    public static let metadata = RuleMetadata(
        id: "translated-term", severity: .warning, sign: .disagreeing, scope: .unit, issueType: "terminology",
        summary: "A name that the project's glossary keeps in every language was translated or changed.",
        explanation: """
            Readers look for the name that they see on the screen and in the shop. The name must stand as the glossary has it, in its \
            letters and their case; the locale's endings may follow. Where it is written otherwise (`PartnerCenter`), or left out where \
            the source is the name alone, this is a warning; a sentence that does without it is a note, since it may use a pronoun.
            """,
        examples: [
            .bad(
                glossary: "do-not-translate: [Partner Center]\n", ("en-US", "Sign in to Partner Center."), ("de-DE", "Melden Sie sich beim PartnerCenter an.")),
            .bad(glossary: "do-not-translate: [Fast Track]\n", ("en-US", "## Fast Track\n"), ("zh-TW", "## 快速通道\n")),
            .good(
                glossary: "do-not-translate: [Partner Center]\n", ("en-US", "Sign in to Partner Center."),
                ("ja-JP", "Partner Center にサインインします。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let sourceTerms = pair.reading.words.terms, let terms = pair.words.terms else { return [] }
        return pair.terms.flatMap { item in item.concepts(sourceTerms).compactMap { finding($0.concept, $0.use, item, terms, pair) } }
    }

    private static func finding(_ concept: Int, _ use: TermUse, _ item: TermPair, _ terms: TermIndex, _ pair: PairContext) -> Finding? {
        guard terms.concepts[concept].keepsName, item.uses(of: concept, terms).allSatisfy({ isForbidden($0, concept, terms) }) else { return nil }
        let text = item.target.plain
        // In code, or inside a longer name.
        guard !TextSearch.contains(text, use.text) else { return nil }
        let changed = SpelledOtherwise.first(use.text, in: text)
        let message = changed.map { "\(Quoted.text(use.text)) is written \(Quoted.text($0)) here" } ?? "\(Quoted.text(use.text)) is to be kept, and is not here"
        return pair.finding(
            Self.self, message, severity: changed != nil || item.isTermAlone ? .warning : .note, source: item.source, sourceMarks: [.term(use.text)],
            target: item.target, targetMarks: changed.map { [.term($0)] } ?? [], evidence: .init(expected: use.text, found: changed ?? item.target.text))
    }

    private static func isForbidden(_ use: TermUse, _ concept: Int, _ terms: TermIndex) -> Bool {
        use.entries.allSatisfy { terms.entries[$0].concept != concept || terms.entries[$0].term.status == .forbidden }
    }
}

/// Looks for a name in another case, glued together or cut apart.
private enum SpelledOtherwise {
    /// As written; nil where the letters do not stand there in this order, as words of their own.
    static func first(_ name: String, in text: String) -> String? {
        let sought = FoldedText(name).characters.filter(\.isLetterOrNumber)
        let (folded, characters) = (FoldedText(text).characters, Array(text))
        guard sought.count >= fewest, folded.count == characters.count else { return nil }
        for start in folded.indices where folded[start] == sought[0] && (start == 0 || !folded[start - 1].isLetterOrNumber || folded[start].isEastAsian) {
            guard let end = end(of: sought, at: start, in: folded) else { continue }
            return String(characters[start..<end])
        }
        return nil
    }

    /// Letters; shorter names are found in other words.
    private static let fewest = 4
    /// Spaces and hyphens between two letters.
    private static let mostBetween = 2

    private static func end(of sought: [FoldedCharacter], at start: Int, in text: [FoldedCharacter]) -> Int? {
        var place = start
        for character in sought {
            var between = 0
            while place < text.count, text[place] != character, between < mostBetween, isBetween(text[place]) { (place, between) = (place + 1, between + 1) }
            guard place < text.count, text[place] == character else { return nil }
            place += 1
        }
        return place
    }

    private static func isBetween(_ character: FoldedCharacter) -> Bool {
        !character.isLetterOrNumber && !character.isSame(as: ".") && !character.isSame(as: ",")
    }
}

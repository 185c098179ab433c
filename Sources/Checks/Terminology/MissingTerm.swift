import LocalizationModel

/// A term of the source whose translation is not the glossary's.
public enum MissingTerm: PageRule {
    public static let metadata = RuleMetadata(
        id: "missing-term", severity: .note, sign: .disagreeing, scope: .unit, issueType: "terminology",
        summary: "The source uses a term of the project's glossary, the translation none of its translations.",
        explanation: """
            Inflected forms, parts of compounds (`Partnerprogramm` for `partner`), a term shortened to one of its words, and the source's \
            own word all count as the term. A sentence may still do without it (a pronoun, another sense of the word), so this is a note; \
            it is a warning where the source is the term and nothing else, as in a heading, a table cell or a link's title.
            """,
        examples: [
            .bad(glossary: "terms:\n  fee: {de-DE: Gebühr}\n", ("en-US", "## Fees\n"), ("de-DE", "## Preise\n")),
            .bad(
                glossary: "terms:\n  partner: {ja-JP: [パートナー, 提携先]}\n", ("en-US", "Every partner signs the contract."),
                ("ja-JP", "すべての代理店が契約に署名します。")),
            .good(
                glossary: "terms:\n  programme: {ru-RU: программа}\n", ("en-US", "Leave the programme at any time."),
                ("ru-RU", "Выйти из программы можно в любое время.")),
            .good(
                glossary: "terms:\n  partner: {de-DE: Partner}\n", ("en-US", "The programme for partners is free."),
                ("de-DE", "Das Partnerprogramm ist kostenlos.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let sourceTerms = pair.reading.words.terms, let terms = pair.words.terms else { return [] }
        return pair.terms.flatMap { item in item.concepts(sourceTerms).compactMap { finding($0.concept, $0.use, item, terms, pair) } }
    }

    private static func finding(_ concept: Int, _ use: TermUse, _ item: TermPair, _ terms: TermIndex, _ pair: PairContext) -> Finding? {
        // A forbidden one in its place is reported as such.
        guard !terms.concepts[concept].keepsName, terms.hasPermitted(concept), item.uses(of: concept, terms).isEmpty else { return nil }
        let text = FoldedText(item.target.plain)
        guard !terms.hasTrace(of: concept, in: text), !text.contains(FoldedText(use.text)) else { return nil }
        let permitted = terms.permitted(concept)
        return pair.finding(
            Self.self, "\(Quoted.text(use.text)) is \(Quoted.list(permitted)) in the glossary, which is not here",
            severity: item.isTermAlone ? .warning : .note,
            source: item.source, sourceMarks: [.term(use.text)], target: item.target,
            evidence: .init(expected: permitted.joined(separator: ", "), found: item.target.text))
    }
}

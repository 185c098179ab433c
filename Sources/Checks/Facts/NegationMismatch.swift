import LocalizationModel

/// A negation of the source that the translation does not have.
public enum NegationMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "negation-mismatch", severity: .note, sign: .disagreeing, scope: .unit, issueType: "mistranslation",
        summary: "The source denies something, and the translation has no word that does.",
        explanation: """
            A lost `not` turns a rule into its opposite. The words come from `negation` in the locale files. Languages also deny by other \
            means (`only`, `fail to`), so this is only worth a look.
            """,
        examples: [
            .bad(("en-US", "The form must not be sent twice."), ("de-DE", "Das Formular muss zweimal abgeschickt werden.")),
            .bad(("en-US", "You can't change the plan."), ("zh-CN", "你可以更改计划。")),
            .good(("en-US", "The form must not be sent twice."), ("ru-RU", "Форму нельзя отправлять дважды.")),
            .good(("en-US", "You can't change the plan."), ("ja-JP", "プランは変更できません。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let own = pair.words.negations
        guard !own.isEmpty else { return [] }
        return pair.pairs.indices.compactMap { index in
            let item = pair.pairs[index]
            guard item.state == .translated, let word = denial(item, pair) else { return nil }
            let (sources, targets) = (pair.sources(item), pair.targets(item))
            guard !targets.contains(where: { own.areIn(FoldedText($0.plain).characters) }), !LanguageEvidence.agree(sources[0], targets[0]) else { return nil }
            return pair.finding(
                Self.self, "No negation here, the source has \(Quoted.text(word))", source: sources.segments, target: targets.segments,
                evidence: .init(expected: word))
        }
    }

    /// The first word of the source that denies.
    private static func denial(_ item: SegmentPair, _ pair: PairContext) -> String? {
        item.source.count == 1 ? pair.reading.negation(item.source.first) : pair.sources(item).members.lazy.compactMap { pair.reading.negation($0) }.first
    }
}

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
        return pair.translatedPairs.compactMap { item in
            guard item.state == .translated, let word = item.sources.members.lazy.compactMap({ pair.reading.negation($0) }).first,
                !item.targets.contains(where: { own.areIn(FoldedText($0.plain).characters) }), !LanguageEvidence.agree(item.sources[0], item.targets[0])
            else { return nil }
            return pair.finding(
                Self.self, "No negation here, the source has \(Quoted.text(word))", source: item.source, target: item.target, evidence: .init(expected: word))
        }
    }
}

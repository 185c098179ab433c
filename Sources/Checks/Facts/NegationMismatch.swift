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
        let (words, own) = (Negations(pair.sourceProfile), Negations(pair.profile))
        guard !own.isEmpty else { return [] }
        return pair.translatedPairs.compactMap { item in
            guard item.unit.state == .translated, let word = item.source.lazy.compactMap({ words.first(in: $0.facts.plain) }).first,
                !item.target.contains(where: { own.first(in: $0.facts.plain) != nil }), !LanguageEvidence.agree(item.source[0].facts, item.target[0].facts)
            else { return nil }
            return pair.finding(
                Self.self, "No negation here, the source has \(Quoted.text(word))", source: item.source, target: item.target, evidence: .init(expected: word))
        }
    }
}

/// A locale's words that deny.
private struct Negations {
    private let whole: Set<String>
    /// Parts of words, and words of languages that do not divide them.
    private let parts: [String]

    init(_ profile: LocaleProfile) {
        let words = profile.words("negation")
        let isPart: (String) -> Bool = { !profile.separatesWords || $0.contains("'") || $0.contains("’") || $0.contains(" ") }
        whole = Set(words.filter { !isPart($0) })
        parts = words.filter(isPart)
    }

    var isEmpty: Bool { whole.isEmpty && parts.isEmpty }

    func first(in text: String) -> String? {
        let lower = text.lowercased()
        if let part = parts.first(where: { lower.contains($0) }) { return part }
        return whole.isEmpty ? nil : lower.split { !$0.isLetter }.lazy.map(String.init).first { whole.contains($0) }
    }
}

import LocalizationModel

/// A comment that wants to suppress findings and does not say why, or of which rule.
public enum InvalidSuppression: Rule {
    public static let metadata = RuleMetadata(
        id: "invalid-suppression", severity: .warning, sign: .structure, scope: .page, issueType: "other",
        summary: "A comment suppresses findings without a reason, or names no rule.",
        explanation: """
            Write `<!-- hexapla-ignore RULE: reason -->` before a block, or `<!-- hexapla-ignore-page RULE: reason -->` for the page; several rules \
            are divided by commas. In the source the comment speaks for all translations. Without a reason it suppresses nothing: whoever reads \
            the page next could not tell whether it still holds.
            """,
        examples: [
            .bad(("en-US", "It takes 3 days."), ("de-DE", "<!-- hexapla-ignore number-mismatch -->\nEs dauert 5 Tage.")),
            .bad(("en-US", "It takes 3 days."), ("ja-JP", "<!-- hexapla-ignore numbers: 会計年度が異なる -->\n5 日かかります。")),
            .good(("en-US", "It takes 3 days."), ("ru-RU", "<!-- hexapla-ignore number-mismatch: у нас срок дольше -->\nЭто занимает 5 дней.")),
        ])

    static func check(_ comment: Suppression, on page: Page) -> [Finding] {
        func finding(_ message: String) -> Finding { page.finding(Self.self, message, at: comment.comment.span) }
        guard !comment.rules.isEmpty else { return [finding("The comment names no rule")] }
        let unknown = comment.rules.filter { RuleRegistry.rule($0) == nil }
        guard unknown.isEmpty else {
            return unknown.map { name in
                let near = Suggestion.nearest(to: name, among: RuleRegistry.all.map { $0.metadata.id })
                return finding("No rule is named \(Quoted.text(name))" + (near.map { "; did you mean '\($0)'?" } ?? ""))
            }
        }
        return comment.reason.isEmpty ? [finding("No reason for suppressing \(Quoted.list(comment.rules))")] : []
    }
}

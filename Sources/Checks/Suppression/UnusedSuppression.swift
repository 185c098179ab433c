import LocalizationModel

/// A comment that suppresses nothing any more.
public enum UnusedSuppression: Rule {
    public static let metadata = RuleMetadata(
        id: "unused-suppression", severity: .warning, sign: .structure, scope: .page, issueType: "other",
        summary: "A comment suppresses findings that there are none of.",
        explanation: "The fault was mended, or the comment moved away from its block. Remove it: left alone, it would hide the next fault.",
        examples: [
            .bad(("en-US", "It takes 3 days."), ("zh-CN", "<!-- hexapla-ignore number-mismatch: 财年不同 -->\n需要 3 天。")),
            .good(("en-US", "It takes 3 days."), ("de-DE", "<!-- hexapla-ignore number-mismatch: Geschäftsjahr weicht ab -->\nEs dauert 5 Tage.")),
        ])

    static func finding(_ comment: Suppression, on page: Page) -> Finding {
        page.finding(Self.self, "Nothing to suppress: no \(Quoted.list(comment.rules)) here", at: comment.comment.span)
    }
}

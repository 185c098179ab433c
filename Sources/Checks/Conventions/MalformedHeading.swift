import LocalizationModel

/// A heading without the space after its number signs.
public enum MalformedHeading: PageRule {
    public static let metadata = RuleMetadata(
        id: "malformed-heading", severity: .note, sign: .structure, scope: .page, issueType: "markup",
        summary: "A heading has no space after its number signs.",
        explanation: "CommonMark reads `###Title` as text (0.31.2, section 4.2). It is rendered as the heading it was meant to be. Add the space.",
        examples: [
            .bad(("en-US", "### Silver\n"), ("de-DE", "###Silber\n")),
            .good(("en-US", "### Silver\n"), ("ja-JP", "### シルバー\n")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.page.document.notes.filter { $0.kind == .headingWithoutSpace }.map {
            pair.finding(Self.self, "No space after the number signs: \(Quoted.text(pair.page.document.text.string($0.span)))", at: $0.span)
        }
    }
}

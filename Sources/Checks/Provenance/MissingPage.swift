import LocalizationModel

/// A page of the source that a locale does not have.
public enum MissingPage: GroupRule {
    public static let metadata = RuleMetadata(
        id: "missing-page", severity: .warning, sign: .lacking, scope: .group, issueType: "omission",
        summary: "The source has this page, a locale does not.",
        explanation: "Readers of the locale get the source's page as a fall-back, marked as such. Translate the page or exclude it from the locale.",
        examples: [
            .good(("en-US", "Text of the page."), ("de-DE", "Text der Seite.")),
            .good(("en-US", "Text of the page."), ("ja-JP", "ページのテキスト。")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        guard let source = context.group.source, !source.isRecovered else { return [] }
        return context.group.missingLocales.map { context.finding(Self.self, "Not translated: the page exists in \(context.sourceLocale)", missingIn: $0) }
    }
}

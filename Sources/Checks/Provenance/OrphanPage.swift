import LocalizationModel

/// A page that has no source although other pages of its locale do.
public enum OrphanPage: GroupRule {
    public static let metadata = RuleMetadata(
        id: "orphan-page", severity: .warning, sign: .added, scope: .group, issueType: "addition",
        summary: "The page has no source page although the site has a source locale.",
        explanation: """
            The source was removed or renamed and the translation lives on, or it was written for one locale only. Silent on a site \
            without any page in the source's locale. Remove the page, or restore its source (what the translations \
            still hold of it can be recovered).
            """,
        examples: [
            .good(("en-US", "Text of the page."), ("de-DE", "Text der Seite.")),
            .good(("en-US", "Text of the page."), ("zh-TW", "頁面的文字。")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        guard context.group.source?.isRecovered ?? true, context.siteHasSource else { return [] }
        return context.group.translations.map { $0.page.finding(Self.self, "No page in \(context.sourceLocale) for this translation") }
    }
}

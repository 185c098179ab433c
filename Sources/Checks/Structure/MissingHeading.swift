import LocalizationModel

/// A page without any heading where the other languages have some.
public enum MissingHeading: GroupRule {
    public static let metadata = RuleMetadata(
        id: "missing-heading", severity: .warning, sign: .structure, scope: .group, issueType: "markup",
        summary: "The page shows no heading and no anchor, the other languages do.",
        explanation: """
            Without headings there is no table of contents, and links into the page lead nowhere. A note where the page was withdrawn \
            by commenting it out: then its headings went with it.
            """,
        examples: [
            .bad(("en-US", "# Levels\n\n## Fees\n\nText of the page."), ("zh-CN", "页面的文本。")),
            .good(("en-US", "# Levels\n\nText of the page."), ("zh-CN", "# 级别\n\n页面的文本。")),
            .good(("en-US", "Text of the page."), ("de-DE", "Text der Seite.")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        let group = context.group
        let counts = group.translations.indices.map { headings(group.translations[$0].page) } + (group.source.map { [headings($0.page)] } ?? [])
        guard let most = counts.max(), most > 1 else { return [] }
        guard counts.contains(0) else { return [] }
        return group.translations.map(\.page).filter { headings($0) == 0 && $0.document.anchors.isEmpty }.map { page in
            page.finding(
                Self.self, "No heading and no anchor, \(most) headings in other languages", severity: page.document.isWithdrawn ? .note : nil,
                at: SourceSpan(page.document.body.lower, page.document.body.lower), evidence: .init(expected: "\(most) headings", found: "none"))
        }
    }

    private static func headings(_ page: Page) -> Int { page.segments.indices.count { page.segments[$0].kind == .heading } }
}

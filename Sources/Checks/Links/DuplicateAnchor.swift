import LocalizationModel

/// An anchor that a page sets twice.
public enum DuplicateAnchor: GroupRule {
    public static let metadata = RuleMetadata(
        id: "duplicate-anchor", severity: .warning, sign: .structure, scope: .page, issueType: "markup",
        summary: "A page sets the same anchor twice.",
        explanation: """
            Links lead to the first of the two, and an id may stand only once in a page (HTML, section 3.2.6). Often a heading was copied \
            with its anchor. What the source has twice as well is reported once, on the source's page.
            """,
        examples: [
            .bad(
                ("en-US", "## <a name=\"fees\"></a>Fees\n\nText.\n\n## <a name=\"forms\"></a>Forms\n\nText."),
                ("de-DE", "## <a name=\"fees\"></a>Gebühren\n\nText.\n\n## <a name=\"fees\"></a>Formulare\n\nText.")),
            .good(
                ("en-US", "## <a name=\"fees\"></a>Fees\n\nText.\n\n## <a name=\"forms\"></a>Forms\n\nText."),
                ("ja-JP", "## <a name=\"fees\"></a>料金\n\nテキスト。\n\n## <a name=\"forms\"></a>フォーム\n\nテキスト。")),
        ])

    public static func check(_ group: GroupContext) -> [Finding] {
        let own = group.sourceFile.map(doubles) ?? []
        var findings: [Finding] = []
        if let source = group.sourceFile { findings += own.map { finding($0, source) } }
        let known = Set(own.map(\.again.name))
        for page in group.shownTranslations { findings += doubles(page).filter { !known.contains($0.again.name) }.map { finding($0, page) } }
        return findings
    }

    /// Two on one heading are the same place.
    private static func doubles(_ page: Page) -> [(first: Anchor, again: Anchor)] {
        guard page.document.anchors.count > 1 else { return [] }
        var seen: [String: Anchor] = [:]
        return page.document.anchors.compactMap { anchor in
            guard let first = seen[anchor.name] else {
                seen[anchor.name] = anchor
                return nil
            }
            return first.block == anchor.block ? nil : (first, anchor)
        }
    }

    private static func finding(_ double: (first: Anchor, again: Anchor), _ page: Page) -> Finding {
        page.finding(
            Self.self, "Anchor \(Quoted.text(double.again.name)) stands already on line \(page.document.text.line(at: double.first.span.lower))",
            at: double.again.span, evidence: .init(found: double.again.name))
    }
}

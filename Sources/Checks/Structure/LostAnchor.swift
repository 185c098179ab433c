import LocalizationModel

/// An explicit anchor of the source that links can no longer reach in the translation.
public enum LostAnchor: PageRule {
    public static let metadata = RuleMetadata(
        id: "lost-anchor", severity: .warning, sign: .structure, scope: .page, issueType: "markup",
        summary: "An anchor of the source is missing in the translation.",
        explanation: """
            The source sets the anchor itself (`<a name="…">`), so links from anywhere may use it; in the translation they lead \
            to the top of the page. Anchors that only follow from a heading's words are provided by the published site.
            """,
        examples: [
            .bad(("en-US", "## <a name=\"fees\"></a>Fees\n\nText."), ("de-DE", "## Gebühren\n\nText.")),
            .good(("en-US", "## <a name=\"fees\"></a>Fees\n\nText."), ("ru-RU", "## <a name=\"fees\"></a>Взносы\n\nТекст.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let source = pair.source, source.isComplete, let bitext = pair.bitext, !pair.page.document.isWithdrawn else { return [] }
        let present = Set(pair.page.document.anchors.map { $0.name.lowercased() })
        return source.page.document.anchors.compactMap { anchor in
            guard !present.contains(anchor.name.lowercased()), let block = anchor.block,
                let unit = bitext.units.first(where: { unit in unit.source.contains { bitext.source[$0].block == block } }), !unit.target.isEmpty
            else { return nil }
            return pair.finding(
                Self.self, "Anchor '\(anchor.name)' is missing", source: unit.source.map { bitext.source[$0] },
                target: unit.target.map { bitext.target[$0] }, evidence: .init(expected: "<a name=\"\(anchor.name)\"></a>"))
        }
    }
}

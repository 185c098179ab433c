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
        guard !source.page.document.anchors.isEmpty else { return [] }
        var present = Set(pair.page.document.anchors.map { $0.name.lowercased() })
        let lost = source.page.document.anchors.filter { present.insert($0.name.lowercased()).inserted }
        guard !lost.isEmpty else { return [] }
        let unitOfBlock = Dictionary(
            bitext.units.flatMap { unit in unit.source.map { (bitext.source[$0].block, unit) } }, uniquingKeysWith: { first, _ in first })
        return lost.compactMap { anchor in
            guard let unit = anchor.block.flatMap({ unitOfBlock[$0] }), !unit.target.isEmpty else { return nil }
            return pair.finding(
                Self.self, "Anchor '\(anchor.name)' is missing", source: unit.source.map { bitext.source[$0] }, sourceMarks: [.span(anchor.span)],
                target: unit.target.map { bitext.target[$0] }, evidence: .init(expected: "<a name=\"\(anchor.name)\"></a>"))
        }
    }
}

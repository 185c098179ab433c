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
        guard let bitext = pair.bitext else { return [] }
        return lost(pair).filter { $0.other == nil }.map { anchor, unit, _ in
            pair.finding(
                Self.self, "Anchor '\(anchor.name)' is missing", source: unit.source.map { bitext.source[$0] }, sourceMarks: [.span(anchor.span)],
                target: unit.target.map { bitext.target[$0] }, evidence: .init(expected: "<a name=\"\(anchor.name)\"></a>"))
        }
    }

    /// The source's anchors that a translated passage lacks, with the anchor that it has in their place, if any.
    static func lost(_ pair: PairContext) -> [(anchor: Anchor, unit: TranslationUnit, other: Anchor?)] {
        guard let source = pair.source, source.isComplete, let bitext = pair.bitext, !pair.page.document.isWithdrawn else { return [] }
        let (anchors, own) = (source.page.document.anchors, pair.page.document.anchors)
        // Mostly they are all there, in the same order.
        guard !anchors.isEmpty, !anchors.elementsEqual(own, by: { $0.name == $1.name }) else { return [] }
        var present = Set(own.map { $0.name.lowercased() })
        let lost = anchors.filter { present.insert($0.name.lowercased()).inserted }
        guard !lost.isEmpty else { return [] }
        let unitOfBlock = Dictionary(
            bitext.units.flatMap { unit in unit.source.map { (bitext.source[$0].block, unit) } }, uniquingKeysWith: { first, _ in first })
        let known = Set(anchors.map { $0.name.lowercased() })
        let new = Dictionary(grouping: own.filter { !known.contains($0.name.lowercased()) }) { $0.block ?? -1 }
        return lost.compactMap { anchor in
            guard let unit = anchor.block.flatMap({ unitOfBlock[$0] }), let first = unit.target.first else { return nil }
            return (anchor, unit, new[bitext.target[first].block].flatMap { substitute($0, unit, bitext) })
        }
    }

    /// The anchor in place of another; one that repeats the words of the source's heading was added for those who link by them.
    private static func substitute(_ candidates: [Anchor], _ unit: TranslationUnit, _ bitext: Bitext) -> Anchor? {
        let words = HeadingSlug.slug(unit.source.map { bitext.source[$0].facts.plain }.joined(separator: " "))
        return candidates.first { HeadingSlug.slug($0.name) != words }
    }
}

import LocalizationModel

/// Aligns the segments of a translation with those of its source.
///
/// Sections are matched first, by anchor, so that a moved section is found as moved; then a dynamic programme
/// aligns the segments monotonically, 1:1, 1:0, 0:1, up to 3:1 and 1:3. Each segment of either side ends up in exactly
/// one unit. Time is linear in the length of the page beyond `fullTable` cells, where a band round the diagonal is kept.
public struct SegmentAligner: Sendable {
    private let evidence: LanguageEvidence

    public init(source: LocaleProfile, target: LocaleProfile) {
        evidence = LanguageEvidence(own: target, source: source)
    }

    /// One side of the bitext.
    public struct Side: Sendable {
        public let document: Document
        public let segments: [Segment]
        public init(document: Document, segments: [Segment]) {
            self.document = document
            self.segments = segments
        }
    }

    public func align(source: Side, target: Side) -> Bitext {
        let order = SectionOrder(source: source, target: target)
        let sourceItems = source.segments.indices.map { AlignmentItem(source.segments[$0], in: source.segments, at: $0, document: source.document) }
        let targetItems = order.target.map { AlignmentItem(target.segments[$0], in: target.segments, at: $0, document: target.document) }
        let cost = AlignmentCost(sourceItems, targetItems)
        var links: [(source: Range<Int>, target: Range<Int>, cost: Double)] = []
        for part in order.parts {
            links += AlignmentTable(cost, source: part.source, target: part.target).path()
        }
        let judged = links.map { link in
            JudgedUnit(
                source: Array(link.source), target: link.target.map { order.target[$0] }.sorted(), cost: link.cost, source.segments, target.segments, evidence)
        }
        return Bitext(source: source.segments, target: target.segments, units: JudgedUnit.settled(judged), movedSections: order.moved)
    }
}

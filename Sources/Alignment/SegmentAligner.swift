import LocalizationModel

/// Aligns the segments of a translation with those of its source.
///
/// Sections are matched first, by anchor, so that a moved section is found as moved; then a dynamic programme
/// aligns the segments monotonically, 1:1, 1:0, 0:1, up to 3:1 and 1:3. Each segment of either side ends up in exactly
/// one unit. Time is linear in the length of the page beyond `fullTable` cells, where a band round the diagonal is kept.
public struct SegmentAligner: Sendable {
    private let evidence: LanguageEvidence
    private let lexicon: Lexicon?
    private let functionWords: Set<String>

    public init(source: LocaleProfile, target: LocaleProfile, lexicon: Lexicon? = nil) {
        evidence = LanguageEvidence(own: target, source: source)
        self.lexicon = lexicon
        functionWords = source.functionWords
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
        let sourceItems = source.segments.indices.map { AlignmentItem(source.segments[$0], in: source.segments, at: $0, document: source.document) }
        let targetItems = target.segments.indices.map { AlignmentItem(target.segments[$0], in: target.segments, at: $0, document: target.document) }
        func links(_ order: SectionOrder) -> [Link] {
            let items = order.target.map { targetItems[$0] }
            let words = LexicalEvidence(lexicon, source: sourceItems.map(\.text), target: items.map(\.text))
            return AlignmentTable(AlignmentCost(sourceItems, items, words), source: 0..<sourceItems.count, target: 0..<items.count).path()
        }
        var order = SectionOrder(source: source, target: target)
        var links_ = links(order)
        if !order.moved.isEmpty {
            // An anchor may have been renamed: sections count as moved only where all their text fits better so.
            let straight = SectionOrder.unmoved(target.segments.count)
            let asTheyStand = links(straight)
            if asTheyStand.reduce(0, { $0 + $1.cost }) <= links_.reduce(0, { $0 + $1.cost }) { (order, links_) = (straight, asTheyStand) }
        }
        let judged = links_.map { link in
            JudgedUnit(
                source: Array(link.source), target: link.target.map { order.target[$0] }.sorted(), cost: link.cost, source.segments, target.segments, evidence,
                keptShare: { self.lexicon?.kept($0, ignoring: self.functionWords) })
        }
        return Bitext(source: source.segments, target: target.segments, units: JudgedUnit.settled(judged), movedSections: order.moved)
    }
}

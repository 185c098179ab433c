import LocalizationModel

/// Aligns the segments of a translation with those of its source.
///
/// A dynamic programme aligns the segments monotonically, 1:1, 1:0, 0:1, up to 3:1 and 1:3. Sections that stand elsewhere in the
/// translation are moved first where that reading is the cheaper one. Each segment of either side ends up in exactly one unit. Time is linear in the length of the page beyond `fullTable` cells, where a band round the diagonal is kept.
public struct SegmentAligner: Sendable {
    private let evidence: LanguageEvidence
    private let lexicon: Lexicon?
    private let prepared: AlignmentLexicon?
    private let functionWords: Set<String>

    public init(source: LocaleProfile, target: LocaleProfile, lexicon: Lexicon? = nil) {
        evidence = LanguageEvidence(own: target, source: source)
        self.lexicon = lexicon
        prepared = lexicon.map(AlignmentLexicon.init)
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
        let best = AlignmentSearch(source: source, target: target, lexicon: prepared).best()
        let judged = best.links.map { link in
            JudgedUnit(
                source: Array(link.source), target: link.target.map { best.order.target[$0] }.sorted(), cost: link.cost, source.segments, target.segments,
                evidence,
                titleEvidence: { self.lexicon?.evidence(onTitle: $0, ignoring: self.functionWords) })
        }
        return Bitext(source: source.segments, target: target.segments, units: JudgedUnit.settled(judged), movedSections: best.order.moved)
    }

    /// Why each unit of an alignment of these sides was put together, by the costs that the search goes by; one for each unit.
    public func explain(_ bitext: Bitext, source: Side, target: Side) -> [UnitExplanation] {
        let best = AlignmentSearch(source: source, target: target, lexicon: prepared).best()
        return AlignmentExplainer(bitext, best.cost, best.order).explanations()
    }
}

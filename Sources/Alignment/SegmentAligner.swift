import LocalizationModel

/// Aligns the segments of a translation with those of its source.
///
/// A dynamic programme aligns the segments monotonically, 1:1, 1:0, 0:1, up to 3:1 and 1:3. Sections that stand elsewhere in the
/// translation are moved first where that reading is the cheaper one. Each segment of either side ends up in exactly one unit. Time is linear in the length of the page beyond `fullTable` cells, where a band round the diagonal is kept.
public struct SegmentAligner: Sendable {
    private let knowledge: Knowledge

    /// What is known of the two languages; one reference, since aligners are handed about.
    private final class Knowledge: Sendable {
        let evidence: LanguageEvidence
        let lexicon: Lexicon?
        let prepared: AlignmentLexicon?
        let functionWords: Set<String>

        init(source: LocaleProfile, target: LocaleProfile, _ lexicon: Lexicon?, _ names: TermIndex?) {
            evidence = LanguageEvidence(own: target, source: source, names: names)
            self.lexicon = lexicon
            prepared = lexicon.map(AlignmentLexicon.init)
            functionWords = source.functionWords
        }

        func evidence(onTitle title: String) -> Lexicon.TitleEvidence? { lexicon?.evidence(onTitle: title, ignoring: functionWords) }
    }

    /// - Parameter names: the terms of the target's locale, for names that are kept.
    public init(source: LocaleProfile, target: LocaleProfile, lexicon: Lexicon? = nil, names: TermIndex? = nil) {
        knowledge = Knowledge(source: source, target: target, lexicon, names)
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

    public func align(source: Side, target: Side) -> Bitext { align(AlignmentSource(source), target: target) }

    /// As `align(source:target:)`, for a source that several translations have.
    public func align(_ prepared: AlignmentSource, target: Side) -> Bitext {
        let best = AlignmentSearch(prepared, target: target, lexicon: knowledge.prepared).best()
        let source = prepared.side
        let judged = best.links.map { link in
            JudgedUnit(
                source: Array(link.source), target: link.target.map { best.order.target[$0] }.sorted(), cost: link.cost, source.segments, target.segments,
                knowledge.evidence, titleEvidence: knowledge.evidence(onTitle:))
        }
        return Bitext(source: source.segments, target: target.segments, units: JudgedUnit.settled(judged), movedSections: best.order.moved)
    }

    /// Why each unit of an alignment of these sides was put together, by the costs that the search goes by; one for each unit.
    public func explain(_ bitext: Bitext, source: Side, target: Side) -> [UnitExplanation] {
        let best = AlignmentSearch(AlignmentSource(source), target: target, lexicon: knowledge.prepared).best()
        return AlignmentExplainer(bitext, best.cost, best.order).explanations()
    }
}

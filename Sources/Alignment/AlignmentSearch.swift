import LocalizationModel

/// Finds the cheapest reading of two pages: as they stand, with the sections moved that their anchors call for, and with those
/// moved that would otherwise be missing at one place and extra at another.
struct AlignmentSearch {
    private let prepared: AlignmentSource
    private let target: SegmentAligner.Side
    private let targetItems: [AlignmentItem]
    private let lexicon: AlignmentLexicon?
    private var source: SegmentAligner.Side { prepared.side }

    /// A reading: the order of the target's sections, and the links in it.
    struct Reading {
        let order: SectionOrder
        let links: [Link]
        let cost: AlignmentCost
        let bounds: LinkBounds
        /// In nats.
        let total: Double
    }

    init(_ source: AlignmentSource, target: SegmentAligner.Side, lexicon: AlignmentLexicon?) {
        prepared = source
        self.target = target
        self.lexicon = lexicon
        targetItems = AlignmentItem.items(of: target)
    }

    func best() -> Reading {
        let (from, to) = (Section.sections(of: source), Section.sections(of: target))
        var best = reading(.unmoved(target.segments.count))
        // An anchor may have been renamed: sections count as moved only where all their text fits better so.
        let anchored = SectionOrder(from, to, pairs: SectionOrder.anchoredPairs(from, to))
        if !anchored.moved.isEmpty, case let moved = reading(anchored), moved.total < best.total { best = moved }
        if let found = found(best, from, to), !found.moved.isEmpty, case let moved = reading(found), moved.total < best.total { best = moved }
        return best
    }

    private func reading(_ order: SectionOrder) -> Reading {
        let items = order.target.map { targetItems[$0] }
        let cost = AlignmentCost(prepared.items, items, LexicalEvidence(lexicon, source: prepared.stems, target: items))
        let bounds = LinkBounds(cost)
        let links = AlignmentTable(cost, bounds, source: 0..<prepared.items.count, target: 0..<items.count).path()
        return Reading(order: order, links: links, cost: cost, bounds: bounds, total: links.reduce(0) { $0 + $1.cost })
    }

    // MARK: Sections without anchors

    /// A section that lacks partners for this share of its segments may stand elsewhere.
    private static let lostShare = 0.6
    /// So many lost sections are looked for at most.
    private static let mostLost = 12
    /// What a section must cost less at its new place than as missing and extra, in nats.
    private static let leastGain = 6.0

    /// The order with lost sections of the source at the places of extra ones of the target; nil where there are none.
    private func found(_ reading: Reading, _ from: [Section], _ to: [Section]) -> SectionOrder? {
        var partner = [Int?](repeating: nil, count: source.segments.count)
        var isPaired = [Bool](repeating: false, count: target.segments.count)
        for link in reading.links {
            for index in link.target where !link.source.isEmpty { isPaired[reading.order.target[index]] = true }
            if let first = link.target.first { for index in link.source { partner[index] = reading.order.target[first] } }
        }
        let lost = from.indices.filter { Self.isLost(from[$0]) { partner[$0] == nil } }.prefix(Self.mostLost)
        let extra = to.indices.filter { Self.isLost(to[$0]) { !isPaired[$0] } }.prefix(Self.mostLost)
        guard !lost.isEmpty, !extra.isEmpty else { return nil }
        // Where each target segment stands in the reading.
        var place = [Int](repeating: 0, count: target.segments.count)
        for (position, index) in reading.order.target.enumerated() { place[index] = position }
        var candidates: [(gain: Double, source: Int, target: Int)] = []
        for a in lost {
            for b in extra where from[a].level == to[b].level {
                let range = place[to[b].segments.lowerBound]..<place[to[b].segments.lowerBound] + to[b].segments.count
                let gain =
                    reading.cost.gaps(from[a].segments, range)
                    - AlignmentTable(reading.cost, reading.bounds, source: from[a].segments, target: range).path().reduce(0) { $0 + $1.cost }
                if gain >= Self.leastGain { candidates.append((gain, a, b)) }
            }
        }
        var pairs: [Int: Int] = [:]
        var taken = Set<Int>()
        for candidate in candidates.sorted(by: { ($0.gain, $1.source, $1.target) > ($1.gain, $0.source, $0.target) })
        where pairs[candidate.source] == nil && taken.insert(candidate.target).inserted {
            pairs[candidate.source] = candidate.target
        }
        guard !pairs.isEmpty else { return nil }
        let byHeading = Dictionary(to.enumerated().map { ($1.segments.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        for index in from.indices where pairs[index] == nil {
            if let heading = partner[from[index].segments.lowerBound], let own = byHeading[heading], taken.insert(own).inserted { pairs[index] = own }
        }
        return SectionOrder(from, to, pairs: pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    private static func isLost(_ section: Section, _ lacksPartner: (Int) -> Bool) -> Bool {
        section.level > 0 && section.segments.count > 1 && Double(section.segments.count(where: lacksPartner)) >= lostShare * Double(section.segments.count)
    }
}

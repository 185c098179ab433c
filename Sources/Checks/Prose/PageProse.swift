import LocalizationModel

/// The blocks of a translation that give reason to look, each read once for all rules.
final class PageProse {
    private let page: Page
    private var read: [Int: Prose] = [:]
    /// Blocks with any suspicion, in the order of the page.
    private let suspected: [(block: Int, suspicions: Suspicions)]

    /// `isOwn` tells by its index whether a segment is in the locale's language.
    init(_ page: Page, _ scan: SuspicionScan, isOwn: (Int) -> Bool) {
        self.page = page
        var suspected: [(block: Int, suspicions: Suspicions)] = []
        var last = -1
        for index in page.segments.indices {
            let block = page.segments[index].block
            guard block != last, block >= 0, isOwn(index), let leaf = page.document.blocks[block].leaf else { continue }
            last = block
            let found = scan.suspicions(leaf.bytes)
            if !found.isEmpty { suspected.append((block, found)) }
        }
        self.suspected = suspected
    }

    /// Indices of the blocks that give any of these reasons.
    func suspected(_ wanted: Suspicions) -> [Int] { suspected.filter { !$0.suspicions.isDisjoint(with: wanted) }.map(\.block) }

    /// The blocks that give any of these reasons.
    func blocks(_ wanted: Suspicions) -> [ProseBlock] {
        suspected.filter { !$0.suspicions.isDisjoint(with: wanted) }.compactMap { block, _ in
            prose(block).map { ProseBlock(index: block, prose: $0) }
        }
    }

    private func prose(_ block: Int) -> Prose? {
        if let known = read[block] { return known }
        let prose = page.document.blocks[block].leaf.map { Prose($0) }
        read[block] = prose
        return prose
    }
}

struct ProseBlock {
    /// Index into `Document.blocks`.
    let index: Int
    let prose: Prose
}

/// Places of one segment that a rule speaks of.
struct ProsePlaces {
    let block: ProseBlock
    /// Index into the page's segments.
    let segment: Int
    /// Ranges of the block's scalars; never empty.
    let ranges: [Range<Int>]

    var texts: [String] { ranges.map { block.prose.text($0) } }
    /// What to mark.
    var marks: [MarkSearch.Sought] { ranges.map { .span(block.prose.span($0)) } }
}

extension PairContext {
    /// The places by the segment that holds them; those in a segment that is in the source's language, or in none, are left out.
    func places(_ ranges: [Range<Int>], in block: ProseBlock) -> [ProsePlaces] {
        guard !ranges.isEmpty else { return [] }
        var found: [Int: [Range<Int>]] = [:]
        for range in ranges where !range.isEmpty {
            guard let segment = segment(at: block.prose.span(range).lower), isOwn(segment) else { continue }
            found[segment, default: []].append(range)
        }
        return found.keys.sorted().map { ProsePlaces(block: block, segment: $0, ranges: found[$0] ?? []) }
    }

    /// The segment of the translation that holds a byte of the file.
    private func segment(at offset: Int) -> Int? {
        let segments = page.segments
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].span.lower <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 && offset < segments[low - 1].span.upper ? low - 1 : nil
    }

    /// The segments of the source that a segment of the translation belongs to.
    func source(ofTarget segment: Int) -> [Segment] {
        guard let bitext, let unit = unitOfTarget[segment] else { return [] }
        return bitext.units[unit].source.map { bitext.source[$0] }
    }

    /// A finding about places in the running text.
    func finding(
        _ rule: any Rule.Type, _ message: String, severity: Severity? = nil, at places: ProsePlaces, sourceMarks: [MarkSearch.Sought] = [],
        expected: String? = nil
    ) -> Finding {
        finding(
            rule, message, severity: severity, source: source(ofTarget: places.segment), sourceMarks: sourceMarks, target: [page.segments[places.segment]],
            targetMarks: places.marks, evidence: .init(expected: expected, found: places.texts.joined(separator: " ")))
    }
}

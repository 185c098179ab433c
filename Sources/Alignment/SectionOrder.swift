import LocalizationModel

/// Brings the sections of a translation into the order of its source, so that one pass can align them.
struct SectionOrder {
    /// Target segments in source order.
    let target: [Int]
    /// Source heading segments whose section stands elsewhere in the translation.
    let moved: [Int]

    private init(target: [Int], moved: [Int]) {
        self.target = target
        self.moved = moved
    }

    /// A translation of so many segments as it stands.
    static func unmoved(_ count: Int) -> SectionOrder { SectionOrder(target: Array(0..<count), moved: []) }

    /// The order in which the target's sections follow their partners; `pairs` ascend in the source.
    init(_ sourceSections: [Section], _ targetSections: [Section], pairs: [(source: Int, target: Int)]) {
        let ascending = Self.longestAscending(pairs.map(\.target))
        guard ascending.count < pairs.count else {
            self.target = targetSections.flatMap(\.segments)
            moved = []
            return
        }
        // Sections of the target follow their partners; those without one stay behind the section before them.
        var order: [Int] = []
        var placed = Set<Int>()
        let partner = Dictionary(pairs.map { ($0.source, $0.target) }, uniquingKeysWith: { first, _ in first })
        let paired = Set(pairs.map(\.target))
        func place(_ index: Int) {
            guard placed.insert(index).inserted else { return }
            order += targetSections[index].segments
            var next = index + 1
            while next < targetSections.count, !paired.contains(next) {
                if placed.insert(next).inserted { order += targetSections[next].segments }
                next += 1
            }
        }
        if !targetSections.isEmpty, !paired.contains(0) { place(0) }
        for index in sourceSections.indices { if let match = partner[index] { place(match) } }
        for index in targetSections.indices { place(index) }
        self.target = order
        let stays = Set(ascending)
        moved = pairs.filter { !stays.contains($0.target) }.map { sourceSections[$0.source].segments.lowerBound }
    }

    /// Sections that carry the same anchor on both sides, once each.
    static func anchoredPairs(_ source: [Section], _ target: [Section]) -> [(source: Int, target: Int)] {
        var byAnchor: [String: [Int]] = [:]
        for (index, section) in target.enumerated() { for anchor in section.anchors { byAnchor[anchor, default: []].append(index) } }
        var sourceCounts: [String: Int] = [:]
        for section in source { for anchor in section.anchors { sourceCounts[anchor, default: 0] += 1 } }
        var taken = Set<Int>()
        var pairs: [(source: Int, target: Int)] = []
        for (index, section) in source.enumerated() {
            for anchor in section.anchors where sourceCounts[anchor] == 1 {
                guard let match = byAnchor[anchor], match.count == 1, source[index].level == target[match[0]].level, taken.insert(match[0]).inserted else {
                    continue
                }
                pairs.append((index, match[0]))
                break
            }
        }
        return pairs
    }

    /// The longest ascending subsequence; O(n log n).
    static func longestAscending(_ values: [Int]) -> [Int] {
        var tails: [Int] = []
        var previous = [Int](repeating: -1, count: values.count)
        for (index, value) in values.enumerated() {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var result: [Int] = []
        var current = tails.last ?? -1
        while current >= 0 {
            result.append(values[current])
            current = previous[current]
        }
        return result.reversed()
    }
}

/// A heading with the segments up to the next heading; the first may have no heading.
struct Section {
    let segments: Range<Int>
    let level: Int
    let anchors: [String]

    static func sections(of side: SegmentAligner.Side) -> [Section] {
        var starts = side.segments.indices.filter { side.segments[$0].kind == .heading }
        if starts.first != 0, !side.segments.isEmpty { starts.insert(0, at: 0) }
        var named: [Int: [String]] = [:]
        for anchor in side.document.anchors { if let block = anchor.block { named[block, default: []].append(anchor.name.lowercased()) } }
        return starts.enumerated().map { position, start in
            let end = position + 1 < starts.count ? starts[position + 1] : side.segments.count
            let segment = side.segments[start]
            guard case .heading(let level) = side.document.blocks[segment.block].kind else { return Section(segments: start..<end, level: 0, anchors: []) }
            let explicit = named[segment.block] ?? []
            return Section(segments: start..<end, level: level, anchors: explicit.isEmpty ? [HeadingSlug.slug(segment.facts.plain)] : explicit)
        }
    }
}

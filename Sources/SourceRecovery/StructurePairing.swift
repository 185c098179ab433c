import LocalizationModel

/// Pairs the parts of two translations of one page by its structure alone: headings by their anchors, then, between them, blocks
/// with the same links and codes, then runs of blocks of the same shape. What is not clear stays unpaired.
///
/// O(n log n) in the number of parts.
struct StructurePairing {
    /// For each part of the first page the one of the second.
    private(set) var partners: [Int?]
    /// Blocks of both pages that belong together and have different numbers of parts: ranges of parts.
    private(set) var unequal: [(first: Range<Int>, second: Range<Int>)] = []
    private let a: [PageBlock]
    private let b: [PageBlock]
    /// By block of the first page.
    private var partnerOf: [Int?]

    init(_ first: HeldSource, _ second: HeldSource) {
        a = PageBlock.all(of: first)
        b = PageBlock.all(of: second)
        partners = Array(repeating: nil, count: first.parts.count)
        partnerOf = Array(repeating: nil, count: a.count)
        pin(0..<a.count, 0..<b.count, by: \.anchor)
        if !partnerOf.contains(where: { $0 != nil }) { pairHeadings() }
        eachGap { $0.pin($1, $2, by: \.marks) }
        eachGap { $0.pairRun($1, $2) }
        for (i, partner) in partnerOf.enumerated() {
            guard let j = partner, !a[i].contradicts(b[j]) else { continue }
            let (left, right) = (a[i].parts, b[j].parts)
            if left.count == right.count {
                for (x, y) in zip(left, right) { partners[x] = y }
            } else {
                unequal.append((left, right))
            }
        }
    }

    /// Without anchors in common, the same levels in the same order make the same outline.
    private mutating func pairHeadings() {
        let (left, right) = (a.indices.filter { a[$0].level > 0 }, b.indices.filter { b[$0].level > 0 })
        guard left.map({ a[$0].level }) == right.map({ b[$0].level }) else { return }
        for (i, j) in zip(left, right) { partnerOf[i] = j }
    }

    /// Calls `body` for each run of blocks between two pairs.
    private mutating func eachGap(_ body: (inout StructurePairing, Range<Int>, Range<Int>) -> Void) {
        let pins = partnerOf
        var (i, j) = (0, 0)
        for (index, partner) in pins.enumerated() {
            guard let partner else { continue }
            body(&self, i..<index, j..<partner)
            (i, j) = (index + 1, partner + 1)
        }
        body(&self, i..<a.count, j..<b.count)
    }

    /// Pairs blocks of a kind whose key is unique in both ranges, as far as they stand in the same order.
    private mutating func pin(_ left: Range<Int>, _ right: Range<Int>, by key: KeyPath<PageBlock, String?>) {
        let places = Self.unique(right, b, key)
        let candidates = Self.unique(left, a, key).compactMap { name, i in places[name].map { (i, $0) } }.filter { a[$0.0].shape == b[$0.1].shape }
        for (i, j) in Self.longestAscending(candidates.sorted { $0.0 < $1.0 }) { partnerOf[i] = j }
    }

    private static func unique(_ range: Range<Int>, _ blocks: [PageBlock], _ key: KeyPath<PageBlock, String?>) -> [String: Int] {
        var places: [String: Int] = [:]
        var doubles: Set<String> = []
        for index in range {
            guard let name = blocks[index][keyPath: key] else { continue }
            if places.updateValue(index, forKey: name) != nil { doubles.insert(name) }
        }
        return places.filter { !doubles.contains($0.key) }
    }

    /// The longest subsequence whose second members ascend too (patience sorting). O(n log n).
    private static func longestAscending(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var piles: [Int] = []
        var before = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, piles.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[piles[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? piles[low - 1] : nil
            if low == piles.count { piles.append(index) } else { piles[low] = index }
        }
        var chain: [(Int, Int)] = []
        var next = piles.last
        while let index = next {
            chain.append(pairs[index])
            next = before[index]
        }
        return chain.reversed()
    }

    /// Pairs two runs of blocks of the same shapes one by one.
    private mutating func pairRun(_ left: Range<Int>, _ right: Range<Int>) {
        guard left.count == right.count, zip(left, right).allSatisfy({ a[$0].shape == b[$1].shape }) else { return }
        for (i, j) in zip(left, right) { partnerOf[i] = j }
    }
}

/// A leaf block with parts, as another translation of the page would show it.
struct PageBlock {
    /// Indices of its parts.
    let parts: Range<Int>
    /// What kind of block it is, and how deep in lists and quotes.
    let shape: [Int]
    /// Of a heading; 0 for other blocks.
    let level: Int
    /// The first anchor of a heading.
    let anchor: String?
    /// Links and codes, where there are any.
    let marks: String?
    private let links: Set<String>
    private let codes: Set<String>

    static func all(of held: HeldSource) -> [PageBlock] {
        let document = held.page.document
        let anchors = Dictionary(document.anchors.compactMap { anchor in anchor.block.map { ($0, anchor.name) } }, uniquingKeysWith: { first, _ in first })
        let depths = depths(document)
        var blocks: [PageBlock] = []
        var start = 0
        while start < held.parts.count {
            guard let block = held.parts[start].block else {
                start += 1
                continue
            }
            var end = start + 1
            while end < held.parts.count, held.parts[end].block == block { end += 1 }
            blocks.append(PageBlock(held.parts, start..<end, document.blocks[block].kind, depth: depths[block], anchor: anchors[block]))
            start = end
        }
        return blocks
    }

    private init(_ all: [HeldSource.Part], _ parts: Range<Int>, _ kind: Block.Kind, depth: Int, anchor: String?) {
        self.parts = parts
        level = if case .heading(let level) = kind { level } else { 0 }
        shape = Self.number(of: kind) + [depth]
        self.anchor = level > 0 ? anchor : nil
        let facts = all[parts].compactMap(\.facts)
        links = Set(facts.flatMap(\.destinations).map(LinkIdentity.canonical))
        codes = Set(facts.flatMap(\.codes) + facts.flatMap(\.inlineCode))
        marks = links.isEmpty && codes.isEmpty ? nil : (links.sorted() + codes.sorted()).joined(separator: "\n")
    }

    /// True where both have links, or codes, and none in common.
    func contradicts(_ other: PageBlock) -> Bool {
        !links.isEmpty && !other.links.isEmpty && links.isDisjoint(with: other.links)
            || !codes.isEmpty && !other.codes.isEmpty && codes.isDisjoint(with: other.codes)
    }

    private static func number(of kind: Block.Kind) -> [Int] {
        switch kind {
        case .heading(let level): [1, level]
        case .tableCell(let column): [2, column]
        case .html: [3]
        default: [0]
        }
    }

    /// Lists and quotes round each block. A parent stands before its children: linear, however deep they are.
    private static func depths(_ document: Document) -> [Int] {
        var depths: [Int] = []
        depths.reserveCapacity(document.blocks.count)
        for block in document.blocks {
            let own =
                switch block.kind {
                case .item, .blockQuote, .alert: 1
                default: 0
                }
            depths.append((block.parent.map { depths[$0] } ?? 0) + own)
        }
        return depths
    }
}

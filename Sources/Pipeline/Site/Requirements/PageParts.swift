import LocalizationModel

/// The blocks at the top of a page and the segments of each block, found once.
struct PageParts {
    let page: Page
    /// Blocks that stand in no other, in order.
    let top: [Int]
    /// The same without footnotes: wherever they were written, they stand at the foot of the page.
    let running: [Int]
    /// Item of a list → its place in the list, from 0.
    let positions: [Int: Int]
    private let segmentsOfBlock: [Int: [Int]]

    init(_ page: Page) {
        self.page = page
        top = page.document.blocks.indices.filter { page.document.blocks[$0].parent == nil }
        running = top.filter { if case .footnote = page.document.blocks[$0].kind { false } else { true } }
        var counts: [Int: Int] = [:]
        var positions: [Int: Int] = [:]
        for (index, block) in page.document.blocks.enumerated() {
            guard case .item = block.kind, let list = block.parent else { continue }
            positions[index] = counts[list, default: 0]
            counts[list, default: 0] += 1
        }
        self.positions = positions
        segmentsOfBlock = Dictionary(grouping: page.segments.indices) { page.segments[$0].block }
    }

    func segments(of block: Int) -> [Segment] { (segmentsOfBlock[block] ?? []).map { page.segments[$0] } }

    /// The blocks at the top that lie in a span of the file.
    func topBlocks(in span: SourceSpan) -> [Int] {
        let blocks = page.document.blocks
        var place = Self.place(in: top) { blocks[$0].span.lower < span.lower }
        var found: [Int] = []
        while place < top.count, span.contains(blocks[top[place]].span) {
            found.append(top[place])
            place += 1
        }
        return found
    }

    /// The index after the last block inside a block at the top.
    func end(of block: Int) -> Int {
        let next = Self.place(in: top) { $0 <= block }
        return next < top.count ? top[next] : page.document.blocks.count
    }

    /// How many of some ascending blocks come before the first of which `isBefore` is false.
    static func place(in top: [Int], _ isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (0, top.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(top[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

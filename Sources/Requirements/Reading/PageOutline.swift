import LocalizationModel

/// The blocks of a page as sections and trees of limited depth.
final class PageOutline {
    struct Section {
        let anchor: String
        let path: [String]
        /// The segment of the heading; nil before the first heading.
        let heading: Segment?
        /// Blocks at the top of the page, in order.
        var blocks: [Int]
    }

    /// Lists nested deeper continue the list at this depth: no person writes more, and recursion stays bounded.
    static let deepestList = 64

    let page: Page
    private(set) var sections: [Section] = []
    /// Blocks directly inside each block, lists below `deepestList` lifted.
    private(set) var children: [[Int]] = []
    /// The index after the last block inside each block.
    private var ends: [Int] = []
    private var lifted: Set<Int> = []
    /// Segments of each block, as a range of `page.segments`.
    private var segmentRanges: [Range<Int>] = []

    init(_ page: Page) {
        self.page = page
        findChildren()
        findSegments()
        findSections()
    }

    func kind(_ block: Int) -> Block.Kind { page.document.blocks[block].kind }

    /// The places in the page of a block's segments and of those inside it.
    func segments(in block: Int) -> Range<Int> {
        let lower = segmentRanges[block].lowerBound
        return lower..<max(lower, segmentRanges[ends[block] - 1].upperBound)
    }

    /// The index after the last block inside a block.
    func end(of block: Int) -> Int { ends[block] }

    /// True for a list whose items continue an outer list: it is nested too deep.
    func isLifted(_ list: Int) -> Bool { lifted.contains(list) }

    /// The places in the page of a block's own segments.
    func segments(of block: Int) -> Range<Int> { segmentRanges[block] }

    private func findChildren() {
        let blocks = page.document.blocks
        children = Array(repeating: [], count: blocks.count)
        ends = (0..<blocks.count).map { $0 + 1 }
        var depths = Array(repeating: 0, count: blocks.count)
        /// Where the items of a list go: the list itself, or the outer list that continues instead of it.
        var targets = Array(0..<blocks.count)
        for index in blocks.indices {
            guard let parent = blocks[index].parent, parent < index else { continue }
            let target = targets[parent]
            if case .list = blocks[index].kind {
                depths[index] = depths[parent] + 1
                if depths[index] > Self.deepestList, case .item = blocks[parent].kind, let outer = blocks[parent].parent {
                    targets[index] = targets[outer]
                    lifted.insert(index)
                    depths[index] = depths[targets[outer]]
                    continue
                }
            } else {
                depths[index] = depths[target]
            }
            children[target].append(index)
        }
        for index in blocks.indices.reversed() {
            if let parent = blocks[index].parent, parent < index { ends[parent] = max(ends[parent], ends[index]) }
        }
    }

    private func findSegments() {
        let count = page.document.blocks.count
        var next = 0
        segmentRanges.reserveCapacity(count)
        for block in 0..<count {
            let start = next
            while next < page.segments.count, page.segments[next].block <= block { next += 1 }
            segmentRanges.append(start..<next)
        }
    }

    private func findSections() {
        var anchors: [Int: String] = [:]
        for anchor in page.document.anchors {
            if let block = anchor.block, anchors[block] == nil { anchors[block] = anchor.name }
        }
        var enclosing: [(level: Int, anchor: String)] = []
        sections = [Section(anchor: "", path: [], heading: nil, blocks: [])]
        for (index, block) in page.document.blocks.enumerated() where block.parent == nil {
            guard case .heading(let level) = block.kind else {
                sections[sections.count - 1].blocks.append(index)
                continue
            }
            let heading = segments(of: index).first.map { page.segments[$0] }
            let anchor = anchors[index] ?? HeadingSlug.slug(heading?.facts.plain ?? "")
            while let last = enclosing.last, last.level >= level { enclosing.removeLast() }
            sections.append(Section(anchor: anchor, path: enclosing.map(\.anchor), heading: heading, blocks: []))
            enclosing.append((level, anchor))
        }
    }
}

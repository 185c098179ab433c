/// A page's text as HTML, with the place of each block in it.
public struct RenderedBody: Sendable {
    public let html: [UInt8]
    public let places: BlockPlaces
}

/// Where the blocks of a page stand in its HTML, in bytes; indices are those of `Document.blocks`.
public struct BlockPlaces: Sendable {
    /// All that was written for a block, its element and the line end after it included.
    public private(set) var blocks: [Range<Int>]
    /// What stands inside the element of a paragraph; empty for other blocks.
    public private(set) var contents: [Range<Int>]
    /// Ordered list → the number of its first item.
    public internal(set) var firstNumbers: [Int: Int] = [:]

    init(count: Int) {
        blocks = Array(repeating: 0..<0, count: count)
        contents = blocks
    }

    mutating func start(_ block: Int, at offset: Int) { blocks[block] = offset..<offset }

    mutating func end(_ block: Int, at offset: Int) { blocks[block] = blocks[block].lowerBound..<max(blocks[block].lowerBound, offset) }

    mutating func startContent(_ block: Int, at offset: Int) { contents[block] = offset..<offset }

    mutating func endContent(_ block: Int, at offset: Int) { contents[block] = contents[block].lowerBound..<max(contents[block].lowerBound, offset) }
}

import CCMarkGFM

/// The characters beside a place of running text, through the elements that stand there: `**重要**` ends in `要`.
enum InlineNeighbours {
    /// Elements that are looked through at most, so that a paragraph of nothing else stays linear.
    private static let farthest = 32

    /// The last character before a node; nil at the start of the block and behind an image or a line end.
    static func last(before node: OpaquePointer) -> UInt32? {
        var (place, steps) = (node, 0)
        while steps < farthest {
            steps += 1
            if var other = cmark_node_previous(place) {
                while !isLeaf(other), let inner = cmark_node_last_child(other) { other = inner }
                if let text = text(other), !text.isEmpty { return text.scalar(at: start(ofLast: text)).value }
                guard isTransparent(other) else { return nil }
                place = other
            } else if let parent = cmark_node_parent(place), isContainer(parent) {
                place = parent
            } else {
                return nil
            }
        }
        return nil
    }

    /// The first character after a node; nil at the end of the block and before an image or a line end.
    static func first(after node: OpaquePointer) -> UInt32? {
        var (place, steps) = (node, 0)
        while steps < farthest {
            steps += 1
            if var other = cmark_node_next(place) {
                while !isLeaf(other), let inner = cmark_node_first_child(other) { other = inner }
                if let text = text(other), !text.isEmpty { return text.scalar(at: 0).value }
                guard isTransparent(other) else { return nil }
                place = other
            } else if let parent = cmark_node_parent(place), isContainer(parent) {
                place = parent
            } else {
                return nil
            }
        }
        return nil
    }

    private static func text(_ node: OpaquePointer) -> UnsafeBufferPointer<UInt8>? {
        let kind = hexapla_cmark_kind(node)
        guard kind == HEXAPLA_TEXT || kind == HEXAPLA_CODE, let literal = cmark_node_get_literal(node) else { return nil }
        return BodyHTML.bytes(literal)
    }

    private static func start(ofLast text: UnsafeBufferPointer<UInt8>) -> Int {
        var start = text.count - 1
        while start > 0, text[start].isContinuation { start -= 1 }
        return start
    }

    /// What shows no character of the line: a tag, a footnote's number, an element without text.
    private static func isTransparent(_ node: OpaquePointer) -> Bool {
        let kind = hexapla_cmark_kind(node)
        return kind == HEXAPLA_TEXT || kind == HEXAPLA_HTML_INLINE || kind == HEXAPLA_FOOTNOTE_REFERENCE || isContainer(node)
    }

    private static func isLeaf(_ node: OpaquePointer) -> Bool { !isContainer(node) }

    private static func isContainer(_ node: OpaquePointer) -> Bool {
        let kind = hexapla_cmark_kind(node)
        return kind == HEXAPLA_EMPHASIS || kind == HEXAPLA_STRONG || kind == HEXAPLA_STRIKETHROUGH || kind == HEXAPLA_LINK
    }
}

import LocalizationModel

/// What holds for every document, whatever the bytes; answers with what is broken.
enum DocumentLaws {
    static func breaches(_ document: Document) -> [String] {
        var breaches: [String] = []
        let bytes = document.text.bytes
        if document.body.upper != bytes.count { breaches.append("the body does not end with the file") }
        for (index, block) in document.blocks.enumerated() {
            if let parent = block.parent, parent >= index { breaches.append("block \(index) stands before its parent") }
            if block.span.upper > bytes.count { breaches.append("block \(index) leaves the file") }
            if let leaf = block.leaf {
                breaches += mapping(leaf, bytes).map { "block \(index) \(block.kind): \($0)" } + inlines(leaf).map { "block \(index): \($0)" }
            }
        }
        for pair in document.sideBySide where pair.target.upper > pair.source.lower || !document.body.contains(pair.source) {
            breaches.append("pair \(pair.id)")
        }
        for comment in document.comments where !comment.span.contains(comment.content) { breaches.append("comment at \(comment.span)") }
        return breaches
    }

    /// Each piece of a leaf holds the file's bytes, pieces ascend in both, and between them stand only line feeds.
    private static func mapping(_ leaf: LeafText, _ bytes: [UInt8]) -> [String] {
        var breaches: [String] = []
        var end = 0
        var fileEnd = 0
        for piece in leaf.pieces {
            guard piece.span.upper <= bytes.count, piece.start >= end, piece.start + piece.span.count <= leaf.bytes.count else {
                return ["a piece leaves its leaf or the file"]
            }
            if piece.span.lower < fileEnd { breaches.append("pieces go back in the file") }
            if !leaf.bytes[end..<piece.start].allSatisfy({ $0 == 0x0A }) { breaches.append("bytes from nowhere") }
            for offset in 0..<piece.span.count {
                let (here, there) = (leaf.bytes[piece.start + offset], bytes[piece.span.lower + offset])
                // A carriage return that ends no line is read as a space.
                if here != there, here != 0x20 || there != 0x0D { breaches.append("bytes differ at \(piece.span.lower + offset)") }
                if leaf.fileOffset(piece.start + offset) != piece.span.lower + offset { breaches.append("no way back at \(piece.start + offset)") }
            }
            end = piece.start + piece.span.count
            fileEnd = piece.span.upper
        }
        if !leaf.bytes[end...].allSatisfy({ $0 == 0x0A }) { breaches.append("bytes from nowhere at the end") }
        return breaches
    }

    /// Inlines lie inside their leaf, in order of their start, disjoint or one inside the other.
    private static func inlines(_ leaf: LeafText) -> [String] {
        var open: [Inline] = []
        var last = 0
        for inline in leaf.inlines {
            guard inline.range.lowerBound >= last, inline.range.upperBound <= leaf.bytes.count, !inline.range.isEmpty,
                inline.content.lowerBound >= inline.range.lowerBound, inline.content.upperBound <= inline.range.upperBound
            else { return ["\(inline) is out of place"] }
            last = inline.range.lowerBound
            while let outer = open.last, outer.range.upperBound <= inline.range.lowerBound { open.removeLast() }
            if let outer = open.last, inline.range.upperBound > outer.range.upperBound {
                return ["\(outer.kind) \(outer.range) and \(inline.kind) \(inline.range) cross"]
            }
            open.append(inline)
        }
        return []
    }
}

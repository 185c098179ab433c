import LocalizationModel

/// Cuts list items of the form `label: text` at the colon, where the other language has the text in a nested item.
extension Segmenter {
    /// The segments, those at `folded` cut in two where they hold a label.
    public func dividing(_ segments: [Segment], at folded: Set<Int>, of document: Document) -> [Segment] {
        var divided: [Segment] = []
        // Where each old segment stands now: sections are named by their headings' segments.
        var places: [Int] = []
        for (index, segment) in segments.enumerated() {
            places.append(divided.count)
            let parts = folded.contains(index) ? parts(of: segment, document) : [segment]
            divided += parts.map { $0.inSection(segment.section < 0 ? -1 : places[segment.section]) }
        }
        return divided
    }

    private func parts(of segment: Segment, _ document: Document) -> [Segment] {
        guard let leaf = document.blocks[segment.block].leaf, let range = leaf.range(of: segment.span),
            let colon = Self.labelEnd(leaf, range)
        else { return [segment] }
        return [range.lowerBound..<colon, colon..<range.upperBound].compactMap { part in
            self.segment(
                leaf, part, kind: segment.kind, block: segment.block, section: segment.section, document, leaf.inlines.filter { $0.range.overlaps(part) })
        }
    }

    /// The offset after the first colon that stands in no code, link or tag and has text on both sides.
    private static func labelEnd(_ leaf: LeafText, _ range: Range<Int>) -> Int? {
        let protected = leaf.inlines.filter { inline in
            switch inline.kind {
            case .emphasis, .strong: false
            default: true
            }
        }
        var i = range.lowerBound
        while i < range.upperBound {
            if let inline = protected.first(where: { $0.range.contains(i) }) {
                i = inline.range.upperBound
                continue
            }
            let isFullWidth = leaf.bytes.hasBytes("：", at: i)
            guard isFullWidth || leaf.bytes[i] == UInt8(ascii: ":") else {
                i += 1
                continue
            }
            var end = i + (isFullWidth ? 3 : 1)
            while end < range.upperBound, leaf.bytes[end] == UInt8(ascii: "*") || leaf.bytes[end] == UInt8(ascii: "_") { end += 1 }
            return i > range.lowerBound && end < range.upperBound ? end : nil
        }
        return nil
    }
}

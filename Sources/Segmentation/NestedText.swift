import LocalizationModel

/// A text inside a segment that readers meet apart from its running text: what stands in for an image, the title of a link.
struct NestedText {
    let kind: Segment.Kind
    /// Counts bytes of the leaf.
    let range: Range<Int>
    /// The destination of the image or link.
    let key: String

    /// The texts inside a range of a leaf, in order and disjoint. What stands inside an image's text belongs to that text.
    static func all(in leaf: LeafText, _ range: Range<Int>, _ inlines: [Inline]) -> [NestedText] {
        var texts: [NestedText] = []
        var imageEnd = range.lowerBound
        for inline in inlines where inline.range.lowerBound >= imageEnd && inline.range.upperBound <= range.upperBound {
            switch inline.kind {
            case .image(let destination):
                texts += text(.imageText, leaf, inline.content, destination)
                texts += text(.linkTitle, leaf, inline.title, destination)
                imageEnd = inline.range.upperBound
            case .link(let destination, _): texts += text(.linkTitle, leaf, inline.title, destination)
            case .html(tag: "img"): texts += attributes(leaf, inline.range, key: "src", [("alt", .imageText), ("title", .linkTitle)])
            case .html(tag: "a"): texts += attributes(leaf, inline.range, key: "href", [("title", .linkTitle)])
            default: continue
            }
        }
        return texts.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The text of an image directive, `:::image source="a.png" alt-text="Text":::`.
    static func ofDirective(_ leaf: LeafText) -> [NestedText] {
        attributes(leaf, 0..<leaf.bytes.count, key: "source", [("alt-text", .imageText)])
    }

    private static func attributes(_ leaf: LeafText, _ tag: Range<Int>, key: String, _ names: [(name: String, kind: Segment.Kind)]) -> [NestedText] {
        let attributes = TagAttributes(leaf.bytes, in: tag)
        let destination = attributes[key].map { String(decoding: leaf.bytes[$0], as: UTF8.self) } ?? ""
        return names.flatMap { text($0.kind, leaf, attributes[$0.name], destination) }
    }

    /// None where nothing but white space and punctuation is there.
    private static func text(_ kind: Segment.Kind, _ leaf: LeafText, _ range: Range<Int>?, _ key: String) -> [NestedText] {
        guard let range else { return [] }
        let trimmed = leaf.bytes[range].trimmed()
        guard trimmed.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0xC3 }) else { return [] }
        return [NestedText(kind: kind, range: trimmed.startIndex..<trimmed.endIndex, key: key)]
    }
}

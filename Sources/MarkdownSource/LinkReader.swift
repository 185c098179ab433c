import LocalizationModel

/// Gathers what a page's blocks link to.
enum LinkReader {
    /// - Parameter definitions: destination by normalised label.
    static func links(_ blocks: [Block], definitions: [String: String]) -> [ContentLink] {
        var links: [ContentLink] = []
        for index in blocks.indices {
            guard let leaf = blocks[index].leaf else { continue }
            let isInclusion = blocks[index].kind == .directive("include")
            // Where the directive ends in which the next links stand.
            var directive = 0
            for inline in leaf.inlines {
                func add(_ kind: ContentLink.Kind, _ destination: String) {
                    guard !destination.isEmpty else { return }
                    links.append(ContentLink(kind: kind, destination: unescaped(destination), block: index, span: leaf.fileSpan(inline.range)))
                }
                switch inline.kind {
                case .directive where leaf.bytes.hasBytesIgnoringCase("[!include", at: inline.range.lowerBound): directive = inline.range.upperBound
                case .link(let destination, let isReference):
                    let address = isReference ? definitions[destination] ?? "" : destination
                    add(isInclusion || inline.range.lowerBound < directive ? .inclusion : .link, address)
                case .image(let destination): add(.image, definitions[destination] ?? destination)
                case .html(let tag) where tag == "a" || tag == "img":
                    let attributes = HTMLTag(leaf.bytes[inline.range])
                    if tag == "a" { add(.link, attributes["href"] ?? "") } else { add(.image, attributes["src"] ?? "") }
                default: break
                }
            }
        }
        return links
    }

    /// Without backslashes before punctuation and with `&` for `&amp;` (CommonMark 0.31.2, sections 2.4 and 2.5).
    private static func unescaped(_ destination: String) -> String {
        guard destination.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else { return destination }
        let bytes = Array(destination.utf8)
        var plain: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count, bytes[i + 1].isASCIIPunctuation { i += 1 }
            plain.append(bytes[i])
            i += bytes.hasBytes("&amp;", at: i) ? 5 : 1
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

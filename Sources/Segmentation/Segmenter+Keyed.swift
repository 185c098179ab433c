import LocalizationModel

extension Segmenter {
    /// The texts of a page that are found by a key and not by their place: front matter values that readers meet, then
    /// the texts of image directives. In the order of the file.
    public func keyedSegments(of document: Document, _ metadata: PageMetadata) -> [Segment] {
        let values = metadata.entries.filter { MetadataText.isForReaders($0.key) }.flatMap { entry in
            entry.values.compactMap { value in segment(of: value, key: entry.key, document) }
        }
        return values.sorted { $0.span.lower < $1.span.lower } + directiveSegments(of: document)
    }

    private func segment(of value: PageMetadata.Value, key: String, _ document: Document) -> Segment? {
        let facts = facts(of: value.text)
        guard facts.letters.total > 0 else { return nil }
        let text = value.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Segment(
            kind: .metadata, block: -1, section: -1, span: value.span, line: document.text.line(at: value.span.lower), text: text, facts: facts, key: key)
    }

    private func directiveSegments(of document: Document) -> [Segment] {
        document.blocks.enumerated().flatMap { index, block -> [Segment] in
            guard case .directive("image") = block.kind, let leaf = block.leaf else { return [] }
            return nested(NestedText.ofDirective(leaf), leaf, [], block: index, section: -1, document)
        }
    }
}

/// Tells front matter that readers meet from what instructs a publishing system.
enum MetadataText {
    /// Last parts of keys, in lower case and without `-` and `_`: the usual names of Microsoft Learn, Hugo, Jekyll, Docusaurus and VitePress.
    private static let names: Set<String> = [
        "title", "titlesuffix", "shorttitle", "linktitle", "navtitle", "pagetitle", "seotitle", "toctitle", "subtitle", "tagline", "headline", "description",
        "shortdescription", "metadescription", "seodescription", "summary", "abstract", "excerpt", "lead", "intro", "keywords", "sidebarlabel", "navlabel",
        "alt", "alttext", "imagealt", "caption",
    ]

    static func isForReaders(_ key: String) -> Bool {
        let last = key.utf8.split(separator: UInt8(ascii: ".")).last.map(Substring.init) ?? ""
        let isASCII = last.utf8.allSatisfy { $0 < 0x80 }
        let name = isASCII ? last.utf8.map(\.asciiLowercased) : Array(last.lowercased().utf8)
        return names.contains(String(decoding: name.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }, as: UTF8.self))
    }
}

import LocalizationModel

/// A page as it was read: the blocks with their spans, and cmark-gfm's tree for rendering.
public struct ParsedPage: Sendable {
    public let document: Document
    public let tree: SyntaxTree?

    public init(document: Document, tree: SyntaxTree?) {
        self.document = document
        self.tree = tree
    }
}

/// Reads Markdown: bytes → `Document`. Never fails; what is odd is noted in the document.
public enum MarkdownReader {
    /// Larger files are read as empty pages: no page a person wrote is that long, and cmark-gfm counts in 32 bits.
    static let largestFile = 256 << 20

    public static func read(_ bytes: [UInt8]) -> ParsedPage {
        let text = SourceText(bytes.count <= largestFile ? bytes : [])
        let fence = FrontMatterFence(text)
        let bodyStart = fence.bodyStart
        let preparation = BodyPreparation(text, bodyStart: bodyStart)
        let prepared = preparation.prepared
        var notes = fence.notes + preparation.notes
        if let broken = firstInvalidUTF8(bytes) { notes.append(ReadingNote(.invalidUTF8, SourceSpan(broken, min(bytes.count, broken + 1)))) }
        if bytes[bodyStart...].allSatisfy(\.isWhitespace) { notes.append(ReadingNote(.emptyFile, SourceSpan(bodyStart, bodyStart))) }
        let comments = findComments(bytes, from: bodyStart, notes: &notes)

        let tree = SyntaxTree(prepared.bytes)
        let definitions = definitions(prepared)
        let reader = LeafReader(prepared: prepared, definitions: Set(definitions.keys))
        let lineOffset = text.line(at: bodyStart) - 1
        let blocks = tree.map {
            BlockReader.read($0, text: text, lineOffset: lineOffset, reader: reader, markers: preparation.markers)
        }
        let links = LinkReader.links(blocks ?? [], definitions: definitions)
        let document = Document(
            text: text, frontMatter: fence.frontMatter, body: SourceSpan(min(bodyStart, text.bytes.count), text.bytes.count), blocks: blocks ?? [],
            anchors: anchors(blocks ?? []), links: links, comments: comments,
            sideBySide: preparation.sideBySide, notes: notes, removals: RemovalReader.removals(blocks ?? [], links, bytes))
        return ParsedPage(document: document, tree: tree)
    }

    /// The destinations of the page's link reference definitions by their normalised labels; the first of a label counts.
    private static func definitions(_ prepared: PreparedText) -> [String: String] {
        var destinations: [String: String] = [:]
        for line in 1...prepared.lineStarts.count {
            let content = prepared.bytes[prepared.line(line)].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
            if content.first == UInt8(ascii: "["), let definition = ReferenceDefinition(prepared.bytes, content.startIndex) {
                let label = InlineScanner.normalised(definition.label)
                if destinations[label] == nil { destinations[label] = String(decoding: definition.destination, as: UTF8.self) }
            }
        }
        return destinations
    }

    private static func anchors(_ blocks: [Block]) -> [Anchor] {
        var anchors: [Anchor] = []
        for (index, block) in blocks.enumerated() {
            guard let leaf = block.leaf else { continue }
            if case .heading = block.kind, let attribute = HeadingAttribute(leaf.bytes) {
                anchors.append(Anchor(name: attribute.id, block: index, span: leaf.fileSpan(attribute.range)))
            }
            for inline in leaf.inlines {
                guard case .html(let tag) = inline.kind, !tag.hasPrefix("/"), !tag.hasPrefix("!") else { continue }
                let attributes = HTMLTag(leaf.bytes[inline.range])
                guard let name = attributes["id"] ?? (tag == "a" ? attributes["name"] : nil), !name.isEmpty else { continue }
                anchors.append(Anchor(name: name, block: index, span: leaf.fileSpan(inline.range)))
            }
        }
        return anchors
    }

    private static func findComments(_ bytes: [UInt8], from start: Int, notes: inout [ReadingNote]) -> [Comment] {
        var comments: [Comment] = []
        var i = start
        while let open = bytes.firstRange(of: "<!--", from: i) {
            guard let close = bytes.firstRange(of: "-->", from: open + 4) else {
                notes.append(ReadingNote(.unclosedComment, SourceSpan(open, open + 4)))
                break
            }
            comments.append(Comment(span: SourceSpan(open, close + 3), content: SourceSpan(open + 4, close)))
            i = close + 3
        }
        return comments
    }

    private static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var i = 0
            while i < buffer.count {
                if buffer[i] < 0x80 {
                    i += 1
                    continue
                }
                let scalar = buffer.scalar(at: i)
                if scalar.length == 1 || scalar.value < [0, 0, 0x80, 0x800, 0x10000][scalar.length] || (0xD800...0xDFFF).contains(scalar.value)
                    || scalar.value > 0x10FFFF
                {
                    return i
                }
                i += scalar.length
            }
            return nil
        }
    }
}

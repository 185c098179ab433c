import CCMarkGFM
import LocalizationModel

/// Turns cmark-gfm's tree into blocks with spans into the file.
///
/// What is taken from cmark-gfm: the nesting, the types, the first line and column of leaf blocks. What is
/// not, because it is not exact: ends of containers and every inline position.
struct BlockReader {
    private let text: SourceText
    private let lineOffset: Int
    private let reader: LeafReader
    private let markers: [Int: String]
    private var blocks: [Block] = []
    /// Indices of the open containers, innermost last.
    private var open: [Int] = []
    private var quotes = 0
    private var rowCells: [Range<Int>] = []
    private var column = 0

    /// `lineOffset` is what to add to a line of the body to get the line of the file.
    static func read(_ tree: SyntaxTree, text: SourceText, lineOffset: Int, reader: LeafReader, markers: [Int: String]) -> [Block] {
        var blocks = BlockReader(text: text, lineOffset: lineOffset, reader: reader, markers: markers)
        tree.walk { node, kind, isEntering in blocks.visit(node, kind, isEntering) }
        return blocks.blocks
    }

    private init(text: SourceText, lineOffset: Int, reader: LeafReader, markers: [Int: String]) {
        self.text = text
        self.lineOffset = lineOffset
        self.reader = reader
        self.markers = markers
    }

    private mutating func visit(_ node: OpaquePointer, _ kind: hexapla_node_kind, _ isEntering: Bool) {
        let first = Int(cmark_node_get_start_line(node))
        switch kind {
        case HEXAPLA_BLOCK_QUOTE, HEXAPLA_LIST, HEXAPLA_ITEM, HEXAPLA_FOOTNOTE_DEFINITION, HEXAPLA_TABLE, HEXAPLA_TABLE_ROW:
            if isEntering { openContainer(node, kind, first) } else { closeContainer(kind) }
        case HEXAPLA_PARAGRAPH:
            if isEntering { paragraph(node, first) }
        case HEXAPLA_HEADING:
            if isEntering { heading(node, first) }
        case HEXAPLA_TABLE_CELL:
            if isEntering { cell(first) }
        case HEXAPLA_HTML_BLOCK: html(node, first)
        case HEXAPLA_CODE_BLOCK:
            let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
            add(.code(info: info), lines: first, Int(cmark_node_get_end_line(node)), nil)
        case HEXAPLA_THEMATIC_BREAK: add(.thematicBreak, lines: first, first, nil)
        default: break
        }
    }

    private mutating func openContainer(_ node: OpaquePointer, _ kind: hexapla_node_kind, _ first: Int) {
        let blockKind: Block.Kind
        switch kind {
        case HEXAPLA_BLOCK_QUOTE:
            quotes += 1
            let marker = markers[first]
            blockKind = marker.map { $0.lowercased().hasPrefix("div") ? .directive($0) : .alert($0) } ?? .blockQuote
        case HEXAPLA_LIST: blockKind = .list(ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
        case HEXAPLA_ITEM:
            let task = hexapla_cmark_task(node)
            blockKind = .item(isChecked: task == 0 ? nil : task == 2)
        case HEXAPLA_FOOTNOTE_DEFINITION:
            blockKind = .footnote(label: cmark_node_get_literal(node).map { String(cString: $0) } ?? "")
        case HEXAPLA_TABLE_ROW:
            blockKind = .tableRow(isHeader: hexapla_cmark_is_header(node))
            rowCells = reader.cells(line: first, quotes: quotes)
            column = 0
        default: blockKind = .table
        }
        add(blockKind, lines: first, max(first, Int(cmark_node_get_end_line(node))), nil)
        open.append(blocks.count - 1)
    }

    private mutating func closeContainer(_ kind: hexapla_node_kind) {
        if kind == HEXAPLA_BLOCK_QUOTE { quotes -= 1 }
        _ = open.popLast()
    }

    private mutating func paragraph(_ node: OpaquePointer, _ first: Int) {
        let last = max(first, Int(cmark_node_get_end_line(node)))
        let lines = reader.paragraphLines(first: first, last: last, column: Int(cmark_node_get_start_column(node)), quotes: quotes)
        let leaf = reader.leaf(lines)
        if let directive = Directive.name(leaf) {
            add(.directive(directive), lines: first, last, leaf)
        } else {
            add(.paragraph, lines: first, last, leaf)
        }
    }

    /// The last line comes from the literal: cmark-gfm's end line is one early where a closing mark ends the block.
    private mutating func html(_ node: OpaquePointer, _ first: Int) {
        var literal = cmark_node_get_literal(node)
        var count = 0
        while let byte = literal?.pointee, byte != 0 {
            if byte == 0x0A { count += 1 }
            literal = literal?.advanced(by: 1)
        }
        let last = first + max(0, count - 1)
        let lines = (first...last).map { line in
            let full = reader.prepared.line(line)
            return reader.afterPrefix(full, quotes: quotes)..<full.upperBound
        }
        add(.html, lines: first, last, reader.leaf(lines))
    }

    private mutating func heading(_ node: OpaquePointer, _ first: Int) {
        let column = Int(cmark_node_get_start_column(node))
        let kind = Block.Kind.heading(level: Int(cmark_node_get_heading_level(node)))
        let line = reader.prepared.line(first)
        let start = line.lowerBound + max(0, column - 1)
        if start < line.upperBound, reader.prepared.bytes[start] == UInt8(ascii: "#") {
            add(kind, lines: first, first, reader.leaf(reader.atxHeading(line: first, column: column)))
            return
        }
        var last = first
        while last + 1 < reader.prepared.lineStarts.count, !isUnderline(last + 1) { last += 1 }
        let lines = reader.paragraphLines(first: first, last: last, column: column, quotes: quotes)
        add(kind, lines: first, last + 1, reader.leaf(lines))
    }

    private func isUnderline(_ line: Int) -> Bool {
        let full = reader.prepared.line(line)
        let start = reader.afterPrefix(full, quotes: quotes)
        guard start < full.upperBound else { return true }
        let mark = reader.prepared.bytes[start]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        return reader.prepared.bytes[start..<full.upperBound].drop { $0 == mark }.allSatisfy(\.isBlank)
    }

    private mutating func cell(_ first: Int) {
        let lines = column < rowCells.count ? [rowCells[column]] : []
        add(.tableCell(column: column), lines: first, first, reader.leaf(lines.filter { !$0.isEmpty }))
        column += 1
    }

    private mutating func add(_ kind: Block.Kind, lines first: Int, _ last: Int, _ leaf: LeafText?) {
        let lower = text.span(ofLine: first + lineOffset).lower
        let upper = max(lower, text.span(ofLine: max(first, last) + lineOffset).upper)
        blocks.append(Block(kind: kind, parent: open.last, span: SourceSpan(lower, upper), leaf: leaf))
    }
}

/// Paragraphs that instruct the publishing system and are no text of the page.
enum Directive {
    /// `INCLUDE`, `image` and the like where the paragraph is nothing but directives.
    static func name(_ leaf: LeafText) -> String? {
        let bytes = leaf.bytes
        if bytes.hasBytes(":::", at: 0) {
            let word = bytes[3...].drop(while: \.isBlank).prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
            return String(decoding: word.map(\.asciiLowercased), as: UTF8.self)
        }
        guard bytes.hasBytes("[!", at: 0), let first = leaf.inlines.first(where: { $0.kind == .directive }),
            first.range.lowerBound == 0
        else { return nil }
        // `[!INCLUDE [label](path)]` and `[!code-csharp[label](path)]`, alone in their paragraph.
        guard bytes[first.range.upperBound...].allSatisfy(\.isWhitespace) else { return nil }
        let word = bytes[2...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        return String(decoding: word.map(\.asciiLowercased), as: UTF8.self)
    }
}

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
    /// Block quotes round the footnotes that are open.
    private var outerQuotes: [Int] = []
    private var rowCells: [Range<Int>] = []
    private var rowStart = 0
    private var column = 0

    /// `lineOffset` is what to add to a line of the body to get the line of the file.
    static func read(_ tree: SyntaxTree, text: SourceText, lineOffset: Int, reader: LeafReader, markers: [Int: String]) -> [Block] {
        var blocks = BlockReader(text: text, lineOffset: lineOffset, reader: reader, markers: markers)
        tree.walk { node, kind, isEntering in blocks.visit(node, kind, isEntering) }
        return inFileOrder(blocks.blocks)
    }

    /// cmark-gfm moves footnotes to the end, in the order of their references: puts them back where they stand.
    private static func inFileOrder(_ blocks: [Block]) -> [Block] {
        guard let first = blocks.firstIndex(where: { if case .footnote = $0.kind { true } else { false } }) else { return blocks }
        var notes: [[Int]] = []
        for index in first..<blocks.count {
            if blocks[index].parent == nil || notes.isEmpty { notes.append([index]) } else { notes[notes.count - 1].append(index) }
        }
        notes.sort { blocks[$0[0]].span.lower < blocks[$1[0]].span.lower }
        var order: [Int] = []
        order.reserveCapacity(blocks.count)
        var next = notes[...]
        for index in 0..<first {
            while let note = next.first, blocks[note[0]].span.lower < blocks[index].span.lower {
                order += note
                next.removeFirst()
            }
            order.append(index)
        }
        order += next.joined()
        var place = [Int](repeating: 0, count: blocks.count)
        for (new, old) in order.enumerated() { place[old] = new }
        return order.map { old in
            let block = blocks[old]
            return Block(kind: block.kind, parent: block.parent.map { place[$0] }, span: block.span, leaf: block.leaf)
        }
    }

    /// For each block in the order of the tree its index in the document; empty where the orders are the same.
    static func treeOrder(_ tree: SyntaxTree, _ document: Document) -> [Int] {
        var notes: [Int: Int] = [:]
        var order: [Int] = []
        var isNote = Array(repeating: false, count: document.blocks.count)
        for (index, block) in document.blocks.enumerated() {
            isNote[index] = block.parent.map { isNote[$0] } ?? false
            if case .footnote = block.kind, block.parent == nil {
                notes[document.text.line(at: block.span.lower)] = index
                isNote[index] = true
            }
            if !isNote[index] { order.append(index) }
        }
        guard !notes.isEmpty else { return [] }
        let lineOffset = document.text.line(at: document.body.lower) - 1
        tree.walk { node, kind, isEntering in
            guard kind == HEXAPLA_FOOTNOTE_DEFINITION, isEntering, let note = notes[Int(cmark_node_get_start_line(node)) + lineOffset] else { return }
            order.append(note)
            var next = note + 1
            while next < document.blocks.count, document.blocks[next].parent != nil {
                order.append(next)
                next += 1
            }
        }
        return order.count == document.blocks.count ? order : []
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
            if isEntering { openContainer(node, kind, kind == HEXAPLA_TABLE_ROW ? rowLine(node) : first) } else { closeContainer(kind) }
        case HEXAPLA_PARAGRAPH:
            if isEntering { paragraph(node, first) }
        case HEXAPLA_HEADING:
            if isEntering { heading(node, first) }
        case HEXAPLA_TABLE_CELL:
            if isEntering { cell() }
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
            let marker = startsWithQuote(node, first) ? nil : markers[first]
            blockKind = marker.map { $0.lowercased().hasPrefix("div") ? .directive($0) : .alert($0) } ?? .blockQuote
        case HEXAPLA_LIST: blockKind = .list(ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
        case HEXAPLA_ITEM:
            let task = hexapla_cmark_task(node)
            blockKind = .item(isChecked: task == 0 ? nil : task == 2)
        case HEXAPLA_FOOTNOTE_DEFINITION:
            let mark = footnoteMark(first, column: Int(cmark_node_get_start_column(node)))
            blockKind = .footnote(label: mark.label)
            outerQuotes.append(quotes)
            quotes = mark.quotes
        case HEXAPLA_TABLE_ROW:
            let isHeader = hexapla_cmark_is_header(node)
            blockKind = .tableRow(isHeader: isHeader)
            // The first line of a list item has the item's mark before its table.
            let startsTable = isHeader && first == Int(cmark_node_get_start_line(node))
            rowCells = reader.cells(line: first, quotes: quotes, column: startsTable ? Int(cmark_node_get_start_column(node)) : nil)
            rowStart = first
            column = 0
        case HEXAPLA_TABLE:
            add(.table, lines: headerLine(node), Int(cmark_node_get_end_line(node)), nil)
            open.append(blocks.count - 1)
            return
        default: blockKind = .blockQuote
        }
        let last = kind == HEXAPLA_TABLE_ROW ? first : max(first, Int(cmark_node_get_end_line(node)))
        add(blockKind, lines: first, last, nil)
        open.append(blocks.count - 1)
    }

    private mutating func closeContainer(_ kind: hexapla_node_kind) {
        if kind == HEXAPLA_BLOCK_QUOTE { quotes -= 1 }
        if kind == HEXAPLA_FOOTNOTE_DEFINITION { quotes = outerQuotes.popLast() ?? 0 }
        guard let index = open.popLast(), kind != HEXAPLA_TABLE, kind != HEXAPLA_TABLE_ROW else { return }
        // cmark-gfm counts the blank lines after a container as its own: it ends with its last child.
        let block = blocks[index]
        let first = text.span(ofLine: text.line(at: block.span.lower)).upper
        let upper = index + 1 < blocks.count ? max(first, blocks[blocks.count - 1].span.upper) : first
        blocks[index] = Block(kind: block.kind, parent: block.parent, span: SourceSpan(block.span.lower, upper), leaf: nil)
    }

    /// True where another block quote starts on the same line: the marker on that line is the inner one's.
    private func startsWithQuote(_ quote: OpaquePointer, _ line: Int) -> Bool {
        guard let child = cmark_node_first_child(quote) else { return false }
        return hexapla_cmark_kind(child) == HEXAPLA_BLOCK_QUOTE && Int(cmark_node_get_start_line(child)) == line
    }

    /// The label in `[^label]:`, and the block quotes it stands in: cmark-gfm takes footnotes out of their containers.
    private func footnoteMark(_ line: Int, column: Int) -> (label: String, quotes: Int) {
        let full = reader.prepared.line(line)
        // The column is that of the text behind the label.
        let mark = reader.prepared.bytes[full.lowerBound..<min(full.upperBound, full.lowerBound + max(0, column - 1))]
        let start = mark.lastIndex(of: UInt8(ascii: "[")) ?? mark.endIndex
        let quotes = mark[..<start].count { $0 == UInt8(ascii: ">") }
        let label = mark[start...].dropFirst(2).prefix { $0 != UInt8(ascii: "]") }
        return (String(decoding: label, as: UTF8.self), quotes)
    }

    /// The line of a row; a table's header may follow lines of text, which cmark-gfm counts as its own.
    private func rowLine(_ row: OpaquePointer) -> Int {
        guard hexapla_cmark_is_header(row), let table = cmark_node_parent(row) else { return Int(cmark_node_get_start_line(row)) }
        return headerLine(table)
    }

    /// The header stands two lines before the first row, or before the row of hyphens.
    private func headerLine(_ table: OpaquePointer) -> Int {
        let first = Int(cmark_node_get_start_line(table))
        guard let previous = cmark_node_previous(table), cmark_node_get_start_line(previous) == 0 else { return first }
        if let row = cmark_node_first_child(table).flatMap({ cmark_node_next($0) }) { return max(first, Int(cmark_node_get_start_line(row)) - 2) }
        var line = first
        while line + 1 < reader.prepared.lineStarts.count, !isDelimiterRow(line + 1) { line += 1 }
        // A table without rows ends with its row of hyphens: what looks like one before it is text or the header.
        while line + 2 < reader.prepared.lineStarts.count, isDelimiterRow(line + 2) { line += 1 }
        return line
    }

    private func isDelimiterRow(_ line: Int) -> Bool {
        let full = reader.prepared.line(line)
        let row = reader.prepared.bytes[reader.afterPrefix(full, quotes: quotes)..<full.upperBound]
        return row.contains(UInt8(ascii: "-")) && row.allSatisfy { $0.isBlank || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
    }

    private mutating func paragraph(_ node: OpaquePointer, _ start: Int) {
        var (first, last) = (start, max(start, Int(cmark_node_get_end_line(node))))
        var column = Int(cmark_node_get_start_column(node))
        // Text right before a table's header has no position of its own.
        if start == 0, let table = cmark_node_next(node) {
            first = Int(cmark_node_get_start_line(table))
            last = max(first, headerLine(table) - 1)
            column = Int(cmark_node_get_start_column(table))
        }
        let lines = reader.paragraphLines(first: first, last: last, column: column, quotes: quotes, isBeforeTable: start == 0)
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
            let start = line == first ? full.lowerBound + max(0, Int(cmark_node_get_start_column(node)) - 1) : reader.afterPrefix(full, quotes: quotes)
            return min(start, full.upperBound)..<full.upperBound
        }
        add(.html, lines: first, last, reader.leaf(lines))
    }

    private mutating func heading(_ node: OpaquePointer, _ first: Int) {
        let column = Int(cmark_node_get_start_column(node))
        let kind = Block.Kind.heading(level: Int(cmark_node_get_heading_level(node)))
        let line = reader.prepared.line(first)
        let start = line.lowerBound + max(0, column - 1)
        if isATX(start..<max(start, line.upperBound)) {
            add(kind, lines: first, first, reader.leaf(reader.atxHeading(line: first, column: column)))
            return
        }
        var last = first
        while last + 1 < reader.prepared.lineStarts.count, !isUnderline(last + 1) { last += 1 }
        let lines = reader.paragraphLines(first: first, last: last, column: column, quotes: quotes)
        add(kind, lines: first, last + 1, reader.leaf(lines))
    }

    /// One to six number signs and then a blank or nothing; `#word` may start a setext heading.
    private func isATX(_ line: Range<Int>) -> Bool {
        let rest = reader.prepared.bytes[line].drop { $0 == UInt8(ascii: "#") }
        return rest.count < line.count && line.count - rest.count <= 6 && rest.first?.isBlank ?? true
    }

    private func isUnderline(_ line: Int) -> Bool {
        let full = reader.prepared.line(line)
        let start = reader.afterPrefix(full, quotes: quotes)
        guard start < full.upperBound else { return true }
        let mark = reader.prepared.bytes[start]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return false }
        return reader.prepared.bytes[start..<full.upperBound].drop { $0 == mark }.allSatisfy(\.isBlank)
    }

    private mutating func cell() {
        let lines = column < rowCells.count ? [rowCells[column]] : []
        add(.tableCell(column: column), lines: rowStart, rowStart, reader.leaf(lines.filter { !$0.isEmpty }))
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

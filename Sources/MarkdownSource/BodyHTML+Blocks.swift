import CCMarkGFM
import LocalizationModel

extension BodyHTML {
    mutating func blockEvent(_ node: OpaquePointer, _ kind: hexapla_node_kind, _ isEntering: Bool) {
        if isEntering {
            enterBlock()
            if !isLeafEvent(kind) { openBlocks.append(block) }
        }
        let index = isEntering ? block : openBlocks.popLast() ?? 0
        guard index < blocks.count else { return }
        if isEntering { places.start(index, at: out.count) }
        defer { places.end(index, at: out.count) }
        // What raw HTML left open in a block ends with it.
        if !isEntering {
            endMark()
            policy.leave(&out)
        }
        defer { if isEntering, !isLeafEvent(kind), skipDepth == 0 { policy.enter(phrasing: isPhrasing(kind, index)) } }
        switch kind {
        case HEXAPLA_BLOCK_QUOTE: quote(blocks[index].kind, index, isEntering)
        case HEXAPLA_LIST: list(node, isEntering)
        case HEXAPLA_ITEM: isEntering ? item(node) : write("</li>\n")
        case HEXAPLA_PARAGRAPH: paragraph(node, index, isEntering)
        case HEXAPLA_HEADING: heading(node, index, isEntering)
        case HEXAPLA_CODE_BLOCK: code(node)
        case HEXAPLA_HTML_BLOCK:
            policy.write(cmark_node_get_literal(node), &images, isInLink: false, &out)
            policy.endBlock()
        case HEXAPLA_THEMATIC_BREAK: write("<hr>\n")
        case HEXAPLA_TABLE: table(isEntering)
        case HEXAPLA_TABLE_ROW: row(node, isEntering)
        case HEXAPLA_TABLE_CELL: cell(node, index, isEntering)
        case HEXAPLA_FOOTNOTE_DEFINITION: footnote(isEntering)
        default: break
        }
    }

    func language(_ index: Int) -> String { options.languages[index].map(languageAttributes) ?? "" }

    /// `lang`, and `dir` where a foreign text runs the other way.
    func languageAttributes(_ language: String) -> String {
        " lang=\"\(escaped(language))\"" + (options.foreignDirection.map { " dir=\"\($0)\"" } ?? "")
    }

    /// True for the blocks that hold running text alone; a paragraph with blocks in it is written as a `div`, a cell may hold any.
    private func isPhrasing(_ kind: hexapla_node_kind, _ index: Int) -> Bool {
        kind == HEXAPLA_HEADING || kind == HEXAPLA_PARAGRAPH && !holdsBlocks(index)
    }

    private func holdsBlocks(_ index: Int) -> Bool {
        blocks[index].leaf?.inlines.contains { inline in
            if inline.kind == .directive { return true }
            guard case .html(let tag) = inline.kind, !tag.hasPrefix("/"), !tag.hasPrefix("!") else { return false }
            switch HTMLAllowance.element(tag) {
            case .kept: return !HTMLAllowance.phrasing.contains(tag)
            case .written(let name): return !HTMLAllowance.phrasing.contains(name)
            default: return false
            }
        } ?? false
    }

    /// Writes the other ids of a block.
    private mutating func writeAliases(_ index: Int) {
        for id in options.aliases[index] ?? [] { write("<span class=\"anchor\" id=\"\(escaped(id))\"></span>") }
    }

    /// Writes the last of a start tag: an attribute or the tag's name, then the block's language.
    private mutating func open(_ text: StaticString, _ index: Int) {
        write(text)
        if options.languages[index] != nil { write(language(index)) }
        write(">")
    }

    mutating func quote(_ kind: Block.Kind, _ index: Int, _ isEntering: Bool) {
        switch kind {
        case .alert(let word):
            guard isEntering else { return write("</div>\n") }
            let name = word.lowercased()
            write("<div class=\"alert alert-\(escaped(name))\">\n<p class=\"alert-title\">\(escaped(options.alertTitle(word) ?? word))</p>\n")
        case .directive: write(isEntering ? "<div class=\"next-step\">\n" : "</div>\n")
        default: write(isEntering ? "<blockquote>\n" : "</blockquote>\n")
        }
    }

    mutating func list(_ node: OpaquePointer, _ isEntering: Bool) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        guard isEntering else { return write(isOrdered ? "</ol>\n" : "</ul>\n") }
        let start = cmark_node_get_list_start(node)
        if isOrdered { places.firstNumbers[block] = Int(start) }
        write(isOrdered ? start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n" : "<ul>\n")
    }

    mutating func item(_ node: OpaquePointer) {
        switch hexapla_cmark_task(node) {
        case 1: write("<li class=\"task\"><span class=\"task-box\" role=\"img\" aria-label=\"\(escaped(options.taskOpen))\">☐</span> ")
        case 2: write("<li class=\"task\"><span class=\"task-box done\" role=\"img\" aria-label=\"\(escaped(options.taskDone))\">☑</span> ")
        default: write("<li>")
        }
    }

    mutating func paragraph(_ node: OpaquePointer, _ index: Int, _ isEntering: Bool) {
        if isEntering, case .directive(let name) = blocks[index].kind {
            directive(name, blocks[index].leaf)
            skipDepth = 1
            _ = openBlocks.popLast()
            return
        }
        let parent = cmark_node_parent(node)
        let isTight = parent.flatMap { cmark_node_parent($0) }.map { hexapla_cmark_kind($0) == HEXAPLA_LIST && cmark_node_get_list_tight($0) != 0 } ?? false
        if !isEntering { places.endContent(index, at: out.count) }
        defer {
            if isEntering {
                places.startContent(index, at: out.count)
                writeAliases(index)
            }
        }
        let holdsBlocks = holdsBlocks(index)
        if isTight {
            if options.languages[index] != nil { write(isEntering ? "<span\(language(index))>" : "</span>") }
            if !isEntering { write("\n") }
        } else {
            isEntering ? open(holdsBlocks ? "<div class=\"paragraph\"" : "<p", index) : write(holdsBlocks ? "</div>\n" : "</p>\n")
        }
        closeMark(isEntering)
    }

    mutating func heading(_ node: OpaquePointer, _ index: Int, _ isEntering: Bool) {
        let level = cmark_node_get_heading_level(node)
        guard isEntering else { return write("</h\(level)>\n") }
        write("<h\(level)")
        if let id = options.ids[index] ?? (options.namesHeadings ? ownID(index) : nil) {
            write(" id=\"")
            writeEscaped(id)
            write("\"")
        }
        open("", index)
        writeAliases(index)
        closeMark(true)
    }

    /// The id of a heading of a fragment, which is part of several pages.
    private func ownID(_ index: Int) -> String? {
        guard let leaf = blocks[index].leaf else { return nil }
        return options.anchors.unique(AnchorNames.id(ofHeading: leaf.bytes))
    }

    mutating func table(_ isEntering: Bool) {
        if isEntering {
            write("<div class=\"table-scroll\" tabindex=\"0\"><table>\n")
            tableSections.append(false)
        } else {
            write(tableSections.popLast() ?? false ? "</tbody></table></div>\n" : "</table></div>\n")
        }
    }

    mutating func row(_ node: OpaquePointer, _ isEntering: Bool) {
        let isHeader = hexapla_cmark_is_header(node)
        if isEntering {
            if isHeader {
                write("<thead>")
            } else if tableSections.last == false {
                write("<tbody>\n")
                tableSections[tableSections.count - 1] = true
            }
            write("<tr>")
        } else {
            write(isHeader ? "</tr></thead>\n" : "</tr>\n")
        }
    }

    mutating func cell(_ node: OpaquePointer, _ index: Int, _ isEntering: Bool) {
        let row = cmark_node_parent(node)
        let isHeader = row.map { hexapla_cmark_is_header($0) } ?? false
        guard isEntering else { return write(isHeader ? "</th>" : "</td>") }
        var alignment: StaticString = ""
        if case .tableCell(let column) = blocks[index].kind, let row, let table = cmark_node_parent(row),
            column < Int(cmark_gfm_extensions_get_table_columns(table)),
            let alignments = cmark_gfm_extensions_get_table_alignments(table)
        {
            switch alignments[column] {
            case UInt8(ascii: "r"): alignment = " class=\"align-end\""
            case UInt8(ascii: "c"): alignment = " class=\"align-center\""
            default: break
            }
        }
        write(isHeader ? "<th scope=\"col\"" : "<td")
        open(alignment, index)
        closeMark(true)
    }

    mutating func footnote(_ isEntering: Bool) {
        if isEntering {
            if !isInFootnotes { write("<section class=\"footnotes\" aria-label=\"\(escaped(options.footnotes))\">\n<ol>\n") }
            isInFootnotes = true
            footnoteNumber += 1
            write("<li id=\"\(escaped(noteID(footnoteNumber).note))\">")
        } else {
            // The way back stands at the end of the note's last paragraph.
            let endsParagraph = out.suffix(5) == Array("</p>\n".utf8)[...]
            if endsParagraph { out.removeLast(5) }
            write(" <a class=\"footnote-backref\" href=\"#\(escaped(noteID(footnoteNumber).reference))\" aria-label=\"\(escaped(options.footnoteBack))\">↩</a>")
            write(endsParagraph ? "</p>\n</li>\n" : "</li>\n")
        }
    }

    /// `:::image …:::` becomes an image, `[!INCLUDE]` the included text, `[!VIDEO]` a link; others leave nothing.
    mutating func directive(_ name: String, _ leaf: LeafText?) {
        guard let leaf else { return }
        if name == "image" {
            let attributes = HTMLTag(Array("<x ".utf8)[...] + leaf.bytes[...].drop { $0 == UInt8(ascii: ":") || $0 == 0x20 })
            guard let source = attributes["source"] else { return }
            write("<p>")
            images.write(source, text: escaped(attributes["alt-text"] ?? ""), isInLink: false, &out)
            return write("</p>\n")
        }
        let destination = leaf.inlines.compactMap { inline -> String? in if case .link(let destination, _) = inline.kind { destination } else { nil } }.first
        if name == "include", let destination, let included = options.include(destination) {
            out += included
        } else if name == "video" {
            let address = String(decoding: leaf.bytes.dropFirst(7).prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self).split(separator: " ").first.map(
                String.init)
            if let address, case .address(let target) = options.link(address) { write("<p><a href=\"\(escaped(target))\">\(escaped(address))</a></p>\n") }
        }
    }
}

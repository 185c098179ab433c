import LocalizationModel

/// A document as text, for comparing: one line a block, indented by its depth, and one an inline.
enum Outline {
    static func outline(_ document: Document, inlines: Bool = true) -> String {
        var text = ""
        for (index, block) in document.blocks.enumerated() {
            let depth = document.ancestors(of: index).reduce(0) { count, _ in count + 1 }
            let first = document.text.line(at: block.span.lower)
            let last = document.text.line(at: max(block.span.lower, block.span.upper - 1))
            let indent = String(repeating: "  ", count: depth)
            text += "\(indent)\(name(block.kind)) \(first == last ? "\(first)" : "\(first)-\(last)")"
            if let leaf = block.leaf {
                text += " \(quoted(leaf.bytes[...]))\n"
                for inline in leaf.inlines where inlines { text += "\(indent)  ~ \(name(inline.kind)) \(quoted(leaf.bytes[inline.content]))\n" }
            } else {
                text += "\n"
            }
        }
        for anchor in document.anchors { text += "anchor \(anchor.name)\n" }
        for comment in document.comments { text += "comment \(quoted(document.text[comment.content]))\n" }
        for pair in document.sideBySide { text += "pair \(pair.id) \(quoted(document.text[pair.target])) = \(quoted(document.text[pair.source]))\n" }
        for note in document.notes { text += "note \(note.kind.rawValue) \(document.text.line(at: note.span.lower))\n" }
        return text
    }

    private static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        "«" + String(decoding: bytes, as: UTF8.self).replacing("\r", with: "␍").replacing("\n", with: "⏎") + "»"
    }

    private static func name(_ kind: Block.Kind) -> String {
        switch kind {
        case .heading(let level): "heading\(level)"
        case .paragraph: "paragraph"
        case .list(let ordered): ordered ? "ordered-list" : "list"
        case .item(let isChecked): isChecked.map { $0 ? "item[x]" : "item[ ]" } ?? "item"
        case .blockQuote: "quote"
        case .alert(let word): "alert(\(word))"
        case .code(let info): "code(\(info))"
        case .html: "html"
        case .table: "table"
        case .tableRow(let isHeader): isHeader ? "header" : "row"
        case .tableCell(let column): "cell\(column)"
        case .thematicBreak: "break"
        case .footnote(let label): "footnote(\(label))"
        case .directive(let name): "directive(\(name))"
        }
    }

    private static func name(_ kind: Inline.Kind) -> String {
        switch kind {
        case .code: "code"
        case .link(let destination, let reference): reference ? "reference(\(destination))" : "link(\(destination))"
        case .image(let destination): "image(\(destination))"
        case .autolink(let destination): "address(\(destination))"
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .html(let tag): "tag(\(tag))"
        case .hardBreak: "hard-break"
        case .footnoteReference: "footnote"
        case .directive: "directive"
        }
    }
}

import CCMarkGFM
import LocalizationModel

extension BodyHTML {
    mutating func inlineEvent(_ node: OpaquePointer, _ kind: hexapla_node_kind, _ isEntering: Bool) {
        if isInImage > 0, kind != HEXAPLA_IMAGE {
            // The description of an image is plain text.
            if kind == HEXAPLA_TEXT || kind == HEXAPLA_CODE { escape(cmark_node_get_literal(node)) } else if kind == HEXAPLA_SOFT_BREAK { write(" ") }
            return
        }
        switch kind {
        case HEXAPLA_TEXT: text(node)
        case HEXAPLA_SOFT_BREAK: softBreak(node)
        case HEXAPLA_LINE_BREAK: write("<br>\n")
        case HEXAPLA_CODE:
            write("<code>")
            escape(cmark_node_get_literal(node))
            write("</code>")
        case HEXAPLA_HTML_INLINE: rawTag(node)
        case HEXAPLA_EMPHASIS: container("em", isEntering)
        case HEXAPLA_STRONG: container("strong", isEntering)
        case HEXAPLA_STRIKETHROUGH: container("del", isEntering)
        case HEXAPLA_LINK: link(node, isEntering)
        case HEXAPLA_IMAGE: image(node, isEntering)
        case HEXAPLA_FOOTNOTE_REFERENCE: if isEntering { footnoteReference(node) }
        default: break
        }
    }

    mutating func container(_ name: String, _ isEntering: Bool) {
        if isEntering {
            write("<\(name)>")
            inlineDepth += 1
        } else {
            leaveInline { html in html.write("</\(name)>") }
        }
    }

    /// Closes a marked passage that was opened inside the container, and opens it again after it.
    mutating func leaveInline(_ close: (inout BodyHTML) -> Void) {
        let reopens = markedAt.map { $0 >= inlineDepth } ?? false
        if reopens { write("</span>") }
        close(&self)
        inlineDepth = max(0, inlineDepth - 1)
        if reopens {
            write("<span lang=\"\(escaped(options.markedLanguage))\">")
            markedAt = inlineDepth
        }
    }

    /// A passage never reaches over the end of its block.
    mutating func closeMark(_ isEntering: Bool) {
        if isEntering {
            inlineDepth = 0
            markedAt = nil
        }
    }

    mutating func text(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        var bytes = Array(UnsafeBufferPointer(start: literal, count: strlenBytes(literal)).lazy.map { UInt8(bitPattern: $0) })
        if pendingInclude, bytes.first == UInt8(ascii: "]") {
            bytes.removeFirst()
            pendingInclude = false
        }
        if let start = bytes.firstRange(of: "[!INCLUDE", from: 0), bytes[(start + 9)...].allSatisfy(\.isBlank), let next = cmark_node_next(node),
            hexapla_cmark_kind(next) == HEXAPLA_LINK
        {
            bytes.removeSubrange(start...)
            pendingInclude = true
        }
        var i = 0
        while i < bytes.count {
            if bytes[i] == 0xEF, bytes[i...].starts(with: LanguageMarks.open) {
                if markedAt == nil { write("<span lang=\"\(escaped(options.markedLanguage))\">") }
                markedAt = inlineDepth
                i += 3
            } else if bytes[i] == 0xEF, bytes[i...].starts(with: LanguageMarks.close) {
                if markedAt != nil { write("</span>") }
                markedAt = nil
                i += 3
            } else {
                HTMLText.escape(bytes[i], into: &out)
                i += 1
            }
        }
    }

    func strlenBytes(_ text: UnsafePointer<CChar>) -> Int {
        var count = 0
        while text[count] != 0 { count += 1 }
        return count
    }

    /// A line end inside CJK text is no space (an open wish of CommonMark's users).
    mutating func softBreak(_ node: OpaquePointer) {
        var start = out.count - 1
        while start > 0, out[start].isContinuation { start -= 1 }
        let before = start >= 0 ? out.scalar(at: start).value : 0
        var after: UInt32 = 0
        if let next = cmark_node_next(node), hexapla_cmark_kind(next) == HEXAPLA_TEXT, let literal = cmark_node_get_literal(next), literal[0] != 0 {
            after = String(cString: literal).unicodeScalars.first?.value ?? 0
        }
        write(CJK.isIdeographic(before) && CJK.isIdeographic(after) ? "" : "\n")
    }

    mutating func link(_ node: OpaquePointer, _ isEntering: Bool) {
        if pendingInclude {
            if isEntering, let path = cmark_node_get_url(node).map({ String(cString: $0) }), let included = options.include(path) {
                out += HTMLText.inline(included)
            }
            return
        }
        let destination = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let target = options.link(destination)
        if isEntering {
            inlineDepth += 1
            if let target {
                let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
                write("<a href=\"\(escaped(target))\"\(title.isEmpty ? "" : " title=\"\(escaped(title))\"")>")
            }
        } else {
            leaveInline { html in if target != nil { html.write("</a>") } }
        }
    }

    mutating func image(_ node: OpaquePointer, _ isEntering: Bool) {
        if isEntering {
            isInImage += 1
            guard isInImage == 1 else { return }
            let source = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            write("<img src=\"\(escaped(options.link(source) ?? ""))\" alt=\"")
        } else {
            isInImage -= 1
            guard isInImage == 0 else { return }
            let title = cmark_node_get_title(node).map { String(cString: $0) } ?? ""
            write(title.isEmpty ? "\">" : "\" title=\"\(escaped(title))\">")
        }
    }

    mutating func footnoteReference(_ node: OpaquePointer) {
        let number = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        write("<sup class=\"footnote-ref\"><a id=\"fnref-\(escaped(number))\" href=\"#fn-\(escaped(number))\">\(escaped(number))</a></sup>")
    }

    /// Writes a tag of the page, but for the anchor whose id the heading carries.
    mutating func rawTag(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        if let id = options.ids[block] {
            let tag = HTMLTag(Array(String(cString: literal).utf8)[...])
            if tag.name == "a", tag.isClosing, droppedAnchor {
                droppedAnchor = false
                return
            }
            if tag.name == "a", !tag.isClosing, (tag["name"] ?? tag["id"]) == id, tag["href"] == nil {
                droppedAnchor = true
                return
            }
        }
        policy.write(literal, &out)
    }
}

/// Scripts that write no spaces between words.
enum CJK {
    static func isIdeographic(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80...0x2FDF, 0x3000...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3134F: true
        default: false
        }
    }
}

import CCMarkGFM
import LocalizationModel

extension BodyHTML {
    mutating func inlineEvent(_ node: OpaquePointer, _ kind: hexapla_node_kind, _ isEntering: Bool) {
        if isInImage > 0, kind != HEXAPLA_IMAGE {
            // The description of an image is plain text.
            if kind == HEXAPLA_TEXT || kind == HEXAPLA_CODE { escape(cmark_node_get_literal(node)) }
            if kind == HEXAPLA_SOFT_BREAK { softBreak(node) }
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
        case HEXAPLA_EMPHASIS: container("<em>", "</em>", isEntering)
        case HEXAPLA_STRONG: container("<strong>", "</strong>", isEntering)
        case HEXAPLA_STRIKETHROUGH: container("<del>", "</del>", isEntering)
        case HEXAPLA_LINK: link(node, isEntering)
        case HEXAPLA_IMAGE: image(node, isEntering)
        case HEXAPLA_FOOTNOTE_REFERENCE: if isEntering { footnoteReference(node) }
        default: break
        }
    }

    mutating func container(_ opening: StaticString, _ closing: StaticString, _ isEntering: Bool) {
        if isEntering {
            write(opening)
            inlineDepth += 1
        } else {
            leaveInline(closing)
        }
    }

    /// Closes a marked passage that was opened inside the container, and opens it again after it.
    mutating func leaveInline(_ closing: StaticString) {
        let reopens = markedAt.map { $0 >= inlineDepth } ?? false
        if reopens { write("</span>") }
        write(closing)
        inlineDepth = max(0, inlineDepth - 1)
        if reopens {
            write("<span\(languageAttributes(options.markedLanguage))>")
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
        var bytes = Self.bytes(literal)
        if pendingInclude, bytes.first == UInt8(ascii: "]") {
            bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst())
            pendingInclude = false
        }
        if let start = Self.inclusion(bytes), let next = cmark_node_next(node), hexapla_cmark_kind(next) == HEXAPLA_LINK {
            bytes = UnsafeBufferPointer(rebasing: bytes[..<start])
            pendingInclude = true
        }
        writeMarked(bytes)
    }

    /// Where the opening of an inclusion stands at the end of a text; nil where there is none.
    private static func inclusion(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let opening: StaticString = "[!INCLUDE"
        guard let start = bytes.firstRange(of: opening, from: 0) else { return nil }
        return bytes[(start + opening.utf8CodeUnitCount)...].allSatisfy(\.isBlank) ? start : nil
    }

    /// Writes text, with elements in the place of the marks of foreign passages.
    private mutating func writeMarked(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var i = 0
        while i < bytes.count {
            guard bytes[i] == LanguageMarks.open[0], let isOpening = LanguageMarks.isOpening(bytes, at: i) else {
                i += 1
                continue
            }
            HTMLText.escape(UnsafeBufferPointer(rebasing: bytes[start..<i]), into: &out)
            if isOpening, markedAt == nil { write("<span\(languageAttributes(options.markedLanguage))>") }
            if !isOpening, markedAt != nil { write("</span>") }
            markedAt = isOpening ? inlineDepth : nil
            i += LanguageMarks.open.count
            start = i
        }
        HTMLText.escape(UnsafeBufferPointer(rebasing: bytes[start...]), into: &out)
    }

    /// A line end inside CJK text is no space (CSS Text 3, section 4.1.3; an open wish of CommonMark's users).
    mutating func softBreak(_ node: OpaquePointer) {
        write(WideText.joins(InlineNeighbours.last(before: node), InlineNeighbours.first(after: node)) ? "" : "\n")
    }

    mutating func link(_ node: OpaquePointer, _ isEntering: Bool) {
        if pendingInclude {
            if isEntering, let path = cmark_node_get_url(node).map({ String(cString: $0) }), let included = options.include(path) {
                out += HTMLText.inline(included)
            }
            return
        }
        guard isEntering else { return leaveInline(openLinks.popLast() ?? false ? "</a>" : "") }
        let target = options.link(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        openLinks.append(target != nil)
        inlineDepth += 1
        guard let target else { return }
        write("<a href=\"")
        writeEscaped(target)
        if let title = cmark_node_get_title(node), title[0] != 0 {
            write("\" title=\"")
            escape(title)
        }
        write("\">")
    }

    mutating func image(_ node: OpaquePointer, _ isEntering: Bool) {
        if isEntering {
            isInImage += 1
            guard isInImage == 1 else { return }
            images.begin(cmark_node_get_url(node).map { String(cString: $0) } ?? "", isInLink: isInLink, &out)
        } else {
            isInImage -= 1
            guard isInImage == 0 else { return }
            images.end(title: cmark_node_get_title(node).map { String(cString: $0) } ?? "", &out)
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
        policy.write(literal, &images, isInLink: isInLink, &out)
    }
}

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
        if policy.isRemoving, isRemoved(kind, isEntering) { return }
        switch kind {
        case HEXAPLA_TEXT: text(node)
        case HEXAPLA_SOFT_BREAK: softBreak(node)
        case HEXAPLA_LINE_BREAK: write("<br>\n")
        case HEXAPLA_CODE:
            write("<code>")
            escape(cmark_node_get_literal(node))
            write("</code>")
        case HEXAPLA_HTML_INLINE: policy.write(cmark_node_get_literal(node), &images, isInLink: isInLink, &out)
        case HEXAPLA_EMPHASIS: container("<em>", "</em>", isEntering)
        case HEXAPLA_STRONG: container("<strong>", "</strong>", isEntering)
        case HEXAPLA_STRIKETHROUGH: container("<del>", "</del>", isEntering)
        case HEXAPLA_LINK: link(node, isEntering)
        case HEXAPLA_IMAGE: image(node, isEntering)
        case HEXAPLA_FOOTNOTE_REFERENCE: if isEntering { footnoteReference(node) }
        default: break
        }
    }

    /// True for what stands in an element of raw HTML that vanishes. Containers that began before it end as they began.
    private mutating func isRemoved(_ kind: hexapla_node_kind, _ isEntering: Bool) -> Bool {
        switch kind {
        case HEXAPLA_HTML_INLINE: return false
        case HEXAPLA_EMPHASIS, HEXAPLA_STRONG, HEXAPLA_STRIKETHROUGH, HEXAPLA_LINK, HEXAPLA_IMAGE:
            if isEntering { removedContainers += 1 } else if removedContainers > 0 { removedContainers -= 1 } else { return false }
            return true
        default: return true
        }
    }

    mutating func container(_ opening: StaticString, _ closing: StaticString, _ isEntering: Bool) {
        if isEntering {
            write(opening)
            inlineDepth += 1
            policy.enter(phrasing: nil)
        } else {
            leaveInline(closing)
        }
    }

    /// Closes a marked passage that was opened inside the container, and opens it again after it.
    mutating func leaveInline(_ closing: StaticString) {
        let reopens = markedAt.map { $0 >= inlineDepth } ?? false
        if reopens { endMark() }
        policy.leave(&out)
        write(closing)
        inlineDepth = max(0, inlineDepth - 1)
        if reopens { startMark() }
        if endsMark, markedAt == inlineDepth { endMark() }
    }

    private mutating func startMark() {
        write("<span\(languageAttributes(options.markedLanguage))>")
        policy.enter(phrasing: nil)
        markedAt = inlineDepth
    }

    /// Closes a marked passage with what raw HTML left open in it.
    mutating func endMark() {
        endsMark = false
        guard markedAt != nil else { return }
        policy.leave(&out)
        write("</span>")
        markedAt = nil
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
            if isOpening, markedAt == nil { startMark() }
            // A passage that ends inside an emphasis which began in it ends with that.
            if !isOpening, markedAt.map({ $0 < inlineDepth }) ?? false { endsMark = true } else if !isOpening { endMark() }
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
        openLinks.append(target != .removed)
        inlineDepth += 1
        policy.enter(phrasing: nil)
        switch target {
        case .removed: return
        // A place where a link might have been (HTML Living Standard, section 4.5.1).
        case .missing: return write("<a class=\"missing\" title=\"\(escaped(options.missingLink))\">")
        case .address(let address):
            write("<a href=\"")
            writeEscaped(address)
        }
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

    /// A note may be referred to several times: each reference has an id of its own, the way back leads to the first.
    mutating func footnoteReference(_ node: OpaquePointer) {
        let number = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let isFirst = noteIDs[Int(number) ?? 0] == nil
        let ids = noteID(Int(number) ?? 0)
        let own = isFirst ? ids.reference : options.anchors.unique("fnref-\(number)")
        write("<sup class=\"footnote-ref\"><a id=\"\(escaped(own))\" href=\"#\(escaped(ids.note))\">\(escaped(number))</a></sup>")
    }

    /// Fragments have notes of their own, counted from one like the page's.
    mutating func noteID(_ number: Int) -> (note: String, reference: String) {
        if let known = noteIDs[number] { return known }
        let ids = (note: options.anchors.unique("fn-\(number)"), reference: options.anchors.unique("fnref-\(number)"))
        noteIDs[number] = ids
        return ids
    }
}

import LocalizationModel

/// Lets through the raw HTML that documentation needs, and nothing that runs, loads or frames.
///
/// An allow-list of elements and attributes (after the HTML Living Standard's flow and phrasing content). Comments
/// vanish, closing tags without an opening one are dropped, and what is left open is closed at the page's end.
struct RawHTMLPolicy {
    private static let elements: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn",
        "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol",
        "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "u", "ul", "var", "wbr",
    ]
    private static let void: Set<String> = ["br", "hr", "img", "col", "wbr"]
    private static let attributes: Set<String> = [
        "alt", "cite", "colspan", "dir", "headers", "height", "href", "id", "lang", "name", "open", "reversed", "rowspan", "scope", "span", "src", "start",
        "title", "width",
    ]
    /// Elements whose content goes with them.
    private static let removedWhole: Set<String> = [
        "script", "style", "iframe", "object", "embed", "noscript", "template", "svg", "math", "textarea", "select", "form",
    ]

    private let link: @Sendable (String) -> String?
    private var open: [String] = []
    /// Of `open`.
    private var openLinks = 0
    private var removing: String?

    init(link: @escaping @Sendable (String) -> String?) { self.link = link }

    /// True where a link is open.
    var isInLink: Bool { openLinks > 0 }

    /// Writes a literal of the parser's tree.
    mutating func write(_ literal: UnsafePointer<CChar>?, _ images: inout ImageWriter, isInLink: Bool, _ out: inout [UInt8]) {
        guard let literal else { return }
        write(Array(String(cString: literal).utf8), &images, isInLink: isInLink, &out)
    }

    mutating func write(_ bytes: [UInt8], _ images: inout ImageWriter, isInLink: Bool, _ out: inout [UInt8]) {
        var i = 0
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "<") else {
                if removing == nil { text(bytes, i, &out) }
                i += 1
                continue
            }
            if bytes.hasBytes("<!--", at: i) {
                i = bytes.firstRange(of: "-->", from: i + 4).map { $0 + 3 } ?? bytes.count
                continue
            }
            guard let end = tagEnd(bytes, i) else {
                if removing == nil { out += Array("&lt;".utf8) }
                i += 1
                continue
            }
            let tag = HTMLTag(bytes[i...end])
            if tag.name == "img", !tag.isClosing, removing == nil {
                image(tag, &images, isInLink: isInLink || self.isInLink, &out)
            } else if !tag.name.isEmpty {
                write(tag, &out)
            }
            i = end + 1
        }
    }

    /// Closes what is still open.
    mutating func closeAll(_ out: inout [UInt8]) {
        for name in open.reversed() { out += Array("</\(name)>".utf8) }
        open = []
    }

    /// Text of an HTML block: character references stay, a stray quote or bracket cannot open anything.
    private func text(_ bytes: [UInt8], _ i: Int, _ out: inout [UInt8]) { out.append(bytes[i]) }

    private func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var quote: UInt8 = 0
        var i = start + 1
        guard i < bytes.count, bytes[i].isASCIILetter || bytes[i] == UInt8(ascii: "/") || bytes[i] == UInt8(ascii: "!") || bytes[i] == UInt8(ascii: "?") else {
            return nil
        }
        let limit = min(bytes.count, start + 65_536)
        while i < limit {
            if quote != 0 {
                if bytes[i] == quote { quote = 0 }
            } else if bytes[i] == UInt8(ascii: ">") {
                return i
            } else if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'"), bytes[i - 1] == UInt8(ascii: "=") {
                quote = bytes[i]
            }
            i += 1
        }
        return nil
    }

    private mutating func write(_ tag: HTMLTag, _ out: inout [UInt8]) {
        if let removed = removing {
            if tag.isClosing, tag.name == removed { removing = nil }
            return
        }
        if Self.removedWhole.contains(tag.name) {
            if !tag.isClosing, !tag.isSelfClosing, tag.name != "embed" { removing = tag.name }
            return
        }
        guard Self.elements.contains(tag.name) else { return }
        if tag.isClosing {
            guard let at = open.lastIndex(of: tag.name) else { return }
            open.remove(at: at)
            if tag.name == "a" { openLinks -= 1 }
            out += Array("</\(tag.name)>".utf8)
            return
        }
        out += Array("<\(tag.name)".utf8)
        for attribute in tag.attributes { write(attribute, &out) }
        out.append(UInt8(ascii: ">"))
        if !Self.void.contains(tag.name) { open.append(tag.name) }
        if tag.name == "a" { openLinks += 1 }
    }

    /// An image of HTML is shown as one of Markdown is; the size that the page gives it stays.
    private func image(_ tag: HTMLTag, _ images: inout ImageWriter, isInLink: Bool, _ out: inout [UInt8]) {
        var attributes: [UInt8] = []
        for attribute in tag.attributes where !Self.ofImages.contains(attribute.name) { write(attribute, &attributes) }
        let source = tag["src"].flatMap { Self.address($0) } ?? ""
        let size = WrittenSize(width: tag["width"] ?? "", height: tag["height"] ?? "")
        images.write(source, text: Self.quoted(tag["alt"] ?? ""), isInLink: isInLink, size: size, attributes: attributes, &out)
    }

    /// Attributes that are written with the image's address.
    private static let ofImages: Set<String> = ["src", "alt", "width", "height"]

    /// A value between quotation marks, its character references as written.
    private static func quoted(_ value: String) -> String { value.replacing("\"", with: "&quot;").replacing("<", with: "&lt;") }

    /// The address that a browser reads in an attribute. Of character references only `&amp;` is decoded: any other has no business in an
    /// address, and `&#106;avascript:` would pass for a relative one.
    private static func address(_ value: String) -> String? {
        let decoded = value.replacing("&amp;", with: "&")
        var rest = value.replacing("&amp;", with: "")[...]
        while let sign = rest.firstIndex(of: "&") {
            rest = rest[rest.index(after: sign)...]
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            if rest.first == "#" || !name.isEmpty && rest[name.endIndex...].first == ";" { return nil }
        }
        return decoded
    }

    private func write(_ attribute: HTMLTag.Attribute, _ out: inout [UInt8]) {
        guard Self.attributes.contains(attribute.name) else { return }
        // `name` on an anchor is obsolete (HTML Living Standard, section 16.2): ids do the same.
        let name = attribute.name == "name" ? "id" : attribute.name
        guard !(name == "id" && attribute.value.isEmpty) else { return }
        var value = attribute.value
        if name == "href" || name == "src" || name == "cite" {
            guard let address = Self.address(value), let target = link(address) else { return }
            value = target.replacing("&", with: "&amp;")
        }
        out += Array(" \(name)=\"\(Self.quoted(value))\"".utf8)
    }
}

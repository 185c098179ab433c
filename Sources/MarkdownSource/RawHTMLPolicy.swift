import LocalizationModel

/// Writes the raw HTML of a page as `HTMLAllowance` lets it through: anew, tag by tag, so that no trick of writing gets past it.
///
/// What comes out is balanced whatever goes in. Elements are closed where the block or the inline they were opened in ends, end tags without a
/// start tag are dropped, and a block that stands in running text is written as a `span`.
struct RawHTMLPolicy {
    /// An element that is open, under the name that the page gives it and the one it was written with.
    private struct Open {
        let name: String
        let written: String
    }

    /// What Markdown has open: elements of raw HTML do not reach over its end.
    private struct Scope {
        /// Elements that were open when it began.
        let base: Int
        let isPhrasing: Bool
        /// The element that vanishes with its content; nil outside one.
        var removing: String?
    }

    private let options: BodyOptions
    private var markup: PageMarkup
    private var open: [Open] = []
    private var scopes = [Scope(base: 0, isPhrasing: false)]
    /// Of the elements that are open, links.
    private var openLinks = 0
    private var removals = 0

    /// Deeper nesting is none that a person wrote.
    private static let deepest = 256

    init(_ options: BodyOptions, page: [UInt8]) {
        self.options = options
        markup = PageMarkup(page)
    }

    /// True where what Markdown writes stands inside an element that vanishes.
    var isRemoving: Bool { removals > 0 }

    /// True where a link of raw HTML is open.
    var isInLink: Bool { openLinks > 0 }

    // MARK: Scopes

    /// - Parameter phrasing: true for what holds running text; nil for what the scope round it says.
    mutating func enter(phrasing: Bool?) {
        scopes.append(Scope(base: open.count, isPhrasing: phrasing ?? scopes.last?.isPhrasing ?? false))
    }

    mutating func leave(_ out: inout [UInt8]) {
        guard scopes.count > 1, let scope = scopes.popLast() else { return }
        close(downTo: scope.base, &out)
        if scope.removing != nil { removals -= 1 }
    }

    /// An element that vanishes takes no Markdown of other blocks with it.
    mutating func endBlock() {
        guard scope.removing != nil else { return }
        scopes[scopes.count - 1].removing = nil
        removals -= 1
    }

    /// Closes what is still open at the page's end.
    mutating func closeAll(_ out: inout [UInt8]) {
        while scopes.count > 1 { leave(&out) }
        close(downTo: 0, &out)
    }

    private var scope: Scope { scopes[scopes.count - 1] }

    private mutating func close(downTo count: Int, _ out: inout [UInt8]) {
        while open.count > count, let element = open.popLast() {
            if element.name == "a" { openLinks -= 1 }
            out += Array("</\(element.written)>".utf8)
        }
    }

    // MARK: Pieces

    /// Writes a literal of the parser's tree.
    ///
    /// - Parameter isInLink: true where a link of Markdown is open.
    mutating func write(_ literal: UnsafePointer<CChar>?, _ images: inout ImageWriter, isInLink: Bool, _ out: inout [UInt8]) {
        guard let literal else { return }
        write(Array(BodyHTML.bytes(literal)), &images, isInLink: isInLink, &out)
    }

    mutating func write(_ bytes: [UInt8], _ images: inout ImageWriter, isInLink: Bool, _ out: inout [UInt8]) {
        let lastEnd = Self.lastParagraphEnd(bytes)
        RawTags.forEach(bytes) { piece in
            switch piece {
            case .text(let range): if !isRemoving { Self.text(bytes[range], &out) }
            case .tag(let tag, let range):
                if markup.isText(tag) {
                    if !isRemoving { Self.text(bytes[range], &out) }
                } else if tag.name == "img", !tag.isClosing {
                    image(tag, &images, isInLink: isInLink || self.isInLink, &out)
                } else if tag.isClosing {
                    end(tag, &out)
                } else {
                    start(tag, isEnded: range.upperBound <= lastEnd, &out)
                }
            }
        }
    }

    /// Text of an HTML block: character references stay, a bracket cannot open anything.
    private static func text(_ bytes: ArraySlice<UInt8>, _ out: inout [UInt8]) {
        for byte in bytes { if byte == UInt8(ascii: "<") { out += Array("&lt;".utf8) } else { out.append(byte) } }
    }

    private mutating func end(_ tag: HTMLTag, _ out: inout [UInt8]) {
        if let removed = scope.removing {
            guard tag.name == removed else { return }
            scopes[scopes.count - 1].removing = nil
            removals -= 1
            return
        }
        guard !isRemoving, let at = open[scope.base...].lastIndex(where: { $0.name == tag.name }) else { return }
        close(downTo: at, &out)
    }

    /// - Parameter isEnded: true where an end tag of a paragraph follows in the same piece of HTML.
    private mutating func start(_ tag: HTMLTag, isEnded: Bool, _ out: inout [UInt8]) {
        guard !isRemoving else { return }
        switch HTMLAllowance.element(tag.name) {
        case .kept: write(tag, as: tag.name, isEnded: isEnded, &out)
        case .written(let name): write(tag, as: name, isEnded: isEnded, &out)
        case .unwrapped, .unknown: break
        case .removed:
            guard !tag.isSelfClosing else { return }
            scopes[scopes.count - 1].removing = tag.name
            removals += 1
        }
    }

    // MARK: Elements

    private mutating func write(_ tag: HTMLTag, as name: String, isEnded: Bool, _ out: inout [UInt8]) {
        guard open.count < Self.deepest else { return }
        var name = name
        if !HTMLAllowance.phrasing.contains(name) {
            if scope.isPhrasing {
                name = "span"
            } else if name == "p", !isEnded {
                // A paragraph of HTML cannot hold those of Markdown.
                name = "div"
            }
            closeImplied(by: name, &out)
        }
        if HTMLAllowance.void.contains(tag.name) {
            if name != "span" { writeVoid(tag, name, &out) }
            return
        }
        if name == "a", !canLink(tag) { return }
        out += Array("<\(name)".utf8)
        writeAttributes(tag, name, &out)
        out.append(UInt8(ascii: ">"))
        open.append(Open(name: tag.name, written: name))
        if tag.name == "a" { openLinks += 1 }
    }

    private static func lastParagraphEnd(_ bytes: [UInt8]) -> Int {
        var i = bytes.count - 4
        while i > 0 {
            if bytes[i] == UInt8(ascii: "<"), bytes.hasBytesIgnoringCase("/p>", at: i + 1) { return i }
            i -= 1
        }
        return -1
    }

    /// Ends what a start tag ends by itself (HTML Living Standard, section 13.1.2.4): an item the item before it, a cell the cell.
    private mutating func closeImplied(by name: String, _ out: inout [UInt8]) {
        guard let (ended, until) = Self.implied[name] ?? Self.impliedByBlock else { return }
        for at in open.indices.reversed() where at >= scope.base {
            if until.contains(open[at].written) { break }
            if ended.contains(open[at].written) {
                close(downTo: at, &out)
                if name != "tr", name != "tbody", name != "thead", name != "tfoot" { break }
                return closeImplied(by: name, &out)
            }
        }
    }

    private static let impliedByBlock: (Set<String>, Set<String>)? = (["p"], ["td", "th", "caption"])
    private static let implied: [String: (Set<String>, Set<String>)] = [
        "li": (["li", "p"], ["ul", "ol"]), "dt": (["dt", "dd", "p"], ["dl"]), "dd": (["dt", "dd", "p"], ["dl"]),
        "td": (["td", "th"], ["tr", "table"]), "th": (["td", "th"], ["tr", "table"]), "tr": (["td", "th", "tr", "caption", "colgroup"], ["table"]),
        "tbody": (["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"], ["table"]),
        "thead": (["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"], ["table"]),
        "tfoot": (["td", "th", "tr", "tbody", "thead", "tfoot", "caption", "colgroup"], ["table"]),
        "summary": (["p"], ["details"]), "caption": ([], []), "col": ([], []), "colgroup": ([], []),
    ]

    /// Links do not nest, and one without an address and an id of its own is none.
    private func canLink(_ tag: HTMLTag) -> Bool {
        if openLinks > 0 { return false }
        if let href = tag["href"] { return Self.address(href).map { options.link($0) != .removed } ?? false || anchor(tag) != nil }
        return anchor(tag).map { !options.anchors.contains($0) } ?? false
    }

    private func anchor(_ tag: HTMLTag) -> String? { (tag["id"] ?? tag["name"]).flatMap { $0.isEmpty ? nil : PageIDs.valid($0) } }

    private mutating func writeVoid(_ tag: HTMLTag, _ name: String, _ out: inout [UInt8]) {
        out += Array("<\(name)".utf8)
        writeAttributes(tag, name, &out)
        out.append(UInt8(ascii: ">"))
    }

    /// An image of HTML is shown as one of Markdown is; the size that the page gives it stays.
    private func image(_ tag: HTMLTag, _ images: inout ImageWriter, isInLink: Bool, _ out: inout [UInt8]) {
        guard !isRemoving, tag["src"] != nil || tag["alt"] != nil else { return }
        var attributes: [UInt8] = []
        writeAttributes(tag, "img", &attributes)
        let size = WrittenSize(width: Self.number(tag["width"]) ?? "", height: Self.number(tag["height"]) ?? "")
        images.write(
            tag["src"].flatMap(Self.address) ?? "", text: Self.attributeText(tag["alt"] ?? ""), isInLink: isInLink, size: size, attributes: attributes, &out)
    }

    /// Attributes that are written with the image's address.
    private static let ofImages: Set<String> = ["src", "alt", "width", "height"]

    // MARK: Attributes

    private func writeAttributes(_ tag: HTMLTag, _ element: String, _ out: inout [UInt8]) {
        let isMissing = element == "a" && tag["href"].flatMap(Self.address).map(options.link) == .missing
        // What is said of a link that leads nowhere takes the place of its title.
        var written: Set<String> = isMissing ? ["title"] : element == "img" ? Self.ofImages : []
        for attribute in tag.attributes {
            guard let kind = HTMLAllowance.attribute(attribute.name, of: element), let text = value(attribute, kind, element) else { continue }
            // `name` on an anchor is obsolete (HTML Living Standard, section 16.2): ids do the same.
            let name = attribute.name == "name" ? "id" : attribute.name
            if written.insert(name).inserted { out += Array((text.isEmpty && kind == .flag ? " \(name)" : " \(name)=\"\(text)\"").utf8) }
        }
        if isMissing {
            out += Array(" class=\"missing\" title=\"\(HTMLText.escaped(options.missingLink))\"".utf8)
        } else if let align = tag["align"]?.lowercased(), !HTMLAllowance.phrasing.contains(element) {
            if align == "center" || align == "right" { out += Array(" class=\"align-\(align == "right" ? "end" : align)\"".utf8) }
        } else if tag.name == "center" {
            out += Array(" class=\"align-center\"".utf8)
        }
    }

    /// As it stands between quotation marks; nil where it is left out.
    private func value(_ attribute: HTMLTag.Attribute, _ kind: HTMLAllowance.Attribute, _ element: String) -> String? {
        let value = attribute.value
        switch kind {
        case .text:
            if attribute.name == "lang", !LocaleTag.isTag(Array(value.utf8)) { return nil }
            return Self.attributeText(value)
        case .flag: return ""
        case .number: return Self.number(value)
        case .oneOf(let words): return words.first { $0 == value || $0.count > 1 && $0 == value.lowercased() }
        case .identifier:
            let id = PageIDs.valid(value)
            return !id.isEmpty && options.anchors.take(id) ? id : nil
        case .address:
            guard let address = Self.address(value), case .address(let target) = options.link(address) else { return nil }
            return HTMLText.escaped(target)
        }
    }

    /// A whole number from 1 on; nil for anything else.
    private static func number(_ value: String?) -> String? {
        guard let value, !value.isEmpty, value.utf8.count < 6, value.utf8.allSatisfy(\.isASCIIDigit), value != "0" else { return nil }
        return value
    }

    /// Character references stay as they are written.
    private static func attributeText(_ value: String) -> String {
        value.replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
    }

    /// The address that a browser reads in an attribute. Of character references only `&amp;` is decoded: any other has no business in an
    /// address, and `&#106;avascript:` would pass for a relative one.
    static func address(_ value: String) -> String? {
        let decoded = value.replacing("&amp;", with: "&")
        var rest = value.replacing("&amp;", with: "")[...]
        while let sign = rest.firstIndex(of: "&") {
            rest = rest[rest.index(after: sign)...]
            let name = rest.prefix { $0.isLetter || $0.isNumber }
            if rest.first == "#" || !name.isEmpty && rest[name.endIndex...].first == ";" { return nil }
        }
        return decoded
    }
}

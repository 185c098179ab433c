import LocalizationModel

/// A page of a site as a stranger reads it: what it links to, which ids it offers, and what is wrong with it in itself.
public struct PublishedPage: Sendable {
    public struct Link: Sendable {
        /// Character references decoded.
        public let address: String
        /// True for what a browser fetches with the page, as an image or a script.
        public let isFetched: Bool
        /// Of the tag.
        public let offset: Int
    }

    public enum Flaw: Sendable, Hashable {
        /// An id that stands on the page already.
        case duplicateID(String)
        /// `id=""`, or one with white space.
        case invalidID(String)
        /// An end tag that ends nothing.
        case endTag(String)
        /// A start tag that nothing ends.
        case unclosed(String)
        /// A paragraph that an element in it ends too early.
        case inParagraph(String)
        /// What a strict Content-Security-Policy blocks: an inline style or script, an event handler, a frame.
        case blocked(String)
    }

    public private(set) var links: [Link] = []
    public private(set) var flaws: [(flaw: Flaw, offset: Int)] = []
    private var ids: Set<[UInt8]> = []
    /// The elements that are open, with their places.
    private var open: [(name: String, offset: Int)] = []
    /// Of those, in the order of opening: paragraphs.
    private var openParagraphs = 0
    private var foreignDepth = 0

    public init(_ bytes: [UInt8]) {
        var tokens = HTMLTokens(bytes)
        var names: [[UInt8]: String] = [:]
        while let tag = tokens.next() {
            let written = bytes[tag.name].map(\.asciiLowercased)
            let name: String
            if let known = names[written] {
                name = known
            } else {
                name = String(decoding: written, as: UTF8.self)
                names[written] = name
            }
            if tag.isClosing {
                close(name, tag.start)
            } else {
                read(name, tag, tokens)
                opened(name, tag)
            }
        }
        for element in open { flaws.append((.unclosed(element.name), element.offset)) }
        open = []
    }

    /// True where a fragment, percent-decoded, leads somewhere on the page (HTML Living Standard, section 7.4.6.4).
    public func offers(_ fragment: some Collection<UInt8>) -> Bool {
        // `#?rule=x` is a state that a script keeps, and no place.
        fragment.isEmpty || fragment.first == UInt8(ascii: "?") || ids.contains(Array(fragment)) || fragment.map(\.asciiLowercased) == Array("top".utf8)
    }

    // MARK: Elements

    private mutating func opened(_ name: String, _ tag: HTMLTokens.Tag) {
        if openParagraphs > 0, ElementKinds.endingParagraph.contains(name), !isBoundary() { flaws.append((.inParagraph(name), tag.start)) }
        if ElementKinds.void.contains(name) || tag.isSelfClosing && foreignDepth > 0 { return }
        if name == "p" { openParagraphs += 1 }
        if ElementKinds.foreign.contains(name) { foreignDepth += 1 }
        open.append((name, tag.start))
    }

    /// True where the innermost paragraph stands outside a cell or the like: elements in that do not end it.
    private func isBoundary() -> Bool {
        for element in open.reversed() {
            if element.name == "p" { return false }
            if element.name == "td" || element.name == "th" || element.name == "button" || element.name == "svg" { return true }
        }
        return true
    }

    private mutating func close(_ name: String, _ offset: Int) {
        // Deeper nesting is none of a page that anybody reads, and would make this quadratic.
        guard let at = open.suffix(512).lastIndex(where: { $0.name == name }) else {
            flaws.append((.endTag(name), offset))
            return
        }
        for element in open[(at + 1)...] {
            flaws.append((.unclosed(element.name), element.offset))
            left(element.name)
        }
        left(name)
        open.removeSubrange(at...)
    }

    private mutating func left(_ name: String) {
        if name == "p" { openParagraphs -= 1 }
        if ElementKinds.foreign.contains(name) { foreignDepth -= 1 }
    }

    // MARK: Attributes

    private mutating func read(_ element: String, _ tag: HTMLTokens.Tag, _ tokens: HTMLTokens) {
        if ElementKinds.forbidden.contains(element) { flaws.append((.blocked("<\(element)>"), tag.start)) }
        let bytes = tokens.bytes
        var (hasSource, type, content, relation, isRefresh) = (false, "", "", "", false)
        var named: [(attribute: String, value: String)] = []
        for attribute in tokens.attributes {
            let name = bytes[attribute.name]
            func value() -> String { String(decoding: CharacterReferences.decoded(bytes[attribute.value]), as: UTF8.self) }
            // Most attributes are classes.
            if name.count == 5, bytes.hasBytesIgnoringCase("class", at: name.startIndex) { continue }
            let word = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
            switch word {
            case "id": id(CharacterReferences.decoded(bytes[attribute.value]), tag.start)
            case "name" where element == "a": ids.insert(CharacterReferences.decoded(bytes[attribute.value]))
            case "style": flaws.append((.blocked("style=\"\(String(value().prefix(40)))\""), tag.start))
            case "type": type = value()
            case "content": content = value()
            case "rel": relation = value().lowercased()
            case "http-equiv": isRefresh = value().lowercased() == "refresh"
            case _ where word.hasPrefix("on"): flaws.append((.blocked(word), tag.start))
            case _ where ElementKinds.namesFile(word, of: element):
                if word == "src" { hasSource = true }
                named.append((word, value()))
            default: break
            }
        }
        for (attribute, value) in named {
            let isFetched = element == "link" ? Self.isResource(relation) : ElementKinds.isFetched(attribute, of: element)
            link(value, attribute, isFetched: isFetched, tag.start)
        }
        if element == "script", !hasSource, type.isEmpty || type == "module" || type.hasSuffix("javascript") {
            flaws.append((.blocked("inline script"), tag.start))
        }
        if isRefresh, let address = content.range(ofASCII: "url=") {
            links.append(Link(address: String(content[address...]), isFetched: false, offset: tag.start))
        }
    }

    private mutating func id(_ id: [UInt8], _ offset: Int) {
        let text = String(decoding: id, as: UTF8.self)
        if id.isEmpty || id.contains(where: { $0 <= 0x20 }) { flaws.append((.invalidID(text), offset)) }
        if !ids.insert(id).inserted { flaws.append((.duplicateID(text), offset)) }
    }

    private mutating func link(_ value: String, _ attribute: String, isFetched: Bool, _ offset: Int) {
        guard attribute == "srcset" else {
            links.append(Link(address: value, isFetched: isFetched, offset: offset))
            return
        }
        // Addresses with their widths, between commas (HTML Living Standard, section 4.8.4.2.1).
        for candidate in value.split(separator: ",") {
            guard let address = candidate.split(whereSeparator: \.isWhitespace).first else { continue }
            links.append(Link(address: String(address), isFetched: true, offset: offset))
        }
    }

    /// `<link>` names canonical and alternate pages as well, which nobody fetches.
    private static func isResource(_ relation: String) -> Bool {
        relation.split(separator: " ").contains { ["stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"].contains($0) }
    }
}

extension String {
    /// What follows the first place of a text of ASCII, in any case.
    fileprivate func range(ofASCII text: StaticString) -> Index? {
        let bytes = Array(utf8)
        guard let at = bytes.indices.first(where: { bytes.hasBytesIgnoringCase(text, at: $0) }) else { return nil }
        return utf8.index(utf8.startIndex, offsetBy: at + text.utf8CodeUnitCount)
    }
}

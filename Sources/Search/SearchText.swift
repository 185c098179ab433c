import LocalizationModel

/// What a reader can search of a page: its visible text, by sections that a result can lead to.
public struct SearchText: Sendable {
    /// A heading and what follows it up to the next one that can be linked.
    public struct Section: Sendable {
        /// The id of the heading; empty for what stands before the first one.
        public var id: [UInt8]
        /// UTF-8, white space made one space.
        public var heading: [UInt8]
        /// UTF-8; a line a block.
        public var text: [UInt8]
    }

    /// The first one is what stands before any heading with an id; its heading is the page's `h1`.
    public private(set) var sections = [Section(id: [], heading: [], text: [])]

    /// - Parameter html: the body of a page as the site writes it. Linear in its length.
    public init(html: [UInt8]) {
        var reader = Reader(html)
        reader.run()
        sections = reader.sections
    }
}

extension SearchText {
    /// Reads well-formed HTML: tags fall away, blocks begin lines.
    private struct Reader {
        let html: [UInt8]
        var sections = [Section(id: [], heading: [], text: [])]
        /// The level of the heading that is open; 0 outside.
        private var heading = 0
        private var needsSpace = false
        private var needsLine = false
        /// The element whose content is not read.
        private var skipped: [UInt8]?

        init(_ html: [UInt8]) { self.html = html }

        mutating func run() {
            var i = 0
            while i < html.count {
                let byte = html[i]
                if byte == UInt8(ascii: "<") {
                    i = tag(at: i)
                } else if skipped != nil {
                    i += 1
                } else if byte == UInt8(ascii: "&") {
                    i = reference(at: i)
                } else {
                    if byte.isWhitespace { needsSpace = true } else { write(byte) }
                    i += 1
                }
            }
        }

        private mutating func write(_ byte: UInt8) {
            let last = sections.count - 1
            if heading > 0 {
                if needsSpace || needsLine, !sections[last].heading.isEmpty { sections[last].heading.append(0x20) }
                sections[last].heading.append(byte)
            } else {
                if needsSpace || needsLine, !sections[last].text.isEmpty { sections[last].text.append(needsLine ? 0x0A : 0x20) }
                sections[last].text.append(byte)
            }
            (needsSpace, needsLine) = (false, false)
        }

        /// The offset after a tag or comment.
        private mutating func tag(at start: Int) -> Int {
            var i = start + 1
            let isClosing = i < html.count && html[i] == UInt8(ascii: "/")
            if isClosing { i += 1 }
            let nameStart = i
            while i < html.count, html[i].isASCIIAlphanumeric { i += 1 }
            let name = html[nameStart..<i]
            var quote: UInt8 = 0
            while i < html.count, quote != 0 || html[i] != UInt8(ascii: ">") {
                if quote != 0 {
                    if html[i] == quote { quote = 0 }
                } else if html[i] == UInt8(ascii: "\"") || html[i] == UInt8(ascii: "'") {
                    quote = html[i]
                }
                i += 1
            }
            read(name, isClosing: isClosing, attributes: html[(nameStart + name.count)..<i])
            return min(i + 1, html.count)
        }

        private mutating func read(_ name: ArraySlice<UInt8>, isClosing: Bool, attributes: ArraySlice<UInt8>) {
            if let skipped {
                if isClosing, name.elementsEqual(skipped) { self.skipped = nil }
                return
            }
            // The reading aid beside an ideograph would divide the word.
            if !isClosing, name.elementsEqual("rt".utf8) || name.elementsEqual("rp".utf8) || name.elementsEqual("script".utf8) {
                skipped = Array(name)
                return
            }
            if name.count == 2, name.first == UInt8(ascii: "h"), let level = name.last.map({ Int($0) - 0x30 }), (1...6).contains(level) {
                return isClosing ? closeHeading() : openHeading(level, attributes)
            }
            if name.elementsEqual("sup".utf8) { needsSpace = true } else if !Self.isInline(name) { needsLine = true }
        }

        private mutating func openHeading(_ level: Int, _ attributes: ArraySlice<UInt8>) {
            heading = level
            needsLine = true
            guard level > 1, let id = Self.id(attributes) else { return }
            sections.append(Section(id: id, heading: [], text: []))
        }

        private mutating func closeHeading() {
            heading = 0
            needsLine = true
        }

        private static func id(_ attributes: ArraySlice<UInt8>) -> [UInt8]? {
            guard let found = attributes.firstRange(ofBytes: Array(" id=\"".utf8)) else { return nil }
            return Array(attributes[found.upperBound...].prefix { $0 != UInt8(ascii: "\"") })
        }

        private static func isInline(_ name: ArraySlice<UInt8>) -> Bool {
            switch name.count {
            case 1: name.first.map { "abiqsu".utf8.contains($0) } ?? false
            default: inline.contains { name.elementsEqual($0.utf8) }
            }
        }

        private static let inline = [
            "code", "span", "strong", "em", "abbr", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "mark", "ruby", "rb", "samp", "small", "sub",
            "time", "var", "wbr", "img",
        ]

        /// The five references that the renderer writes; others divide words.
        private mutating func reference(at start: Int) -> Int {
            for (name, byte) in Self.references where html.hasBytes(name, at: start) {
                write(byte)
                return start + name.utf8CodeUnitCount
            }
            var i = start + 1
            while i < html.count, i < start + 32, html[i].isASCIIAlphanumeric || html[i] == UInt8(ascii: "#") { i += 1 }
            guard i < html.count, html[i] == UInt8(ascii: ";") else {
                write(html[start])
                return start + 1
            }
            needsSpace = true
            return i + 1
        }

        private static let references: [(StaticString, UInt8)] = [
            ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&quot;", UInt8(ascii: "\"")),
            ("&#39;", UInt8(ascii: "'")),
        ]
    }
}

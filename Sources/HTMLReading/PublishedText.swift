import LocalizationModel

/// The visible text of a page or of its body, by the sections that a link can lead to.
public struct PublishedText: Sendable {
    /// A heading and what follows it up to the next one that can be linked.
    public struct Section: Sendable {
        /// The id of the heading; empty for what stands before the first one.
        public fileprivate(set) var id: [UInt8] = []
        /// UTF-8, white space made one space.
        public fileprivate(set) var heading: [UInt8] = []
        /// UTF-8; a line a block.
        public fileprivate(set) var text: [UInt8] = []
    }

    /// The first one is what stands before any heading with an id; its heading is the page's `h1`.
    public private(set) var sections = [Section()]
    private var isInHeading = false
    private var gap = Gap.none

    /// What stands between the last letter and the next one.
    private enum Gap { case none, space, line }

    /// - Parameter html: as the site writes it. Linear in its length.
    public init(html: [UInt8]) {
        var tokens = HTMLTokens(html)
        write(html[tokens.text])
        // The element whose content is no text of the page.
        var skipped: ArraySlice<UInt8>?
        while let tag = tokens.next() {
            let name = html[tag.name]
            if let element = skipped {
                guard tag.isClosing, name.elementsEqual(element) else { continue }
                skipped = nil
            } else if !tag.isClosing, Self.isSkipped(name) {
                skipped = name
                continue
            } else {
                let id = tokens.attributes.first { html[$0.name].elementsEqual("id".utf8) }.map { html[$0.value] }
                read(name, isClosing: tag.isClosing, id: id)
            }
            write(html[tokens.text])
        }
    }

    private mutating func read(_ name: ArraySlice<UInt8>, isClosing: Bool, id: ArraySlice<UInt8>?) {
        if name.count == 2, name.first == UInt8(ascii: "h"), let level = name.last, (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(level) {
            isInHeading = !isClosing
            gap = .line
            if !isClosing, level > UInt8(ascii: "1"), let id, !id.isEmpty { sections.append(Section(id: CharacterReferences.decoded(id))) }
        } else if name.elementsEqual("sup".utf8) {
            // The number of a footnote is no part of the word before it.
            if gap == .none { gap = .space }
        } else if !ElementKinds.isPhrasing(name) {
            gap = .line
        }
    }

    private mutating func write(_ text: ArraySlice<UInt8>) {
        guard !text.isEmpty else { return }
        let decoded = text.contains(UInt8(ascii: "&")) ? CharacterReferences.decoded(text)[...] : text
        let last = sections.count - 1
        if isInHeading {
            Self.append(decoded, to: &sections[last].heading, line: 0x20, &gap)
        } else {
            Self.append(decoded, to: &sections[last].text, line: 0x0A, &gap)
        }
    }

    /// - Parameter line: what divides blocks.
    private static func append(_ text: ArraySlice<UInt8>, to part: inout [UInt8], line: UInt8, _ gap: inout Gap) {
        for byte in text {
            if byte.isWhitespace {
                if gap == .none { gap = .space }
                continue
            }
            if gap != .none, !part.isEmpty { part.append(gap == .line ? line : 0x20) }
            gap = .none
            part.append(byte)
        }
    }

    /// The reading aid beside an ideograph would divide the word.
    private static func isSkipped(_ name: ArraySlice<UInt8>) -> Bool {
        name.elementsEqual("rt".utf8) || name.elementsEqual("rp".utf8) || name.elementsEqual("script".utf8) || name.elementsEqual("style".utf8)
    }
}

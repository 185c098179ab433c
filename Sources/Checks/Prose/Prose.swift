import LocalizationModel

/// The running text of a block as readers meet it, scalar by scalar, with the way back to the file.
///
/// Emphasis, the brackets of links and tags are left out. Code, addresses and the edges of images stand as one U+FFFC each: they
/// are no words, but they do divide what stands round them.
struct Prose {
    static let object: UInt32 = 0xFFFC

    let scalars: [UInt32]
    /// For each scalar the offset of its first byte in the leaf, and the end of the leaf.
    private let places: [Int]
    private let leaf: LeafText

    init(_ leaf: LeafText) {
        var skips = Skips(leaf.inlines)
        var scalars: [UInt32] = []
        var places: [Int] = []
        scalars.reserveCapacity(leaf.bytes.count)
        places.reserveCapacity(leaf.bytes.count + 1)
        var i = 0
        while i < leaf.bytes.count {
            if let skip = skips.skip(at: i) {
                if let scalar = skip.scalar {
                    scalars.append(scalar)
                    places.append(i)
                }
                i = max(i + 1, skip.range.upperBound)
                continue
            }
            if leaf.bytes[i] == UInt8(ascii: "\\"), i + 1 < leaf.bytes.count, leaf.bytes[i + 1].isASCIIPunctuation { i += 1 }
            let (scalar, length) = Self.scalar(leaf.bytes, i)
            scalars.append(scalar)
            places.append(i)
            i += length
        }
        places.append(leaf.bytes.count)
        self.scalars = scalars
        self.places = places
        self.leaf = leaf
    }

    /// Where a range of scalars stands in the file.
    func span(_ range: Range<Int>) -> SourceSpan {
        let last = places[range.upperBound - 1]
        return leaf.fileSpan(places[range.lowerBound]..<max(last + 1, min(places[range.upperBound], last + Self.scalar(leaf.bytes, last).length)))
    }

    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for value in scalars[range] where value != Self.object { text.append(Unicode.Scalar(value) ?? " ") }
        return String(text)
    }

    /// The scalar before a place; nil at the start.
    func before(_ index: Int) -> UInt32? { index > 0 ? scalars[index - 1] : nil }
    /// The scalar behind a place; nil at the end.
    func after(_ index: Int) -> UInt32? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    /// The references that stand for a mark which rules ask for.
    private static let references: [(name: [UInt8], scalar: UInt32)] = [
        (Array("&quot;".utf8), 0x22), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&amp;".utf8), 0x26), (Array("&nbsp;".utf8), 0xA0),
    ]

    private static func scalar(_ bytes: [UInt8], _ i: Int) -> (value: UInt32, length: Int) {
        if bytes[i] == UInt8(ascii: "&") {
            for reference in references where bytes.count - i >= reference.name.count && bytes[i..<i + reference.name.count].elementsEqual(reference.name) {
                return (reference.scalar, reference.name.count)
            }
        }
        return bytes.scalar(at: i)
    }
}

/// What of a leaf is no running text.
private struct Skips {
    struct Skip {
        let range: Range<Int>
        /// What stands there instead; nil for nothing.
        let scalar: UInt32?
    }

    private static let newline: UInt32 = 0x0A
    /// Elements whose content is no prose (HTML Living Standard, sections 4.4 to 4.12).
    private static let codeElements: Set<String> = ["code", "kbd", "samp", "var", "pre", "script", "style", "tt"]

    private var skips: [Skip] = []
    private var next = 0

    init(_ inlines: [Inline]) {
        var open: (tag: String, start: Int)?
        for inline in inlines {
            switch inline.kind {
            case .code, .autolink, .directive: skips.append(Skip(range: inline.range, scalar: Prose.object))
            case .link, .emphasis, .strong: add(inline, nil)
            case .image: add(inline, Prose.object)
            case .hardBreak: skips.append(Skip(range: inline.range, scalar: Self.newline))
            case .footnoteReference: skips.append(Skip(range: inline.range, scalar: nil))
            case .html(let tag):
                if let (name, start) = open, tag == "/" + name {
                    skips.append(Skip(range: start..<inline.range.upperBound, scalar: Prose.object))
                    open = nil
                } else if open == nil, Self.codeElements.contains(tag) {
                    open = (tag, inline.range.lowerBound)
                }
                skips.append(Skip(range: inline.range, scalar: Self.divides(tag) ? Self.newline : nil))
            }
        }
        skips.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    }

    private mutating func add(_ inline: Inline, _ scalar: UInt32?) {
        let (outer, inner) = (inline.range, inline.content)
        if outer.lowerBound < inner.lowerBound { skips.append(Skip(range: outer.lowerBound..<inner.lowerBound, scalar: scalar)) }
        if inner.upperBound < outer.upperBound { skips.append(Skip(range: inner.upperBound..<outer.upperBound, scalar: scalar)) }
    }

    /// True for tags that stand between texts; those of phrases stand inside one.
    private static func divides(_ tag: String) -> Bool {
        switch tag {
        case "a", "/a", "b", "/b", "i", "/i", "em", "/em", "strong", "/strong", "span", "/span", "sup", "/sup", "sub", "/sub", "u", "/u", "!": false
        default: true
        }
    }

    mutating func skip(at i: Int) -> Skip? {
        while next < skips.count, skips[next].range.upperBound <= i { next += 1 }
        guard next < skips.count, skips[next].range.lowerBound <= i else { return nil }
        return skips[next]
    }
}

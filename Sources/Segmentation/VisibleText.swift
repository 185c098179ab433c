import LocalizationModel

/// What a reader sees of a range of a leaf block, markup taken out and entities decoded.
struct VisibleText {
    /// With the texts of code spans; white space collapsed.
    private(set) var plain: [UInt8] = []
    /// Without code spans and addresses: only words of a language, names and numbers.
    private(set) var prose: [UInt8] = []

    init(_ leaf: LeafText, _ range: Range<Int>, _ inlines: [Inline]) {
        var skip = SkippedRanges(inlines)
        var text = VisibleBytes(capacity: range.count, withProse: skip.hasCode)
        var i = range.lowerBound
        while i < range.upperBound {
            if let (end, visibility) = skip.range(at: i) {
                switch visibility {
                case .spaced: text.addSpace()
                case .code: text.add(code: leaf.bytes[i..<min(end, range.upperBound)])
                case .hidden: break
                }
                i = max(end, i + 1)
                continue
            }
            i = text.add(leaf.bytes, i, range.upperBound, before: skip.start)
        }
        (plain, prose) = text.trimmed()
    }
}

/// Text as a reader sees it, while it is gathered.
private struct VisibleBytes {
    private var plain: [UInt8] = []
    private var prose: [UInt8] = []
    /// False where both are the same.
    private let withProse: Bool

    init(capacity: Int, withProse: Bool) {
        self.withProse = withProse
        plain.reserveCapacity(capacity)
        if withProse { prose.reserveCapacity(capacity) }
    }

    consuming func trimmed() -> (plain: [UInt8], prose: [UInt8]) {
        var (plain, prose) = (plain, prose)
        while plain.last == 0x20 { plain.removeLast() }
        while prose.last == 0x20 { prose.removeLast() }
        return (plain, withProse ? prose : plain)
    }

    mutating func addSpace() {
        if let last = plain.last, last != 0x20 { plain.append(0x20) }
        if withProse, let last = prose.last, last != 0x20 { prose.append(0x20) }
    }

    mutating func add(code: ArraySlice<UInt8>) {
        plain += code
        if prose.last != 0x20 { prose.append(0x20) }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        plain += bytes
        if withProse { prose += bytes }
    }

    /// Adds what stands at `i`, up to the next place that has to be looked at; returns that place. Markup starts at `markup` at the latest.
    mutating func add(_ bytes: [UInt8], _ i: Int, _ end: Int, before markup: Int) -> Int {
        let byte = bytes[i]
        if byte.isWhitespace {
            addSpace()
            return i + 1
        }
        if byte == UInt8(ascii: "\\"), i + 1 < end, bytes[i + 1].isASCIIPunctuation {
            add(bytes[(i + 1)..<(i + 2)])
            return i + 2
        }
        if byte == UInt8(ascii: "&"), let entity = Entity(bytes, i, end) {
            add(entity.text[...])
            return entity.end
        }
        var next = i + 1
        let stop = min(end, markup)
        while next < stop, !Self.isSpecial(bytes[next]) { next += 1 }
        add(bytes[i..<next])
        return next
    }

    private static func isSpecial(_ byte: UInt8) -> Bool { byte <= 0x20 && byte.isWhitespace || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") }
}

/// The ranges of a leaf that are markup and not text.
private struct SkippedRanges {
    enum Visibility {
        case hidden
        /// Stands for a gap between words.
        case spaced
        /// Seen, but no words of a language.
        case code
    }

    private var ranges: [(range: Range<Int>, visibility: Visibility)] = []
    private var next = 0
    private(set) var hasCode = false

    init(_ inlines: [Inline]) {
        guard !inlines.isEmpty else { return }
        for inline in inlines {
            switch inline.kind {
            case .code:
                add(inline.range.lowerBound..<inline.content.lowerBound, .hidden)
                add(inline.content, .code)
                add(inline.content.upperBound..<inline.range.upperBound, .hidden)
            case .link, .image, .emphasis, .strong:
                add(inline.range.lowerBound..<inline.content.lowerBound, .hidden)
                add(inline.content.upperBound..<inline.range.upperBound, .hidden)
            case .autolink: add(inline.range, .code)
            case .html(let tag): add(inline.range, tag == "br" || tag.hasSuffix("p") ? .spaced : .hidden)
            case .hardBreak: add(inline.range, .spaced)
            case .footnoteReference, .directive: add(inline.range, .hidden)
            }
        }
        ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func add(_ range: Range<Int>, _ visibility: Visibility) {
        guard !range.isEmpty else { return }
        ranges.append((range, visibility))
        if visibility == .code { hasCode = true }
    }

    /// Where the next range starts that was not asked for.
    var start: Int { next < ranges.count ? ranges[next].range.lowerBound : .max }

    mutating func range(at i: Int) -> (end: Int, visibility: Visibility)? {
        while next < ranges.count, ranges[next].range.upperBound <= i { next += 1 }
        guard next < ranges.count, ranges[next].range.lowerBound <= i else { return nil }
        return (ranges[next].range.upperBound, ranges[next].visibility)
    }
}

/// The character references that documentation uses; others are left as written.
private struct Entity {
    let text: [UInt8]
    let end: Int

    private static let named: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®", "trade": "™",
        "ndash": "–", "mdash": "—", "hellip": "…", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»",
    ]

    init?(_ bytes: [UInt8], _ i: Int, _ end: Int) {
        guard let stop = bytes[i..<min(end, i + 12)].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(i + 1)..<stop], as: UTF8.self)
        self.end = stop + 1
        if let known = Self.named[name] {
            text = Array(known.utf8)
        } else if name.hasPrefix("#"),
            let value = name.hasPrefix("#x") || name.hasPrefix("#X") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst()),
            let scalar = Unicode.Scalar(value)
        {
            text = Array(String(scalar).utf8)
        } else {
            return nil
        }
    }
}

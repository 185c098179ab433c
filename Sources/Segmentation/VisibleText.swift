import LocalizationModel

/// What a reader sees of a range of a leaf block, markup taken out and entities decoded.
struct VisibleText {
    /// With the texts of code spans; white space collapsed.
    private(set) var plain: [UInt8] = []
    /// Without code spans and addresses: only words of a language, names and numbers.
    private(set) var prose: [UInt8] = []

    init(_ leaf: LeafText, _ range: Range<Int>, _ inlines: [Inline]) {
        plain.reserveCapacity(range.count)
        prose.reserveCapacity(range.count)
        var skip = SkippedRanges(inlines)
        var i = range.lowerBound
        while i < range.upperBound {
            if let (end, visibility) = skip.range(at: i) {
                if visibility == .spaced { addSpace() }
                if visibility == .code {
                    append(leaf.bytes[i..<min(end, range.upperBound)], toProse: false)
                    if prose.last != 0x20 { prose.append(0x20) }
                }
                i = max(end, i + 1)
                continue
            }
            i = addByte(leaf.bytes, i, range.upperBound)
        }
        while plain.last == 0x20 { plain.removeLast() }
        while prose.last == 0x20 { prose.removeLast() }
    }

    private mutating func addSpace() {
        if let last = plain.last, last != 0x20 { plain.append(0x20) }
        if let last = prose.last, last != 0x20 { prose.append(0x20) }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, toProse: Bool) {
        plain.append(contentsOf: bytes)
        if toProse { prose.append(contentsOf: bytes) }
    }

    private mutating func addByte(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int {
        let byte = bytes[i]
        if byte.isWhitespace {
            addSpace()
            return i + 1
        }
        if byte == UInt8(ascii: "\\"), i + 1 < end, bytes[i + 1].isASCIIPunctuation {
            append(bytes[(i + 1)..<(i + 2)], toProse: true)
            return i + 2
        }
        if byte == UInt8(ascii: "&"), let entity = Entity(bytes, i, end) {
            append(entity.text[...], toProse: true)
            return entity.end
        }
        plain.append(byte)
        prose.append(byte)
        return i + 1
    }
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

    init(_ inlines: [Inline]) {
        for inline in inlines {
            let before = inline.range.lowerBound..<inline.content.lowerBound
            let after = inline.content.upperBound..<inline.range.upperBound
            switch inline.kind {
            case .code: ranges += [(before, .hidden), (inline.content, .code), (after, .hidden)]
            case .link, .image, .emphasis, .strong: ranges += [(before, .hidden), (after, .hidden)]
            case .autolink: ranges.append((inline.range, .code))
            case .html(let tag): ranges.append((inline.range, tag == "br" || tag.hasSuffix("p") ? .spaced : .hidden))
            case .hardBreak: ranges.append((inline.range, .spaced))
            case .footnoteReference, .directive: ranges.append((inline.range, .hidden))
            }
        }
        ranges.removeAll { $0.range.isEmpty }
        ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

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

import LocalizationModel

/// The tags in raw HTML, in order, with the text between them; comments are passed by.
enum RawTags {
    enum Piece {
        case text(Range<Int>)
        case tag(HTMLTag, Range<Int>)
    }

    /// Calls `found` for each piece. Text that looks like the start of a tag but is none is text.
    static func forEach(_ bytes: [UInt8], _ found: (Piece) -> Void) {
        var (i, textStart) = (0, 0)
        // Where no tag ends any more, none has to be looked for again.
        var endless = Int.max
        func flush(_ end: Int) { if end > textStart { found(.text(textStart..<end)) } }
        while i < bytes.count {
            guard bytes[i] == UInt8(ascii: "<") else {
                i += 1
                continue
            }
            if bytes.hasBytes("<!--", at: i) {
                flush(i)
                i = bytes.firstRange(of: "-->", from: i + 4).map { $0 + 3 } ?? bytes.count
                textStart = i
                continue
            }
            guard i < endless, let end = end(bytes, i, &endless) else {
                i += 1
                continue
            }
            flush(i)
            let tag = HTMLTag(bytes[i...end])
            if !tag.name.isEmpty { found(.tag(tag, i..<end + 1)) }
            i = end + 1
            textStart = i
        }
        flush(bytes.count)
    }

    /// The `>` that ends a tag. Quotation marks hide it only in values (HTML Living Standard, section 13.2.5.37).
    private static func end(_ bytes: [UInt8], _ start: Int, _ endless: inout Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        let first = bytes[start + 1]
        guard first.isASCIILetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?") else { return nil }
        var quote: UInt8 = 0
        var isValue = false
        var i = start + 1
        let limit = min(bytes.count, start + longestTag)
        while i < limit {
            let byte = bytes[i]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return i
            } else if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            if quote == 0, !byte.isWhitespace { isValue = byte == UInt8(ascii: "=") }
            i += 1
        }
        if limit == bytes.count, quote == 0 { endless = min(endless, start) }
        return nil
    }

    /// No real tag is longer; the bound keeps hostile input linear.
    private static let longestTag = 8_192
}

/// Tells the `<placeholder>` of a text from the tag of an element that HTML does not have, as components of other publishing systems are.
///
/// A tag is markup where it has an attribute with a value, ends itself, or is ended somewhere on the page.
struct PageMarkup {
    private let bytes: [UInt8]
    private var endTags: Set<String>?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// True for a start tag that is shown as it is written.
    mutating func isText(_ tag: HTMLTag) -> Bool {
        switch HTMLAllowance.element(tag.name) {
        case .unknown: !tag.isClosing && !tag.isSelfClosing && !tag.attributes.contains { !$0.value.isEmpty } && !isEnded(tag.name)
        // "Use the <script> tag" is no script.
        case .removed: !tag.isClosing && tag.attributes.isEmpty && !isEnded(tag.name)
        default: false
        }
    }

    mutating func isEnded(_ name: String) -> Bool {
        if let endTags { return endTags.contains(name) }
        var names: Set<String> = []
        var i = 0
        while let at = bytes.firstRange(of: "</", from: i) {
            i = at + 2
            while i < bytes.count, bytes[i].isASCIIAlphanumeric || bytes[i] == UInt8(ascii: "-") { i += 1 }
            names.insert(String(decoding: bytes[(at + 2)..<i].map(\.asciiLowercased), as: UTF8.self))
        }
        endTags = names
        return names.contains(name)
    }
}

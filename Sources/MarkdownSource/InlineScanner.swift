import LocalizationModel

/// Finds the inline constructs of a leaf block with byte-exact ranges, in the precedence of CommonMark
/// (0.31.2, section 6): code spans, tags and autolinks first, then links, then emphasis.
///
/// cmark-gfm decides what a page *is*; its inline positions are not exact, and a segment must never be cut
/// inside a link or a code span, so the ranges are found here. Linear in the length of the text.
struct InlineScanner {
    private let bytes: [UInt8]
    private let definitions: Set<String>
    private var inlines: [Inline] = []
    private var brackets: [Bracket] = []
    private var delimiters = EmphasisDelimiters()
    /// Lengths of runs of backticks known to have no partner further on.
    private var unmatchedCode: Set<Int> = []
    /// Set when no `>` follows: no further tag needs to be looked for.
    private var noTagAfter = Int.max
    /// Set when no `-->` follows.
    private var noCommentAfter = Int.max
    /// Opening brackets below this depth stand before a link and cannot open one: links do not nest.
    private var inactiveBrackets = 0

    private struct Bracket {
        let start: Int
        let isImage: Bool
    }

    /// `definitions` holds the normalised labels of the page's link reference definitions.
    static func scan(_ bytes: [UInt8], definitions: Set<String>) -> [Inline] {
        guard bytes.contains(where: isSpecial) else { return [] }
        var scanner = InlineScanner(bytes: bytes, definitions: definitions)
        scanner.run()
        scanner.delimiters.match(bytes, into: &scanner.inlines)
        return withoutDeepEmphasis(
            scanner.inlines.sorted {
                ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
            })
    }

    /// Emphases that are longer or nested deeper than any real text are left out: each sentence asks for all that it stands in.
    private static let deepestEmphasis = 12
    private static let longestEmphasis = 16_384

    private static func withoutDeepEmphasis(_ inlines: [Inline]) -> [Inline] {
        var ends: [Int] = []
        return inlines.filter { inline in
            switch inline.kind {
            case .emphasis, .strong: break
            default: return true
            }
            while let end = ends.last, end <= inline.range.lowerBound { ends.removeLast() }
            guard ends.count < deepestEmphasis, inline.range.count <= longestEmphasis else { return false }
            ends.append(inline.range.upperBound)
            return true
        }
    }

    private init(bytes: [UInt8], definitions: Set<String>) {
        self.bytes = bytes
        self.definitions = definitions
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
            UInt8(ascii: ":"), 0x0A, UInt8(ascii: "w"), UInt8(ascii: "@"):
            true
        default: false
        }
    }

    private mutating func run() {
        var i = 0
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\\"): i = escape(i)
            case UInt8(ascii: "`"): i = code(i)
            case UInt8(ascii: "<"): i = tag(i)
            case UInt8(ascii: "!") where i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: "["):
                brackets.append(Bracket(start: i, isImage: true))
                i += 2
            case UInt8(ascii: "["):
                brackets.append(Bracket(start: i, isImage: false))
                i += 1
            case UInt8(ascii: "]"): i = closeBracket(i)
            case UInt8(ascii: "*"), UInt8(ascii: "_"): i = delimiters.add(bytes, i)
            case 0x0A:
                if i >= 2, bytes[i - 1] == 0x20, bytes[i - 2] == 0x20 { add(.hardBreak, i..<i + 1) }
                i += 1
            case UInt8(ascii: "h"), UInt8(ascii: "w"): i = bareAddress(i)
            case UInt8(ascii: "@"): i = bareMail(i)
            default: i += 1
            }
        }
    }

    private mutating func add(_ kind: Inline.Kind, _ range: Range<Int>, content: Range<Int>? = nil, title: Range<Int>? = nil) {
        inlines.append(Inline(kind: kind, range: range, content: content ?? range, title: title))
    }

    private mutating func escape(_ i: Int) -> Int {
        guard i + 1 < bytes.count else { return i + 1 }
        if bytes[i + 1] == 0x0A { add(.hardBreak, i..<i + 2) }
        return bytes[i + 1].isASCIIPunctuation || bytes[i + 1] == 0x0A ? i + 2 : i + 1
    }

    /// Longer runs of backticks open no code span; cmark-gfm's limit is the same.
    private static let longestCodeMark = 80

    private mutating func code(_ i: Int) -> Int {
        var end = i
        while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
        let count = end - i
        guard count <= Self.longestCodeMark, !unmatchedCode.contains(count) else { return end }
        var k = end
        while k < bytes.count {
            guard bytes[k] == UInt8(ascii: "`") else {
                k += 1
                continue
            }
            var close = k
            while close < bytes.count, bytes[close] == UInt8(ascii: "`") { close += 1 }
            if close - k == count {
                add(.code, i..<close, content: end..<k)
                return close
            }
            k = close
        }
        unmatchedCode.insert(count)
        return end
    }

    // MARK: Tags and addresses

    private mutating func tag(_ i: Int) -> Int {
        guard i < noTagAfter, i + 1 < bytes.count else { return i + 1 }
        if bytes.hasBytes("<!--", at: i) {
            guard i < noCommentAfter, let end = bytes.firstRange(of: "-->", from: i + 4) else {
                noCommentAfter = min(noCommentAfter, i)
                return i + 4
            }
            add(.html(tag: "!"), i..<end + 3, content: i + 4..<end)
            return end + 3
        }
        guard let end = tagEnd(i) else { return i + 1 }
        let inner = i + 1..<end
        if let scheme = bytes[inner].firstIndex(of: UInt8(ascii: ":")), scheme - i > 2,
            bytes[i + 1..<scheme].allSatisfy({ $0.isASCIIAlphanumeric || $0 == 0x2B || $0 == 0x2E || $0 == 0x2D }),
            !bytes[inner].contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "<") })
        {
            add(.autolink(destination: String(decoding: bytes[inner], as: UTF8.self)), i..<end + 1, content: inner)
            return end + 1
        }
        if bytes[inner].contains(UInt8(ascii: "@")), !bytes[inner].contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "=") }) {
            add(.autolink(destination: "mailto:" + String(decoding: bytes[inner], as: UTF8.self)), i..<end + 1, content: inner)
            return end + 1
        }
        guard let name = Self.tagName(bytes, i + 1) else { return i + 1 }
        add(.html(tag: name), i..<end + 1)
        return end + 1
    }

    /// The `>` that ends a tag starting at `i`, quoted attribute values skipped.
    private mutating func tagEnd(_ i: Int) -> Int? {
        let first = bytes[i + 1]
        guard first.isASCIILetter || first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || first == UInt8(ascii: "?") else { return nil }
        var quote: UInt8 = 0
        var k = i + 1
        // No real tag is longer; the bound keeps hostile input linear.
        let limit = min(bytes.count, i + 8_192)
        while k < limit {
            let byte = bytes[k]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return k
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[k - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            k += 1
        }
        if limit == bytes.count, quote == 0 { noTagAfter = i }
        return nil
    }

    static func tagName(_ bytes: [UInt8], _ from: Int) -> String? {
        var end = from
        if end < bytes.count, bytes[end] == UInt8(ascii: "/") { end += 1 }
        while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "-") { end += 1 }
        guard end < bytes.count, end > from, bytes[end].isWhitespace || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/") else {
            return nil
        }
        return String(decoding: bytes[from..<end].lazy.map(\.asciiLowercased), as: UTF8.self)
    }

    /// `https://…` and `www.…` in running text (GFM, autolinks extension). Ends before CJK text, which people
    /// write without a space after an address.
    private mutating func bareAddress(_ i: Int) -> Int {
        let isAddress = bytes.hasBytes("https://", at: i) || bytes.hasBytes("http://", at: i) || bytes.hasBytes("www.", at: i)
        guard isAddress, i == 0 || !bytes[i - 1].isASCIIAlphanumeric else { return i + 1 }
        var end = i
        while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x80, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: "`") {
            if bytes[end] == UInt8(ascii: "]") || bytes[end] == UInt8(ascii: "[") { break }
            end += 1
        }
        end = Self.withoutTrailingPunctuation(bytes, i, end)
        guard end > i + 7 else { return i + 1 }
        add(.autolink(destination: String(decoding: bytes[i..<end], as: UTF8.self)), i..<end)
        return end
    }

    private static func withoutTrailingPunctuation(_ bytes: [UInt8], _ start: Int, _ from: Int) -> Int {
        var end = from
        // Closing parentheses without an opening one.
        var unopened = bytes[start..<end].reduce(0) { $0 + ($1 == UInt8(ascii: ")") ? 1 : $1 == UInt8(ascii: "(") ? -1 : 0) }
        while end > start {
            switch bytes[end - 1] {
            case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "*"),
                UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "|"):
                end -= 1
            case UInt8(ascii: ")"):
                guard unopened > 0 else { return end }
                unopened -= 1
                end -= 1
            default: return end
            }
        }
        return end
    }

    /// `name@example.org` in running text (GFM, autolinks extension).
    private mutating func bareMail(_ i: Int) -> Int {
        var start = i
        let floor = inlines.last?.range.upperBound ?? 0
        while start > floor, case let byte = bytes[start - 1], byte.isASCIIAlphanumeric || Self.mailMarks.contains(byte) { start -= 1 }
        var end = i + 1
        var dots = 0
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "."), end + 1 < bytes.count, bytes[end + 1].isASCIIAlphanumeric {
                dots += 1
            } else if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
                break
            }
            end += 1
        }
        guard start < i, dots > 0, bytes[end - 1].isASCIILetter, end == bytes.count || bytes[end] != UInt8(ascii: "@") else { return i + 1 }
        add(.autolink(destination: "mailto:" + String(decoding: bytes[start..<end], as: UTF8.self)), start..<end)
        return end
    }

    private static let mailMarks = Array(".+-_".utf8)

    // MARK: Links

    private mutating func closeBracket(_ i: Int) -> Int {
        guard let open = brackets.popLast() else { return i + 1 }
        let isInactive = brackets.count < inactiveBrackets
        inactiveBrackets = min(inactiveBrackets, brackets.count)
        let label = open.start + (open.isImage ? 2 : 1)..<i
        if !open.isImage, isDirective(open.start) {
            add(.directive, open.start..<i + 1, content: label)
            return i + 1
        }
        if !open.isImage, label.count > 1, bytes[label.lowerBound] == UInt8(ascii: "^") {
            add(.footnoteReference, open.start..<i + 1, content: label)
            return i + 1
        }
        if isInactive, !open.isImage { return i + 1 }
        if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "("), let link = LinkTail(bytes, i + 2) {
            let kind: Inline.Kind =
                open.isImage ? .image(destination: link.destination) : .link(destination: link.destination, reference: false)
            add(kind, open.start..<link.end, content: label, title: link.title)
            dropOpenLinks(unless: open.isImage)
            return link.end
        }
        return referenceLink(i, open, label)
    }

    private mutating func referenceLink(_ i: Int, _ open: Bracket, _ label: Range<Int>) -> Int {
        guard !definitions.isEmpty else { return i + 1 }
        var end = i + 1
        var name = label
        if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "["),
            let close = bytes[(i + 2)..<min(bytes.count, i + 1_002)].firstIndex(of: UInt8(ascii: "]"))
        {
            if close > i + 2 { name = i + 2..<close }
            end = close + 1
        }
        guard name.count < 1_000 else { return i + 1 }
        let key = Self.normalised(bytes[name])
        guard definitions.contains(key) else { return i + 1 }
        add(open.isImage ? .image(destination: key) : .link(destination: key, reference: true), open.start..<end, content: label)
        dropOpenLinks(unless: open.isImage)
        return end
    }

    /// Links do not nest: an opening bracket before this link is text.
    private mutating func dropOpenLinks(unless isImage: Bool) {
        if !isImage { inactiveBrackets = brackets.count }
    }

    /// `[!NOTE]`, `[!INCLUDE …]`, but not `[![image](a.png)](b)`.
    private func isDirective(_ bracket: Int) -> Bool {
        bracket + 2 < bytes.count && bytes[bracket + 1] == UInt8(ascii: "!") && bytes[bracket + 2].isASCIILetter
    }

    /// The label of a reference: white space collapsed, in lower case (CommonMark 0.31.2, section 4.7).
    static func normalised(_ label: ArraySlice<UInt8>) -> String {
        String(decoding: label, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

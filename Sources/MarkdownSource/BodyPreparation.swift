import LocalizationModel

/// Rewrites, line by line, what real pages hold and cmark-gfm would misread; see `PreparedText`.
///
/// - `###Title` and `#<a name="x"></a>Title` get their space, with a note.
/// - A list that is indented by four spaces where none is open loses them, with a note: it would be code.
/// - `> [!NOTE]` markers are taken out and remembered: the block quote of that line is an alert. Text that follows without a `>` gets one:
///   it belongs to the marker's paragraph (CommonMark 0.31.2, section 5.1, lazy continuation), which would be gone.
/// - Side-by-side spans lose the source and keep the translation.
struct BodyPreparation {
    private(set) var prepared: PreparedText
    private(set) var notes: [ReadingNote] = []
    /// Line of the body (from 1) → the word in the brackets, as in `NOTE` or `div class="x"`.
    private(set) var markers: [Int: String] = [:]
    let sideBySide: [SideBySidePair]
    private let text: SourceText
    private let bodyStart: Int

    init(_ text: SourceText, bodyStart: Int) {
        self.text = text
        self.bodyStart = bodyStart
        prepared = PreparedText(capacity: text.bytes.count - bodyStart)
        let markup = SideBySideMarkup(text.bytes, from: bodyStart)
        sideBySide = markup.pairs
        edit(hidden: markup.hidden)
        prepared.finish()
    }

    private mutating func edit(hidden: [Range<Int>]) {
        let bytes = text.bytes
        var copied = bodyStart
        var nextHidden = 0
        var state = LineState()
        var endsWithMarker = false
        func removals(upTo end: Int, from hidden: [Range<Int>], _ index: inout Int) -> [Range<Int>] {
            var found: [Range<Int>] = []
            while index < hidden.count, hidden[index].lowerBound < end {
                found.append(hidden[index])
                index += 1
            }
            return found
        }
        let firstLine = text.line(at: bodyStart)
        for line in firstLine...max(firstLine, text.lineCount) {
            let full = text.span(ofLine: line)
            let span = SourceSpan(min(max(full.lower, bodyStart), full.upper), full.upper)
            for range in removals(upTo: span.upper, from: hidden, &nextHidden) where range.lowerBound >= copied {
                prepared.copy(copied..<range.lowerBound, of: bytes)
                keepLineEnds(in: range)
                copied = range.upperBound
            }
            guard copied <= span.lower else { continue }
            if endsWithMarker, Self.continuesLazily(bytes[span.range]) {
                prepared.copy(copied..<span.lower, of: bytes)
                prepared.insert("> ", before: span.lower)
                copied = span.lower
            }
            endsWithMarker = false
            switch state.read(bytes, span, previousIsQuote: state.lastWasQuote) {
            case .text: break
            case .headingWithoutSpace(let at):
                prepared.copy(copied..<at, of: bytes)
                prepared.insert(" ", before: at)
                copied = at
                notes.append(ReadingNote(.headingWithoutSpace, span))
            case .indentedList(let range, let isFirst):
                prepared.copy(copied..<range.lowerBound, of: bytes)
                copied = range.upperBound
                if isFirst { notes.append(ReadingNote(.indentedList, span)) }
            case .marker(let range, let word):
                prepared.copy(copied..<range.lowerBound, of: bytes)
                copied = range.upperBound
                markers[line - firstLine + 1] = word
                endsWithMarker = bytes[range.upperBound..<span.upper].allSatisfy(\.isWhitespace) && bytes[span.range].first { !$0.isBlank } == UInt8(ascii: ">")
            }
        }
        prepared.copy(copied..<bytes.count, of: bytes)
    }

    /// True for a line that cannot begin a block of its own where a paragraph stands open.
    private static func continuesLazily(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.drop(while: \.isBlank)
        guard let first = text.first, !first.isWhitespace else { return false }
        let second = text.dropFirst().first ?? 0x0A
        switch first {
        case UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "="): return false
        case UInt8(ascii: "`"), UInt8(ascii: "~"): return !text.prefix(3).allSatisfy { $0 == first }
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"): return !second.isWhitespace && second != first
        default:
            let rest = text.drop(while: \.isASCIIDigit)
            return rest.count == text.count || !(rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"))
        }
    }

    /// A removed range that spans lines leaves its line ends, so that lines keep their numbers.
    private mutating func keepLineEnds(in range: Range<Int>) {
        for i in range where text.bytes[i] == 0x0A { prepared.copy(i..<i + 1, of: text.bytes) }
    }
}

/// What the lines before say about this one: inside a code fence, inside a comment, after a block quote.
private struct LineState {
    enum Reading {
        case text
        /// The byte after the number signs.
        case headingWithoutSpace(Int)
        case marker(Range<Int>, String)
        /// The indentation to take away, and whether the list starts here.
        case indentedList(Range<Int>, isFirst: Bool)
    }

    private var fence: (mark: UInt8, count: Int)?
    private var isInComment = false
    /// The closing tag of `<pre>` and the like, which hold blank lines too.
    private var verbatimEnd: StaticString?
    /// In an HTML block that a blank line ends.
    private var isInHTML = false
    private(set) var lastWasQuote = false
    private var indentation = IndentedLists()

    mutating func read(_ bytes: [UInt8], _ span: SourceSpan, previousIsQuote: Bool) -> Reading {
        var i = span.lower
        while i < span.upper, bytes[i].isBlank { i += 1 }
        let indent = i - span.lower
        var isQuote = false
        defer { lastWasQuote = isQuote }
        guard i < span.upper else {
            isInHTML = false
            indentation.readBlank()
            return .text
        }
        if let end = verbatimEnd {
            if bytes[span.range].firstRangeIgnoringCase(of: end) != nil { verbatimEnd = nil }
            return .text
        }
        if isInHTML { return .text }
        if isInComment {
            if bytes.firstRange(of: "-->", from: i, to: span.upper) != nil { isInComment = false }
            return .text
        }
        let start = content(bytes, i, span.upper, &isQuote)
        if let open = fence {
            if isFence(bytes, start, span.upper, open.mark, atLeast: open.count, closing: true) { fence = nil }
            return .text
        }
        for mark in [UInt8(ascii: "`"), UInt8(ascii: "~")] where isFence(bytes, start, span.upper, mark, atLeast: 3, closing: false) {
            fence = (mark, bytes[start..<span.upper].prefix { $0 == mark }.count)
            return .text
        }
        if bytes.hasBytes("<!--", at: start), bytes.firstRange(of: "-->", from: start + 4, to: span.upper) == nil {
            isInComment = true
            return .text
        }
        if let end = Self.verbatim(bytes, start) {
            if bytes[start..<span.upper].firstRangeIgnoringCase(of: end) == nil { verbatimEnd = end }
            return .text
        }
        if let range = indentation.read(bytes, span, contentAt: i) { return .indentedList(range.removed, isFirst: range.isFirst) }
        if indent <= 3, startsHTMLBlock(bytes, start) {
            isInHTML = true
            return .text
        }
        if isQuote, !previousIsQuote, let marker = marker(bytes, start, span.upper) { return marker }
        if indent <= 3, bytes[i] == UInt8(ascii: "#") { return heading(bytes, i, span.upper) }
        return .text
    }

    private static func verbatim(_ bytes: [UInt8], _ i: Int) -> StaticString? {
        guard i < bytes.count, bytes[i] == UInt8(ascii: "<") else { return nil }
        switch InlineScanner.tagName(bytes, i + 1) {
        case "pre": return "</pre>"
        case "script": return "</script>"
        case "style": return "</style>"
        default: return nil
        }
    }

    /// A line that starts with a tag which text is not set in: what follows is HTML up to a blank line.
    private func startsHTMLBlock(_ bytes: [UInt8], _ i: Int) -> Bool {
        guard i < bytes.count, bytes[i] == UInt8(ascii: "<"), let tag = InlineScanner.tagName(bytes, i + 1) else { return false }
        return !Self.phrasing.contains(tag.hasPrefix("/") ? String(tag.dropFirst()) : tag)
    }

    private static let phrasing: Set<String> = [
        "a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub",
        "sup", "u", "var",
    ]

    /// Skips block quote and list markers.
    private func content(_ bytes: [UInt8], _ from: Int, _ end: Int, _ isQuote: inout Bool) -> Int {
        var i = from
        while i < end {
            if bytes[i] == UInt8(ascii: ">") {
                isQuote = true
                i += 1
            } else if let after = listMarker(bytes, i, end) {
                i = after
            } else if bytes[i].isBlank {
                i += 1
            } else {
                break
            }
        }
        return i
    }

    private func listMarker(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Int? {
        var k = i
        if bytes[k] == UInt8(ascii: "-") || bytes[k] == UInt8(ascii: "*") || bytes[k] == UInt8(ascii: "+") {
            k += 1
        } else {
            while k < end, k < i + 9, bytes[k].isASCIIDigit { k += 1 }
            guard k > i, k < end, bytes[k] == UInt8(ascii: ".") || bytes[k] == UInt8(ascii: ")") else { return nil }
            k += 1
        }
        return k < end && bytes[k].isBlank ? k : nil
    }

    private func isFence(_ bytes: [UInt8], _ i: Int, _ end: Int, _ mark: UInt8, atLeast: Int, closing: Bool) -> Bool {
        var k = i
        while k < end, bytes[k] == mark { k += 1 }
        guard k - i >= atLeast else { return false }
        let rest = bytes[k..<end]
        return closing ? rest.allSatisfy(\.isBlank) : mark != UInt8(ascii: "`") || !rest.contains(mark)
    }

    /// `[!NOTE]`, `[!div class="nextstepaction"]` at the start of a block quote.
    private func marker(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Reading? {
        guard bytes.hasBytes("[!", at: i), let close = bytes.firstRange(of: "]", from: i + 2, to: end) else { return nil }
        let word = String(decoding: bytes[(i + 2)..<close], as: UTF8.self)
        let name = word.prefix { $0 != " " }.uppercased()
        if Alert.words.contains(name) { return .marker(i..<close + 1, name) }
        return name == "DIV" ? .marker(i..<close + 1, word) : nil
    }

    /// `###Title`: number signs that a letter, a tag, a link or an emphasis follows at once. A single sign is a
    /// heading only before an upper-case letter, a letter that has no case, or an anchor: `#channel` stays text.
    private func heading(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Reading {
        var k = i
        while k < end, bytes[k] == UInt8(ascii: "#") { k += 1 }
        guard k - i <= 6, k < end, !bytes[k].isBlank else { return .text }
        let next = bytes[k]
        let isAnchor = bytes.hasBytesIgnoringCase("<a ", at: k)
        let isWord = next.isASCIIAlphanumeric || next >= 0x80 || next == UInt8(ascii: "*") || next == UInt8(ascii: "[")
        if k - i == 1 {
            return isAnchor || next.isASCIIUppercase || next >= 0xC3 ? .headingWithoutSpace(k) : .text
        }
        return isAnchor || isWord ? .headingWithoutSpace(k) : .text
    }
}

/// The five alerts of GitHub and the names that other publishing systems add.
enum Alert {
    static let words: Set<String> = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "ATTENTION", "DANGER", "INFO"]
}

extension ArraySlice<UInt8> {
    /// The first position where `pattern`, given in lower case, stands in any case.
    fileprivate func firstRangeIgnoringCase(of pattern: StaticString) -> Int? { indices.first { hasBytesIgnoringCase(pattern, at: $0) } }
}

import LocalizationModel

/// Finds lists that are indented by four columns or more where no list is open: CommonMark (0.31.2, section 4.4) reads them as code.
///
/// Only what is plainly a list is taken for one: the first line is a bullet item, an item sets words strong or holds a link, and the
/// paragraph before announces no example by a colon.
struct IndentedLists {
    private enum Run {
        case none, code, list
    }

    private var run = Run.none
    private var isListOpen = false
    private var lastWasBlank = true
    private var announcesExample = false

    private static let indent = 4

    mutating func readBlank() { lastWasBlank = true }

    /// What to take away at the start of a line that is not blank; nil for lines that stay as they are.
    mutating func read(_ bytes: [UInt8], _ span: SourceSpan, contentAt start: Int) -> (removed: Range<Int>, isFirst: Bool)? {
        defer { lastWasBlank = false }
        guard let end = Self.indentation(bytes, span.lower, start) else {
            readText(bytes, span, start)
            return nil
        }
        if run == .none, lastWasBlank, !isListOpen {
            run = !announcesExample && Self.isItem(bytes, start, span.upper) && Self.holdsMarkup(bytes, from: span.lower) ? .list : .code
            return run == .list ? (span.lower..<end, true) : nil
        }
        return run == .list ? (span.lower..<end, false) : nil
    }

    /// A line that is not indented ends a run, and a list unless it continues an item.
    private mutating func readText(_ bytes: [UInt8], _ span: SourceSpan, _ start: Int) {
        run = .none
        // What follows a footnote, indented, belongs to it as to an item.
        if Self.isItem(bytes, start, span.upper) || Self.isNumbered(bytes, start, span.upper) || bytes.hasBytes("[^", at: start) {
            isListOpen = true
        } else if start == span.lower, lastWasBlank {
            isListOpen = false
        }
        let text = bytes[start..<span.upper].trimmed()
        announcesExample = text.last == UInt8(ascii: ":") || text.hasBytes("：", at: text.endIndex - 3)
    }

    /// The end of the first four columns where they are blank; a tab fills them.
    private static func indentation(_ bytes: [UInt8], _ lower: Int, _ start: Int) -> Int? {
        var i = lower
        while i < start, i - lower < indent {
            if bytes[i] == 0x09 { return i + 1 }
            i += 1
        }
        return i - lower == indent ? i : nil
    }

    private static func isItem(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
        guard i + 1 < end, bytes[i + 1].isBlank else { return false }
        return bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "*") || bytes[i] == UInt8(ascii: "+")
    }

    private static func isNumbered(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
        let digits = bytes[i..<end].prefix(9).prefix { $0.isASCIIDigit }.count
        guard digits > 0, i + digits + 1 < end else { return false }
        let mark = bytes[i + digits]
        return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")) && bytes[i + digits + 1].isBlank
    }

    /// True where an item of the run that starts here sets words strong or holds a link. Each run is read once: linear.
    private static func holdsMarkup(_ bytes: [UInt8], from lower: Int) -> Bool {
        var line = lower
        while line < bytes.count {
            var end = line
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            var start = line
            while start < end, bytes[start].isWhitespace { start += 1 }
            if start < end {
                guard indentation(bytes, line, start) != nil else { return false }
                let isMarked = bytes.firstRange(of: "**", from: start, to: end) != nil || bytes.firstRange(of: "](", from: start, to: end) != nil
                if isMarked, isItem(bytes, start, end) {
                    return true
                }
            }
            line = end + 1
        }
        return false
    }
}

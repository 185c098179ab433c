import LocalizationModel

/// Finds the ends of sentences in the text of a leaf block.
///
/// After UAX #29's idea of a sentence, with what it cannot know: abbreviations and ordinals come from the
/// locale, markup is skipped, and a full-width stop ends a sentence without a space after it.
struct SentenceSplitter: Sendable {
    private let ordinalPeriod: Bool
    private let abbreviations: WordIndex

    init(_ rules: LocaleProfile.Sentences) {
        ordinalPeriod = rules.ordinalPeriod
        abbreviations = WordIndex(rules.abbreviations.sorted())
    }

    /// `inlines` are those of the leaf that overlap the run.
    func sentences(in leaf: LeafText, _ run: Range<Int>, _ inlines: [Inline]) -> [Range<Int>] {
        let bytes = leaf.bytes
        var ranges: [Range<Int>] = []
        var start = run.lowerBound
        let openings = Self.openings(inlines)
        var i = run.lowerBound
        // The next inline that matters, and where it starts.
        var (next, markup) = (0, run.lowerBound)
        func cut(at end: Int, next: Int) {
            if start < end { ranges.append(start..<end) }
            start = next
        }
        while i < run.upperBound {
            if i >= markup {
                while next < inlines.count, inlines[next].range.upperBound <= i || !Self.matters(inlines[next]) { next += 1 }
                markup = next < inlines.count ? inlines[next].range.lowerBound : .max
                if markup <= i {
                    let end = inlines[next].range.upperBound
                    if Self.isBreak(inlines[next]) { cut(at: min(markup, run.upperBound), next: end) }
                    i = end
                    continue
                }
            }
            guard Terminator.mayStart(with: bytes[i]), let mark = Terminator(bytes, i) else {
                i += 1
                continue
            }
            let end = afterClosers(leaf, mark.end, run.upperBound, openings)
            let next = bytes[end..<run.upperBound].firstIndex { !$0.isWhitespace } ?? run.upperBound
            if isEnumerator(bytes, run.lowerBound, mark, end: end) || isEnd(bytes, mark, start: start, end: end, next: next, limit: run.upperBound) {
                cut(at: end, next: next)
                i = next
            } else {
                i = mark.end
            }
        }
        cut(at: run.upperBound, next: run.upperBound)
        return ranges
    }

    /// False for what a sentence may end in.
    private static func matters(_ inline: Inline) -> Bool {
        switch inline.kind {
        case .emphasis, .strong: false
        default: true
        }
    }

    private static func isBreak(_ inline: Inline) -> Bool {
        switch inline.kind {
        case .hardBreak, .html(tag: "br"): true
        default: false
        }
    }

    /// Skips what closes a sentence after its stop: quotation marks, brackets, emphasis marks, closing tags.
    /// Marks that open an emphasis belong to the next sentence: `。**不**`.
    private func afterClosers(_ leaf: LeafText, _ from: Int, _ limit: Int, _ openings: Set<Int>) -> Int {
        var i = from
        while i < limit {
            let byte = leaf.bytes[i]
            if byte < 0x80 {
                if Self.asciiClosers.contains(byte), !openings.contains(i) {
                    i += 1
                } else if byte == UInt8(ascii: "<"), leaf.bytes.hasBytes("</", at: i),
                    let end = leaf.bytes[i..<min(limit, i + 16)].firstIndex(of: UInt8(ascii: ">"))
                {
                    i = end + 1
                } else if byte == UInt8(ascii: "&"), leaf.bytes.hasBytes("&quot;", at: i) {
                    i += 6
                } else {
                    break
                }
            } else {
                let scalar = leaf.bytes.scalar(at: i)
                guard Self.closers.contains(scalar.value) else { break }
                i += scalar.length
            }
        }
        return i
    }

    /// Where emphases start.
    private static func openings(_ inlines: [Inline]) -> Set<Int> {
        var openings: Set<Int> = []
        for inline in inlines {
            switch inline.kind {
            case .emphasis, .strong: openings.insert(inline.range.lowerBound)
            default: continue
            }
        }
        return openings
    }

    private static let openers = Array("\"'([*_".utf8)
    private static let asciiClosers = Array("\"')]}*_".utf8)
    /// ” ’ » › “ (German closing) 」 』 ） 》 】 ］
    private static let closers: Set<UInt32> = [0x201D, 0x2019, 0xBB, 0x203A, 0x201C, 0x300D, 0x300F, 0xFF09, 0x300B, 0x3011, 0xFF3D]

    private func isEnd(_ bytes: [UInt8], _ mark: Terminator, start: Int, end: Int, next: Int, limit: Int) -> Bool {
        // After a closing quote the sentence round it goes on with a particle, which hiragana writes: 「…。」と.
        if mark.isFullWidth { return end == mark.end || end < next || next >= limit || !(0x3041...0x3096).contains(bytes.scalar(at: next).value) }
        guard next < limit else { return true }
        guard end < next else { return mark.byte != UInt8(ascii: ".") && isCJK(bytes, before: mark.start) && bytes[end] >= 0xE3 }
        if startsInLowerCase(bytes, next, limit) { return false }
        guard mark.byte == UInt8(ascii: "."), mark.end == mark.start + 1 else { return true }
        return !isAbbreviation(bytes, start, mark.start) && !isOrdinal(bytes, start, mark.start)
    }

    private func isCJK(_ bytes: [UInt8], before i: Int) -> Bool { i > 2 && bytes[i - 1].isContinuation && bytes[i - 3] >= 0xE3 }

    private func startsInLowerCase(_ bytes: [UInt8], _ from: Int, _ limit: Int) -> Bool {
        var i = from
        while i < limit, Self.openers.contains(bytes[i]) { i += 1 }
        guard i < limit else { return false }
        let value = bytes.scalar(at: i).value
        switch value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x430...0x45F: return true
        case 0x2C, 0x3B: return true  // a comma or semicolon goes on
        default: return false
        }
    }

    /// True where the word before the stop, or the last two or three of them, is an abbreviation of the locale.
    private func isAbbreviation(_ bytes: [UInt8], _ start: Int, _ stop: Int) -> Bool {
        var i = stop
        var words = 0
        while i > start, words < 3 {
            while i > start, bytes[i - 1] == 0x20 || bytes[i - 1] == 0xA0 || bytes[i - 1] == 0xC2 { i -= 1 }
            let end = i
            while i > start, !bytes[i - 1].isWhitespace, bytes[i - 1] != 0xA0, !Self.opensWord(bytes[i - 1]) { i -= 1 }
            guard i < end else { return false }
            words += 1
            if isAbbreviation(bytes, i..<stop) { return true }
            if words == 1, isInitial(bytes, i, stop) { return true }
            guard bytes[i..<stop].count < 24 else { return false }
        }
        return false
    }

    /// A space that does not break is a space like others.
    private func isAbbreviation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard bytes[range].contains(0xA0) else { return abbreviations.position(of: bytes, range) != nil }
        let spaced = Array(String(decoding: bytes[range], as: UTF8.self).replacing("\u{A0}", with: " ").utf8)
        return abbreviations.position(of: spaced, 0..<spaced.count) != nil
    }

    private static func opensWord(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "[") }

    /// A single letter, as in `J. Smith` or `b. Next`.
    private func isInitial(_ bytes: [UInt8], _ from: Int, _ stop: Int) -> Bool {
        stop - from == 1 && bytes[from].isASCIILetter || stop - from == 2 && (bytes[from] == 0xD0 || bytes[from] == 0xD1)
    }

    /// `a.` at the start of a block: the label of what follows, not an initial.
    private func isEnumerator(_ bytes: [UInt8], _ start: Int, _ mark: Terminator, end: Int) -> Bool {
        let label = bytes[start..<mark.start].firstIndex { !$0.isWhitespace } ?? start
        return mark.byte == UInt8(ascii: ".") && mark.end == end && isInitial(bytes, label, mark.start) && startsInLowerCase(bytes, label, mark.start)
            && end < bytes.count && bytes[end].isWhitespace
    }

    /// `3. Mai`: a number of one or two digits before the stop, in locales that write ordinals so.
    private func isOrdinal(_ bytes: [UInt8], _ start: Int, _ stop: Int) -> Bool {
        let digits = bytes[start..<stop].reversed().prefix { $0.isASCIIDigit }.count
        guard digits > 0, stop - digits == start || bytes[stop - digits - 1].isWhitespace || bytes[stop - digits - 1] == UInt8(ascii: "(") else {
            return false
        }
        return digits <= 2 && (ordinalPeriod || stop - digits == start)
    }
}

/// A mark that may end a sentence.
private struct Terminator {
    let start: Int
    let end: Int
    let byte: UInt8
    let isFullWidth: Bool

    /// False for bytes that no mark starts with.
    @inline(__always)
    static func mayStart(with byte: UInt8) -> Bool {
        byte < 0x40 ? byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") : byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    init?(_ bytes: [UInt8], _ i: Int) {
        let byte = bytes[i]
        start = i
        self.byte = byte
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            var k = i + 1
            while k < bytes.count, bytes[k] == UInt8(ascii: ".") || bytes[k] == UInt8(ascii: "!") || bytes[k] == UInt8(ascii: "?") { k += 1 }
            end = k
            isFullWidth = false
        case 0xE3 where bytes.hasBytes("。", at: i), 0xEF where bytes.hasBytes("！", at: i) || bytes.hasBytes("？", at: i) || bytes.hasBytes("｡", at: i):
            end = i + 3
            isFullWidth = true
        case 0xE2 where bytes.hasBytes("…", at: i):
            end = i + 3
            isFullWidth = false
        default: return nil
        }
    }
}

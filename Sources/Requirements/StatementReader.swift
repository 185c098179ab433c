import LocalizationModel

/// Reads the facts of a paragraph out of its segments.
struct StatementReader {
    let outline: PageOutline
    let vocabulary: Vocabulary

    /// The statement that some segments make; nil for none.
    func statement(_ segments: ArraySlice<Segment>, of block: Int) -> Statement? {
        let running = segments.filter { $0.kind != .imageText && $0.kind != .linkTitle }
        guard let first = running.first, let last = running.last else { return nil }
        let labels = linkLabels(block)
        var statement = Statement(
            text: running.map(\.text).joined(separator: " "), line: first.line,
            span: SourceSpan(first.span.lower, max(first.span.lower, last.span.upper)))
        statement.isNote = vocabulary.startsNote(first.facts.plain)
        let codes = running.flatMap(\.facts.codes).filter(Self.isExamCode) + labels.compactMap(Self.certification)
        statement.codes = Set(codes.map { $0.uppercased() }).sorted()
        statement.links = running.flatMap(\.facts.destinations)
        let isSubject = !codes.isEmpty || running.count == 1 && labels.contains(first.facts.plain)
        let values = running.map { quantities(of: $0, isSubject: isSubject) }
        statement.quantities = values.flatMap(\.sure).sorted().map { .init(value: $0) }
        statement.uncertain = values.flatMap(\.uncertain).sorted().map { .init(value: $0) }
        return statement
    }

    /// The quantities of a segment. Digits, cardinals and what is set strong are sure, `1` only where it is set strong or leads the
    /// text: elsewhere one language writes `1`, the other `one` or nothing. Numbers behind a name, ordinals, months and weak
    /// number words are not sure. Where the text names an exam or is a link, its numbers belong to a title (`Windows Server
    /// 2016`).
    private func quantities(of segment: Segment, isSubject: Bool) -> (sure: [Double], uncertain: [Double]) {
        let facts = segment.facts
        var sure: [Double] = []
        var uncertain: [Double] = []
        for number in facts.numbers {
            let hasDigits = number.text.utf8.contains(where: \.isASCIIDigit)
            let isSure = hasDigits ? number.strength == .digits || Self.isGrouped(number) : vocabulary.isCardinal(number.text)
            if facts.strong.contains(where: { Self.isCount($0, number.text) })
                || !isSubject && isSure && (number.value != 1 || facts.plain.hasPrefix(number.text))
            {
                sure.append(number.value)
            } else if !isSubject {
                uncertain.append(number.value)
            }
        }
        guard !isSubject else { return (sure, []) }
        let foreign = vocabulary.foreignCardinals(in: segment)
        sure += foreign.filter { $0 > 1 }
        return (sure, uncertain + vocabulary.weakNumbers(in: segment))
    }

    /// True for digits in groups, `1.000`: no version and no year is written so.
    private static func isGrouped(_ number: SegmentFacts.Number) -> Bool {
        number.value >= 1000 && number.value == number.value.rounded() && number.text.utf8.contains { !$0.isASCIIDigit }
    }

    private static func isCount(_ strong: String, _ number: String) -> Bool {
        strong == number || String(decoding: Array(strong.utf8).trimmed(), as: UTF8.self) == number
    }

    /// True where a count is set strong: `**2** individuals`.
    static func hasStrongCount(_ segment: Segment) -> Bool {
        segment.facts.numbers.contains { number in segment.facts.strong.contains { isCount($0, number.text) } }
    }

    /// `70-346`, `MB6-890`, `AZ-900`: up to four letters and digits, a hyphen, three or four digits.
    static func isExamCode(_ code: String) -> Bool {
        let parts = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 2, (2...4).contains(parts[0].count), (3...4).contains(parts[1].count) else { return false }
        return parts[0].allSatisfy(\.isASCIIAlphanumeric) && parts[1].allSatisfy(\.isASCIIDigit)
    }

    /// The certification that a link's label is, as in `MCSA` and `PSM I`: capitals only, before a colon if there is one.
    static func certification(_ label: String) -> String? {
        let name = Array(label.prefix { $0 != ":" && $0 != "：" }.utf8).trimmed()
        let letters = name.count(where: \.isASCIIUppercase)
        let allowed = Array(" -+/".utf8)
        guard letters >= 3, name.count <= 24, name.allSatisfy({ $0.isASCIIUppercase || $0.isASCIIDigit || allowed.contains($0) }) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        return isExamCode(text) ? nil : text
    }

    /// The labels of a block's links, without markup around them.
    private func linkLabels(_ block: Int) -> [String] {
        guard let leaf = outline.page.document.blocks[block].leaf else { return [] }
        return leaf.inlines.compactMap { inline in
            guard case .link = inline.kind else { return nil }
            return String(decoding: leaf.bytes[inline.content].trimmed(), as: UTF8.self)
        }
    }

    /// Label and text of a folded paragraph `**label**：text`; nil where it is none.
    func folded(_ whole: Statement, of block: Int) -> (label: Statement, text: Statement)? {
        guard !whole.isNote, let leaf = outline.page.document.blocks[block].leaf, let fold = Fold(leaf) else { return nil }
        func part(_ range: Range<Int>) -> Statement {
            let text = String(decoding: leaf.bytes[range].map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
            let span = leaf.fileSpan(range)
            return Statement(text: text, line: outline.page.document.text.line(at: span.lower), span: span)
        }
        var label = part(fold.label)
        var text = part(fold.text)
        let numbers = outline.segments(of: block).flatMap(\.facts.numbers).filter { label.text.contains($0.text) }.map(\.value)
        label.quantities = whole.quantities.filter { numbers.contains($0.value) }
        text.quantities = whole.quantities.filter { !numbers.contains($0.value) }
        label.codes = whole.codes.filter { label.text.contains($0) }
        text.codes = whole.codes.filter { !label.text.contains($0) }
        text.uncertain = whole.uncertain
        text.links = whole.links
        return (label, text)
    }
}

/// Where a paragraph divides into a strong label and the text after its colon.
private struct Fold {
    let label: Range<Int>
    let text: Range<Int>

    init?(_ leaf: LeafText) {
        let bytes = leaf.bytes
        let strong = leaf.inlines.first { if case .strong = $0.kind { true } else { false } }
        guard let strong, bytes[..<strong.range.lowerBound].allSatisfy(\.isWhitespace) else { return nil }
        var content = bytes[strong.content].trimmed()
        var rest = bytes[strong.range.upperBound...].trimmed()
        if let inner = Self.withoutLastColon(content) {
            content = inner
        } else if let after = Self.withoutFirstColon(rest) {
            rest = after
        } else {
            return nil
        }
        guard content.contains(where: { $0.isASCIILetter || $0 >= 0xC3 }), rest.contains(where: { $0.isASCIIAlphanumeric || $0 >= 0xC3 })
        else { return nil }
        label = content.startIndex..<content.endIndex
        text = rest.startIndex..<rest.endIndex
    }

    private static func withoutFirstColon(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.hasBytes(":", at: bytes.startIndex) { return bytes.dropFirst().trimmed() }
        return bytes.hasBytes("：", at: bytes.startIndex) ? bytes.dropFirst(3).trimmed() : nil
    }

    private static func withoutLastColon(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if bytes.hasBytes(":", at: bytes.endIndex - 1) { return bytes.dropLast().trimmed() }
        return bytes.hasBytes("：", at: bytes.endIndex - 3) ? bytes.dropLast(3).trimmed() : nil
    }
}

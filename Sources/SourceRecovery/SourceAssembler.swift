import LocalizationModel

/// Writes the recovered page: the structure of the skeleton, with the source's words in place of its own.
struct SourceAssembler {
    private let skeleton: HeldSource
    private let choices: [SourceChoice.Choice]
    private let revision: PageRevision
    private let layout: RecoveredSource.Layout
    private let bytes: [UInt8]
    /// Blocks of which something is known.
    private let knownBlocks: Set<Int>
    /// Anchors of headings that are not in the source, ascending.
    private let anchors: [SourceSpan]

    private var markdown: [UInt8] = []
    private var pieces: [RecoveredSource.Piece] = []
    private var gaps: [RecoveredSource.Gap] = []
    private var nextAnchor = 0
    /// Up to here the skeleton has been written.
    private var position = 0
    private var withdrawn: Range<Int>?

    init(_ skeleton: HeldSource, _ choices: [SourceChoice.Choice], _ revision: PageRevision, _ layout: RecoveredSource.Layout) {
        self.skeleton = skeleton
        self.choices = choices
        self.revision = revision
        self.layout = layout
        bytes = skeleton.page.document.text.bytes
        knownBlocks = Set(zip(skeleton.parts, choices).compactMap { part, choice in if case .excerpt = choice { part.block } else { nil } })
        anchors = layout == .page ? Self.addedAnchors(skeleton.page.document) : []
    }

    consuming func recovered() -> RecoveredSource {
        if layout == .inPlace { lineEnds(0, skeleton.page.document.body.lower) }
        position = skeleton.page.document.body.lower
        var index = 0
        while index < choices.count {
            let end = gapEnd(index)
            let whole = SourceSpan(skeleton.parts[index].whole.lower, skeleton.parts[max(index, end - 1)].whole.upper)
            structure(to: whole.lower)
            if end > index {
                gap(index..<end, whole)
            } else if case .excerpt(let excerpt) = choices[index] {
                add(excerpt, in: whole)
            }
            if position < whole.upper { position = whole.upper }
            index = max(index + 1, end)
        }
        structure(to: skeleton.page.document.body.upper)
        return RecoveredSource(
            SourceText(markdown), pieces: pieces, gaps: gaps, locale: skeleton.page.locale, revision: revision,
            isComplete: skeleton.holdsPage || gaps.isEmpty, withdrawn: withdrawn)
    }

    // MARK: Words

    private mutating func add(_ excerpt: SourceChoice.Excerpt, in whole: SourceSpan) {
        let start = markdown.count
        if excerpt.page.locale == skeleton.page.locale {
            lineEnds(whole.lower, excerpt.span.lower)
            piece(excerpt, excerpt.span)
            lineEnds(excerpt.span.upper, whole.upper)
        } else {
            for (index, line) in Self.lines(of: excerpt.span, in: excerpt.page.document.text.bytes).enumerated() {
                if index > 0 { markdown.append(0x20) }
                piece(excerpt, line)
            }
            lineEnds(whole.lower, whole.upper)
        }
        if excerpt.method == .comment, skeleton.page.document.isWithdrawn { withdrawn = start..<markdown.count }
    }

    private mutating func piece(_ excerpt: SourceChoice.Excerpt, _ span: SourceSpan) {
        guard !span.isEmpty else { return }
        let text = excerpt.page.document.text
        pieces.append(
            .init(
                range: markdown.count..<markdown.count + span.count,
                origin: SourceOrigin(method: excerpt.method, locale: excerpt.page.locale, span: span, line: text.line(at: span.lower)),
                commit: excerpt.page.provenance.sourceCommit))
        markdown += text[span]
    }

    /// The lines of a span without their ends and the quote marks and blanks before them.
    private static func lines(of span: SourceSpan, in bytes: [UInt8]) -> [SourceSpan] {
        var lines: [SourceSpan] = []
        var lower = span.lower
        while lower < span.upper {
            let end = bytes[lower..<span.upper].firstIndex(of: 0x0A) ?? span.upper
            var upper = end
            while upper > lower, bytes[upper - 1].isWhitespace { upper -= 1 }
            lines.append(SourceSpan(lower, upper))
            lower = end + 1
            while lower < span.upper, bytes[lower].isBlank || bytes[lower] == UInt8(ascii: ">") { lower += 1 }
        }
        return lines
    }

    // MARK: Gaps

    /// The end of the run of gaps of one block that starts at a part; the part itself where it is none.
    private func gapEnd(_ start: Int) -> Int {
        var end = start
        while end < choices.count, case .unknown = choices[end], skeleton.parts[end].block == skeleton.parts[start].block,
            end == start || isBlank(skeleton.parts[end - 1].whole.upper, skeleton.parts[end].whole.lower)
        { end += 1 }
        return end
    }

    private func isBlank(_ lower: Int, _ upper: Int) -> Bool { lower <= upper && bytes[lower..<upper].allSatisfy(\.isWhitespace) }

    private mutating func gap(_ run: Range<Int>, _ whole: SourceSpan) {
        let text = skeleton.page.document.text
        let lines = run.map { text.line(at: skeleton.parts[$0].whole.lower) }
        gaps += zip(run, lines).map { .init(span: skeleton.parts[$0].whole, line: $1) }
        let block = skeleton.parts[run.lowerBound].block
        switch layout {
        case .inPlace:
            // A comment keeps the block where nothing else is in it: an empty list item would end its list.
            if let block, !knownBlocks.contains(block) { markdown += Array("<!-- -->".utf8) }
            lineEnds(whole.lower, whole.upper)
        case .page:
            guard let block else { return }
            markdown += Array(Self.comment(skeleton.page.locale, lines).utf8)
            if knownBlocks.contains(block), startsBlock(run.lowerBound) { newLine(after: whole) }
        }
    }

    private static func comment(_ locale: LocaleTag, _ lines: [Int]) -> String {
        let (first, last) = (lines.first ?? 0, lines.last ?? 0)
        let place = first == last ? "line \(first)" : "lines \(first)–\(last)"
        return "<!-- not recovered: \(locale) \(place)\(lines.count > 1 ? ", \(lines.count) segments" : "") -->"
    }

    private func startsBlock(_ part: Int) -> Bool {
        guard let block = skeleton.parts[part].block, part == 0 || skeleton.parts[part - 1].block != block else { return false }
        if case .paragraph = skeleton.page.document.blocks[block].kind { return true }
        return false
    }

    /// What follows on the line of a comment would be HTML too (CommonMark 0.31.2, section 4.6): it goes to a line of its own,
    /// indented as the skeleton's line is.
    private mutating func newLine(after gap: SourceSpan) {
        let line = skeleton.page.document.text.span(ofLine: skeleton.page.document.text.line(at: gap.lower))
        markdown.append(0x0A)
        for byte in bytes[line.lower..<gap.lower] { markdown.append(byte == UInt8(ascii: ">") || byte == 0x09 ? byte : 0x20) }
        position = gap.upper
        while position < bytes.count, bytes[position].isBlank { position += 1 }
    }

    // MARK: Structure

    /// Copies the skeleton up to `end`, without the anchors that localisation systems add to headings.
    private mutating func structure(to end: Int) {
        while nextAnchor < anchors.count, anchors[nextAnchor].lower < end {
            let anchor = anchors[nextAnchor]
            nextAnchor += 1
            guard anchor.lower >= position, anchor.upper <= end else { continue }
            markdown += bytes[position..<anchor.lower]
            position = anchor.upper
        }
        guard position < end else { return }
        markdown += bytes[position..<end]
        position = end
    }

    /// In place, what is left out leaves its line ends, so that lines keep their numbers.
    private mutating func lineEnds(_ lower: Int, _ upper: Int) {
        guard layout == .inPlace, lower < upper else { return }
        for i in lower..<upper where bytes[i] == 0x0A { markdown.append(0x0A) }
    }

    /// `<a name="slug"></a>` behind the number signs and a blank. Where there is no blank, the heading is none for
    /// localisation systems, and the anchor is the source's own.
    private static func addedAnchors(_ document: Document) -> [SourceSpan] {
        let bytes = document.text.bytes
        return document.blocks.compactMap { block -> SourceSpan? in
            guard case .heading = block.kind, let lower = block.leaf?.pieces.first?.span.lower, lower > 0, bytes[lower - 1].isBlank,
                bytes.hasBytes("<a name=\"", at: lower), let end = bytes.firstRange(of: "\"></a>", from: lower + 9, to: block.span.upper),
                !bytes[lower + 9..<end].contains(where: { $0 == UInt8(ascii: "\"") || $0.isWhitespace })
            else { return nil }
            return SourceSpan(lower, end + 6)
        }
    }
}

import LocalizationModel

/// Cuts a page into segments: sentences of its leaf blocks, each with what it states.
///
/// A segment is never cut inside a code span, a link, an image, a tag or an address. Spans are disjoint and
/// ascending, so that the segments and the skeleton between them give the file back byte for byte; what is nested
/// in a segment lies inside its span and keeps the same law there.
public struct Segmenter: Sendable {
    private let splitter: SentenceSplitter
    private let facts: FactReader

    public init(profile: LocaleProfile) {
        splitter = SentenceSplitter(profile.sentences)
        facts = FactReader(profile)
    }

    /// The segments of the body, each with the texts that are nested in it.
    public func segments(of document: Document) -> [Segment] {
        var segments: [Segment] = []
        var section = -1
        for (index, block) in document.blocks.enumerated() {
            guard let leaf = block.leaf, !leaf.bytes.isEmpty, let kind = Self.kind(of: index, in: document) else { continue }
            if kind == .heading { section = segments.count }
            add(leaf, kind, block: index, section: section, document, to: &segments)
        }
        return segments
    }

    private func add(_ leaf: LeafText, _ kind: Segment.Kind, block: Int, section: Int, _ document: Document, to segments: inout [Segment]) {
        let runs = kind == .html ? HTMLRuns.runs(of: leaf) : [0..<leaf.bytes.count]
        var ofRun = InlineWindow(leaf.inlines)
        for run in runs {
            let all = ofRun.overlapping(run)
            var window = InlineWindow(all)
            for range in kind == .heading ? [run] : splitter.sentences(in: leaf, run, all) {
                let inlines = window.overlapping(range)
                if let segment = segment(leaf, range, kind: kind, block: block, section: section, document, inlines) { segments.append(segment) }
            }
        }
    }

    /// The segment of a range; nil where no letter or digit is left in it.
    func segment(
        _ leaf: LeafText, _ range: Range<Int>, kind: Segment.Kind, block: Int, section: Int, _ document: Document, _ inlines: [Inline]
    ) -> Segment? {
        guard let trimmed = Self.withoutAnchors(leaf, range, inlines) else { return nil }
        let span = leaf.fileSpan(trimmed)
        let inside = inlines.isEmpty ? [] : inlines.filter { $0.range.overlaps(trimmed) }
        let texts = inside.isEmpty ? [] : nested(NestedText.all(in: leaf, trimmed, inside), leaf, inside, block: block, section: section, document)
        return Segment(
            kind: kind, block: block, section: section, span: span, line: document.text.line(at: span.lower), text: Self.text(leaf, trimmed),
            facts: facts.read(leaf, trimmed, inside), nested: texts)
    }

    func nested(_ texts: [NestedText], _ leaf: LeafText, _ inlines: [Inline], block: Int, section: Int, _ document: Document) -> [Segment] {
        var window = InlineWindow(inlines)
        return texts.map { text in
            let span = leaf.fileSpan(text.range)
            let inside = window.overlapping(text.range).filter {
                text.range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= text.range.upperBound
            }
            return Segment(
                kind: text.kind, block: block, section: section, span: span, line: document.text.line(at: span.lower), text: Self.text(leaf, text.range),
                facts: facts.read(leaf, text.range, inside), key: text.key)
        }
    }

    /// The facts of a text that stands in no document: a front matter value.
    public func facts(of text: String) -> SegmentFacts {
        let bytes = Array(text.utf8)
        let leaf = LeafText(bytes: bytes, pieces: [.init(start: 0, span: SourceSpan(0, bytes.count))], inlines: [])
        return facts.read(leaf, 0..<bytes.count, [])
    }

    /// Nil for blocks that hold no text for readers.
    private static func kind(of index: Int, in document: Document) -> Segment.Kind? {
        switch document.blocks[index].kind {
        case .heading: return .heading
        case .tableCell: return .tableCell
        case .html: return .html
        case .paragraph: break
        default: return nil
        }
        for ancestor in document.ancestors(of: index) {
            switch document.blocks[ancestor].kind {
            case .item: return .listItem
            case .alert: return .alert
            case .footnote: return .footnote
            default: continue
            }
        }
        return .paragraph
    }

    /// The range without white space and without the empty anchors (`<a name="x"></a>`) at either end;
    /// nil where no letter or digit is left.
    private static func withoutAnchors(_ leaf: LeafText, _ range: Range<Int>, _ inlines: [Inline]) -> Range<Int>? {
        var lower = range.lowerBound
        var upper = range.upperBound
        let bytes = leaf.bytes
        func trim() {
            while lower < upper, bytes[lower].isWhitespace { lower += 1 }
            while upper > lower, bytes[upper - 1].isWhitespace { upper -= 1 }
        }
        trim()
        guard !inlines.isEmpty else { return holdsText(bytes[lower..<upper]) ? lower..<upper : nil }
        let tags = inlines.filter { if case .html = $0.kind { range.contains($0.range.lowerBound) } else { false } }
        for (index, tag) in tags.enumerated() where tag.range.lowerBound == lower && isAnchorOrComment(tag, opening: true) {
            lower = tag.range.upperBound
            if index + 1 < tags.count, tags[index + 1].range.lowerBound == lower, case .html(tag: "/a") = tags[index + 1].kind {
                lower = tags[index + 1].range.upperBound
            }
            trim()
        }
        for (index, tag) in tags.enumerated().reversed() where tag.range.upperBound == upper && isAnchorOrComment(tag, opening: false) {
            if case .html(tag: "/a") = tag.kind {
                guard index > 0, tags[index - 1].range.upperBound == tag.range.lowerBound, case .html(tag: "a") = tags[index - 1].kind else { break }
                upper = tags[index - 1].range.lowerBound
            } else {
                upper = tag.range.lowerBound
            }
            upper = max(lower, upper)
            trim()
        }
        return holdsText(bytes[lower..<upper]) ? lower..<upper : nil
    }

    private static func holdsText(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { $0.isASCIIAlphanumeric || $0 >= 0xC3 } }

    private static func isAnchorOrComment(_ inline: Inline, opening: Bool) -> Bool {
        switch inline.kind {
        case .html(tag: "!"): true
        case .html(tag: "a"): opening
        case .html(tag: "/a"): !opening
        default: false
        }
    }

    private static func text(_ leaf: LeafText, _ range: Range<Int>) -> String {
        let bytes = leaf.bytes[range]
        return String(decoding: bytes.contains(0x0A) ? bytes.map { $0 == 0x0A ? 0x20 : $0 }[...] : bytes, as: UTF8.self)
    }
}

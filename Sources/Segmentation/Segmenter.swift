import LocalizationModel

/// Cuts a page into segments: sentences of its leaf blocks, each with what it states.
///
/// A segment is never cut inside a code span, a link, an image, a tag or an address. Spans are disjoint and
/// ascending, so that the segments and the skeleton between them give the file back byte for byte.
public struct Segmenter: Sendable {
    private let splitter: SentenceSplitter
    private let facts: FactReader

    public init(profile: LocaleProfile) {
        splitter = SentenceSplitter(profile.sentences)
        facts = FactReader(profile)
    }

    public func segments(of document: Document) -> [Segment] {
        var segments: [Segment] = []
        var section = -1
        for (index, block) in document.blocks.enumerated() {
            guard let leaf = block.leaf, !leaf.bytes.isEmpty, let kind = Self.kind(of: index, in: document) else { continue }
            let runs = kind == .html ? HTMLRuns.runs(of: leaf) : [0..<leaf.bytes.count]
            let isHeading = if case .heading = block.kind { true } else { false }
            if isHeading { section = segments.count }
            var window = InlineWindow(leaf.inlines)
            for run in runs {
                for range in isHeading ? [run] : splitter.sentences(in: leaf, run) {
                    let inlines = window.overlapping(range)
                    guard let segment = segment(leaf, range, kind: kind, block: index, section: section, document, inlines) else { continue }
                    segments.append(segment)
                }
            }
        }
        return segments
    }

    /// The segment of a range; nil where no letter or digit is left in it.
    func segment(
        _ leaf: LeafText, _ range: Range<Int>, kind: Segment.Kind, block: Int, section: Int, _ document: Document, _ inlines: [Inline]
    ) -> Segment? {
        guard let trimmed = Self.withoutAnchors(leaf, range, inlines) else { return nil }
        let span = leaf.fileSpan(trimmed)
        return Segment(
            kind: kind, block: block, section: section, span: span, line: document.text.line(at: span.lower), text: Self.text(leaf, trimmed),
            facts: facts.read(leaf, trimmed, inlines.filter { $0.range.overlaps(trimmed) }))
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
        let tags = inlines.filter { if case .html = $0.kind { range.contains($0.range.lowerBound) } else { false } }
        for tag in tags where tag.range.lowerBound == lower && isAnchorOrComment(tag, opening: true) {
            lower = tag.range.upperBound
            if let close = tags.first(where: { $0.range.lowerBound == lower }), case .html(tag: "/a") = close.kind { lower = close.range.upperBound }
            trim()
        }
        for tag in tags.reversed() where tag.range.upperBound == upper && isAnchorOrComment(tag, opening: false) {
            if case .html(tag: "/a") = tag.kind {
                guard let open = tags.first(where: { $0.range.upperBound == tag.range.lowerBound }), case .html(tag: "a") = open.kind else { break }
                upper = open.range.lowerBound
            } else {
                upper = tag.range.lowerBound
            }
            upper = max(lower, upper)
            trim()
        }
        guard lower < upper, bytes[lower..<upper].contains(where: { $0.isASCIIAlphanumeric || $0 >= 0xC3 }) else { return nil }
        return lower..<upper
    }

    private static func isAnchorOrComment(_ inline: Inline, opening: Bool) -> Bool {
        switch inline.kind {
        case .html(tag: "!"): true
        case .html(tag: "a"): opening
        case .html(tag: "/a"): !opening
        default: false
        }
    }

    private static func text(_ leaf: LeafText, _ range: Range<Int>) -> String {
        String(decoding: leaf.bytes[range].lazy.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
    }
}

/// The inlines that overlap each of several ranges, asked for in ascending order: linear over all of them together.
struct InlineWindow {
    private var rest: ArraySlice<Inline>
    /// Those that started before and have not ended.
    private var open: [Inline] = []

    init(_ inlines: [Inline]) { rest = inlines[...] }

    mutating func overlapping(_ range: Range<Int>) -> [Inline] {
        while let next = rest.first, next.range.lowerBound < range.upperBound {
            open.append(next)
            rest.removeFirst()
        }
        open.removeAll { $0.range.upperBound <= range.lowerBound }
        return open
    }
}

/// The runs of text between the block-level tags of an HTML block.
enum HTMLRuns {
    /// Tags inside a run of text; every other tag ends the run (HTML Living Standard, phrasing content).
    private static let phrasing: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s",
        "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]

    static func runs(of leaf: LeafText) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        var skippedUntil: String?
        for inline in leaf.inlines {
            guard case .html(let tag) = inline.kind else { continue }
            let name = tag.hasPrefix("/") ? String(tag.dropFirst()) : tag
            if let skipped = skippedUntil {
                if tag == "/" + skipped { skippedUntil = nil }
                start = inline.range.upperBound
                continue
            }
            guard !phrasing.contains(name) else { continue }
            if start < inline.range.lowerBound { runs.append(start..<inline.range.lowerBound) }
            start = inline.range.upperBound
            if tag == "script" || tag == "style" || tag == "pre" { skippedUntil = tag }
        }
        if start < leaf.bytes.count, skippedUntil == nil { runs.append(start..<leaf.bytes.count) }
        return runs
    }
}

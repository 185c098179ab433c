import LocalizationModel
import MarkdownSource
import Segmentation
import TestSupport
import Testing

@Suite("Laws of every page's segments")
struct SegmentLawTests {
    /// What is broken: segments are disjoint and ascending, inside the body, never cut a construct, and give the file
    /// back with the skeleton between them.
    private func breaches(_ document: Document, _ segments: [Segment]) -> [String] {
        var breaches: [String] = []
        var rebuilt: [UInt8] = []
        var position = 0
        for segment in segments {
            guard segment.span.lower >= position, segment.span.upper <= document.text.bytes.count else {
                return breaches + ["\(segment.span) \(segment.text) overlaps"]
            }
            if !document.body.contains(segment.span) { breaches.append("\(segment.span) is outside the body") }
            if segment.span.isEmpty { breaches.append("an empty segment at \(segment.span)") }
            if segment.line != document.text.line(at: segment.span.lower) { breaches.append("wrong line") }
            rebuilt += document.text.bytes[position..<segment.span.lower] + document.text[segment.span]
            position = segment.span.upper
            breaches += cuts(document, segment) + nestedBreaches(document, segment)
        }
        rebuilt += document.text.bytes[position...]
        if rebuilt != document.text.bytes { breaches.append("the file is not given back") }
        return breaches
    }

    /// What is nested in a segment keeps the law inside the segment's span.
    private func nestedBreaches(_ document: Document, _ segment: Segment) -> [String] {
        var breaches: [String] = []
        var rebuilt: [UInt8] = []
        var position = segment.span.lower
        for nested in segment.nested {
            guard nested.span.lower >= position, nested.span.upper <= segment.span.upper else { return ["\(nested.text) is not inside \(segment.text)"] }
            if nested.span.isEmpty || nested.text.isEmpty { breaches.append("an empty nested text in \(segment.text)") }
            if nested.line != document.text.line(at: nested.span.lower) { breaches.append("wrong line") }
            if nested.block != segment.block || nested.key == nil || !nested.nested.isEmpty { breaches.append("\(nested.text) is no nested text") }
            rebuilt += document.text.bytes[position..<nested.span.lower] + document.text[nested.span]
            position = nested.span.upper
        }
        rebuilt += document.text.bytes[position..<segment.span.upper]
        if rebuilt != Array(document.text[segment.span]) { breaches.append("\(segment.text) is not given back") }
        return breaches
    }

    /// Code spans, links, images, addresses and tags that a segment holds only a part of.
    private func cuts(_ document: Document, _ segment: Segment) -> [String] {
        guard let leaf = document.blocks[segment.block].leaf else { return ["a segment without a leaf"] }
        return leaf.inlines.compactMap { inline in
            switch inline.kind {
            case .emphasis, .strong, .hardBreak: return nil
            default:
                let span = leaf.fileSpan(inline.range)
                return span.overlaps(segment.span) && !segment.span.contains(span) ? "\(segment.text) cuts \(inline.kind)" : nil
            }
        }
    }

    private func check(_ bytes: [UInt8], _ segmenter: Segmenter, _ name: String) {
        let document = MarkdownReader.read(bytes).document
        let breaches = breaches(document, segmenter.segments(of: document))
        #expect(breaches.isEmpty, "\(name)")
    }

    @Test("hold for all pages")
    func pages() throws {
        let segmenters = try Segmenters()
        for page in try Corpus.pages(every: 2) { check(page.bytes, segmenters[page.locale], page.name) }
    }

    @Test("hold with other line ends and with a byte order mark")
    func lineEnds() throws {
        let segmenters = try Segmenters()
        for page in try Corpus.pages(every: 9) {
            let feeds = page.bytes.filter { $0 != 0x0D }
            let returns = feeds.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
            let (plain, windows) = (MarkdownReader.read(feeds).document, MarkdownReader.read(Array("\u{FEFF}".utf8) + returns).document)
            let (a, b) = (segmenters[page.locale].segments(of: plain), segmenters[page.locale].segments(of: windows))
            #expect(breaches(windows, b).isEmpty, "\(page.name)")
            guard !page.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
            #expect(a.map(\.text) == b.map(\.text), "\(page.name)")
            #expect(a.map { $0.nested.map(\.text) } == b.map { $0.nested.map(\.text) }, "\(page.name)")
        }
    }

    /// Pieces that mean something to Markdown, HTML and sentence ends, thrown together.
    private static let adversarial = [
        "![", "](", ")", "[", "]", " \"", "\"", "'", "<img alt=\"", "<img alt=x src='a b'>", "<a href=\"b\" title=\"C. D.\">", "</a>", ">", "<", "a. B", "。",
        "“", "”",
        "*", "**", "_", "`", "``", "\n", "\n\n", "\r\n", "> ", "- ", "| ", " |\n", "|-|-|\n", "# ", ":::image source=\"a\" alt-text=\"B. C\":::\n\n", "<!--",
        "-->",
        "https://a.b/c. D", "&quot;", "\\", "\u{A0}", "é", "漢", "🙂", "[^1]", "[!NOTE]\n", "<td>", "</td>", "<br>", "z. B. ", "3. Mai",
        "![a. B](c.png \"D. E\") ",
    ]

    @Test("hold for made-up input that means ill")
    func adversarialPages() throws {
        let segmenters = try Segmenters()
        var random = SeededGenerator(7)
        for number in 0..<4_000 {
            let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in Self.adversarial.randomElement(using: &random) ?? "" }.joined()
            check(Array(text.utf8), segmenters[["de-DE", "en-US", "ja-JP", "ru-RU"][number % 4]], text.debugDescription)
        }
    }

    @Test("hold for damaged pages")
    func damagedPages() throws {
        let segmenters = try Segmenters()
        var random = SeededGenerator(42)
        for page in try Corpus.pages(every: 7) {
            for _ in 0..<3 { check(Mutation.mutated(page.bytes, &random), segmenters[page.locale], page.name) }
        }
    }
}

/// One segmenter for each locale of the corpora.
private struct Segmenters {
    private let byLocale: [String: Segmenter]
    private let english: Segmenter

    init() throws {
        english = Segmenter(profile: try Repository.profile("en-US"))
        byLocale = Dictionary(
            uniqueKeysWithValues: try ["de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"].map { ($0, Segmenter(profile: try Repository.profile($0))) })
    }

    subscript(locale: String) -> Segmenter { byLocale[locale] ?? english }
}

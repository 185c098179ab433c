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
            breaches += cuts(document, segment)
        }
        rebuilt += document.text.bytes[position...]
        if rebuilt != document.text.bytes { breaches.append("the file is not given back") }
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

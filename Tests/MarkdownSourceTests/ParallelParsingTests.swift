import CCMarkGFM
import LocalizationModel
import TestSupport
import Testing

@testable import MarkdownSource

/// cmark-gfm keeps its special characters in one table for the process: two threads used to read `~~` and `www.` as text.
@Suite("Parsing in parallel")
struct ParallelParsingTests {
    private func reading(_ page: Corpus.Page) -> String {
        let parsed = MarkdownReader.read(page.bytes)
        return Outline.outline(parsed.document) + (parsed.tree.map(CMarkPage.html) ?? "")
    }

    @Test("eight threads and one read the same blocks and the same HTML")
    func sameAsOneThread() async throws {
        // Short pages that hold the characters in question end parsers as often as possible.
        let short = (0..<600).map { number in
            Corpus.Page(name: "short-\(number)", locale: "en-US", bytes: Array("~~a\(number)~~ www.example.org/\(number) b@example.org\n".utf8))
        }
        let pages = try Corpus.pages(every: 12) + short
        let alone = pages.map(reading)
        #expect(alone.contains { $0.contains("<del>") } && alone.contains { $0.contains("<a href=\"http://www.") })
        let together = await withTaskGroup(of: (Int, [String]).self) { group in
            for thread in 0..<8 {
                group.addTask { (thread, stride(from: thread, to: pages.count, by: 8).map { reading(pages[$0]) }) }
            }
            var all = [String](repeating: "", count: pages.count)
            for await (thread, texts) in group {
                for (index, text) in texts.enumerated() { all[thread + 8 * index] = text }
            }
            return all
        }
        let wrong = pages.indices.filter { alone[$0] != together[$0] }.map { pages[$0].name }
        #expect(wrong.isEmpty)
    }
}

import LocalizationModel
import MarkdownSource
import Testing

@Suite("Side-by-side spans")
struct SideBySideTests {
    private func pair(_ target: String, _ source: String, id: String = "a-1") -> String {
        "<span data-ttu-id=\"\(id)\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">\(source)</span></span>"
    }

    private func read(_ markdown: String) -> (document: Document, texts: [String], pairs: [String]) {
        let document = MarkdownReader.read(Array(markdown.utf8)).document
        return (
            document, document.blocks.compactMap(\.leaf).map { String(decoding: $0.bytes, as: UTF8.self) },
            document.sideBySide.map { "\($0.id): \(document.text.string($0.target)) = \(document.text.string($0.source))" }
        )
    }

    @Test("show the translation, hide the source, and map back to the file")
    func hidden() throws {
        let page = read("- \(pair("Erster.", "First.")) \(pair("Zweiter.", "Second.", id: "a-2"))\n")
        #expect(page.texts == ["Erster. Zweiter."])
        #expect(page.pairs == ["a-1: Erster. = First.", "a-2: Zweiter. = Second."])
        let leaf = try #require(page.document.blocks.compactMap(\.leaf).first)
        #expect(page.document.text.string(leaf.fileSpan(8..<16)) == "Zweiter.")
    }

    @Test("hold markup and spans of their own")
    func nested() {
        let page = read("\(pair("Mit <span class=\"x\">innen</span> und **fett**.", "With <span>inner</span> and **bold**."))\n")
        #expect(page.texts == ["Mit <span class=\"x\">innen</span> und **fett**."])
        #expect(page.pairs == ["a-1: Mit <span class=\"x\">innen</span> und **fett**. = With <span>inner</span> and **bold**."])
    }

    @Test("over two lines keep the lines' numbers")
    func twoLines() {
        let page = read("\(pair("Über\nzwei", "Over\ntwo\nlines"))\n\n# Heading\n")
        #expect(page.texts.last == "Heading")
        #expect(page.document.blocks.last.map { page.document.text.line(at: $0.span.lower) } == 6)
    }

    @Test("without a source are shown as text")
    func alone() {
        let page = read("<span data-ttu-id=\"a\">Nur Ziel</span> danach\n")
        #expect(page.texts == ["Nur Ziel danach"])
        #expect(page.pairs.isEmpty)
    }

    @Test(
        "that are broken are left as they are",
        arguments: [
            "<span data-ttu-id=\"a\">offen\n\n</span>\n", "<span data-ttu-id=\"a\">offen\r\n\r\nText</span>\r\n", "<span data-ttu-id=\"a\n",
            "<span data-ttu-id=\"\n",
        ])
    func broken(markdown: String) {
        let page = read(markdown)
        #expect(page.pairs.isEmpty)
        #expect(page.texts.first?.hasPrefix("<span data-ttu-id") == true)
    }

    @Test("an unclosed one does not swallow the next pair")
    func afterBroken() {
        let page = read("<span data-ttu-id=\"a\">offen\n\n\(pair("Ziel", "Target"))\n")
        #expect(page.pairs == ["a-1: Ziel = Target"])
    }
}

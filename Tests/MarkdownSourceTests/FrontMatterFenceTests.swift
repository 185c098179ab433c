import LocalizationModel
import MarkdownSource
import Testing

@Suite("Front matter's fence")
struct FrontMatterFenceTests {
    private func read(_ markdown: String) -> (yaml: String?, body: String, notes: [ReadingNote.Kind]) {
        let document = MarkdownReader.read(Array(markdown.utf8)).document
        return (document.frontMatter.map { document.text.string($0) }, document.text.string(document.body), document.notes.map(\.kind))
    }

    @Test(
        "divides the page",
        arguments: [
            ("---\ntitle: A\n---\nText\n", "title: A\n", "Text\n"), ("---\r\ntitle: A\r\n---\r\nText\r\n", "title: A\r\n", "Text\r\n"),
            ("---\ntitle: A\n...\nText\n", "title: A\n", "Text\n"), ("---  \ntitle: A\n--- \t\nText", "title: A\n", "Text"),
            ("---\n---\nText", "", "Text"), ("---\ntitle: A\n---", "title: A\n", ""), ("\u{FEFF}---\ntitle: A\n---\nText\n", "title: A\n", "Text\n"),
        ])
    func divides(markdown: String, yaml: String, body: String) {
        let page = read(markdown)
        #expect(page.yaml == yaml)
        #expect(page.body == body)
    }

    @Test(
        "is none",
        arguments: ["Text\n", "\n---\ntitle: A\n---\nText\n", "----\ntitle: A\n----\n", " ---\ntitle: A\n---\n", "--- title\n---\n", "# Heading\n---\n"])
    func missing(markdown: String) {
        let page = read(markdown)
        #expect(page.yaml == nil)
        #expect(page.body == markdown)
        #expect(!page.notes.contains(.unclosedFrontMatter))
    }

    @Test("that never closes makes a page without front matter, and a note", arguments: ["---\ntitle: A\nText\n", "---", "---\n", "\u{FEFF}---\ntitle"])
    func unclosed(markdown: String) {
        let page = read(markdown)
        #expect(page.yaml == nil)
        #expect(page.notes.contains(.unclosedFrontMatter))
    }

    @Test("a byte order mark is noted and is no text")
    func byteOrderMark() {
        let document = MarkdownReader.read(Array("\u{FEFF}# Title\n".utf8)).document
        #expect(document.notes.map(\.kind) == [.byteOrderMark])
        #expect(document.body.lower == 3)
        #expect(document.blocks.first?.kind == .heading(level: 1))
    }
}

import LocalizationModel
import MarkdownSource
import Testing

@Suite("Comments")
struct CommentTests {
    private func read(_ markdown: String) -> Document { MarkdownReader.read(Array(markdown.utf8)).document }

    @Test("a comment that holds the page withdraws it")
    func withdrawn() {
        let page = "# Title\n\n" + String(repeating: "A paragraph of the page. ", count: 10)
        let document = read("---\nt: a\n---\n> [!NOTE]\n> Gone.\n\n<!--\n\(page)\n-->\n")
        #expect(document.isWithdrawn)
        #expect(document.withdrawnComment.map { document.text.string($0.content) } == "\n\(page)\n")
    }

    @Test(
        "a page is not withdrawn by a short comment, one without a heading, or one smaller than the rest",
        arguments: [
            "<!-- # short -->\n", "<!--\n" + String(repeating: "no heading ", count: 20) + "\n-->\n",
            "<!--\n# Heading\n" + String(repeating: "old ", count: 30) + "\n-->\n\n" + String(repeating: "text ", count: 60),
        ])
    func published(markdown: String) { #expect(!read(markdown).isWithdrawn) }

    @Test("one that never closes is noted, and what follows is in it")
    func unclosed() {
        let document = read("Text\n\n<!-- open\n\n# No heading\n")
        #expect(document.notes.map(\.kind) == [.unclosedComment])
        #expect(document.comments.isEmpty)
        #expect(!document.blocks.contains { $0.kind == .heading(level: 1) })
    }

    @Test("each is found with its content, one after the other and inside text")
    func all() {
        let document = read("<!-- a -->\ntext <!-- b --> text\n\n<!--\nc\n-->\n")
        #expect(document.comments.map { document.text.string($0.content) } == [" a ", " b ", "\nc\n"])
    }
}

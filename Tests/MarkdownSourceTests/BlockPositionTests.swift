import LocalizationModel
import MarkdownSource
import Testing

/// Where cmark-gfm's own positions are wrong (docs/dependencies.md), the document's are right.
@Suite("Lines of blocks")
struct BlockPositionTests {
    /// `kind first-last` of each block, without inlines and texts.
    private func lines(_ markdown: String) -> [String] {
        let document = MarkdownReader.read(Array(markdown.utf8)).document
        return Outline.outline(document, inlines: false).split(separator: "\n").filter {
            !$0.hasPrefix("comment") && !$0.hasPrefix("anchor") && !$0.hasPrefix("note")
        }
        .map { $0.split(separator: "«")[0].split(separator: " ").joined(separator: " ") }
    }

    @Test(
        "are right",
        arguments: [
            ("Setext\n===\n\ntext", ["heading1 1-2", "paragraph 4"]), ("Two\nlines\n---\n", ["heading2 1-3"]), ("Setext\n---", ["heading2 1-2"]),
            ("> a\n> ---\n\nb", ["quote 1-2", "heading2 1-2", "paragraph 4"]),
            ("#tag\n===\n", ["heading1 1-2"]), ("####### seven\n===\n", ["heading1 1-2"]),
            ("- a\n- b\n\n\ntext", ["list 1-2", "item 1", "paragraph 1", "item 2", "paragraph 2", "paragraph 5"]),
            ("***\n\ntext\n\n---\n", ["break 1", "paragraph 3", "break 5"]),
            ("<!-- one -->\n\ntext", ["html 1", "paragraph 3"]), ("<!--\na\n\nb\n-->\ntext", ["html 1-5", "paragraph 6"]),
            ("<!-- one -->\n<!-- two -->\ntext", ["html 1", "html 2", "paragraph 3"]), ("text\n<!-- c -->\n", ["paragraph 1", "html 2"]),
            ("<div>\na\n\n</div>\ntext", ["html 1-2", "html 4-5"]), ("- <div>\n  a\n  </div>\n\nb", ["list 1-3", "item 1-3", "html 1-3", "paragraph 5"]),
            ("| a |\n|---|\n| 1 |\n\nb", ["table 1-3", "header 1", "cell0 1", "row 3", "cell0 3", "paragraph 5"]),
            ("one\ntwo\n| a |\n|---|\n| 1 |\n", ["paragraph 1-2", "table 3-5", "header 3", "cell0 3", "row 5", "cell0 5"]),
            ("one\n| a |\n|---|\n\nb", ["paragraph 1", "table 2-3", "header 2", "cell0 2", "paragraph 5"]),
            ("> lazy\nline\n\nb", ["quote 1-2", "paragraph 1-2", "paragraph 4"]),
            ("- lazy\nline\n  more\n\nb", ["list 1-3", "item 1-3", "paragraph 1-3", "paragraph 5"]),
            ("[a]: b\n[c]: d\ntext\n", ["paragraph 1-3"]), ("```\na\n\nb\n```\n\nc", ["code() 1-5", "paragraph 7"]), ("```\nopen\n", ["code() 1-2"]),
            ("    a\n\n    b\n\nc", ["code() 1-3", "paragraph 5"]), ("---\nt: x\n---\n\n# h\n\ntext\n", ["heading1 5", "paragraph 7"]),
            ("a[^1]\n\n[^1]: n\n\nb", ["paragraph 1", "footnote(1) 3", "paragraph 3", "paragraph 5"]),
        ])
    func lines(markdown: String, expected: [String]) { #expect(lines(markdown) == expected) }

    @Test("a lazy line keeps its words and its place")
    func lazyLine() throws {
        let document = MarkdownReader.read(Array("> one\ntwo *three*\n".utf8)).document
        let leaf = try #require(document.blocks.last?.leaf)
        let emphasis = try #require(leaf.inlines.first)
        #expect(document.text.string(leaf.fileSpan(emphasis.content)) == "three")
    }

    @Test(
        "an inline that follows what shifts the parser's columns is found at its bytes",
        arguments: [
            "[a\nb](c) and *x*", "> q\n> [a\n> b](c) and *x*", "a  \nb *x*", "[r]: u\ntext *x*", "| `a\\|b` | *x* |\n|---|---|", "https://example.org *x*",
            "`c` *x*", "ä語 *x*", "> lazy\nline *x*", "- [ ] task *x*", "1. a\n\n   b *x*",
        ])
    func inlineBytes(markdown: String) throws {
        let document = MarkdownReader.read(Array(markdown.utf8)).document
        let found = document.blocks.compactMap(\.leaf).flatMap { leaf in
            leaf.inlines.filter { $0.kind == .emphasis }.map { document.text.string(leaf.fileSpan($0.range)) }
        }
        #expect(found == ["*x*"])
    }
}

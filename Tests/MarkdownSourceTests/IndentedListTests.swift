import LocalizationModel
import MarkdownSource
import TestSupport
import Testing

/// Lists that are indented by four spaces where none is open: read as lists, with every byte in its place.
@Suite("Indented lists") struct IndentedListTests {
    private func read(_ markdown: String) -> Document { MarkdownReader.read(Array(markdown.utf8)).document }

    private func isList(_ document: Document) -> Bool { document.notes.contains { $0.kind == .indentedList } }

    /// The first line of the list carries the note, once a run.
    private func notes(_ document: Document) -> [String] {
        document.notes.filter { $0.kind == .indentedList }.map { document.text.string($0.span) }
    }

    @Test("after a paragraph") func afterParagraph() {
        let document = read("Text.\n\n    - **One**: [a](b)\n    - Two\n      more\n        - deeper\n\n    - Three\n\nText.\n")
        #expect(
            Outline.outline(document, inlines: false) == """
                paragraph 1 «Text.»
                list 3-8
                  item 3
                    paragraph 3 «**One**: [a](b)»
                  item 4-6
                    paragraph 4-5 «Two⏎more»
                    list 6
                      item 6
                        paragraph 6 «deeper»
                  item 8
                    paragraph 8 «Three»
                paragraph 10 «Text.»
                note indented-list 3

                """)
        #expect(DocumentLaws.breaches(document).isEmpty)
    }

    @Test("each leaf's bytes are the file's", arguments: ["\n", "\r\n"]) func bytes(newline: String) {
        for indent in ["    ", "\t", "  \t", "     "] {
            let markdown = "Ä.\n\n\(indent)- **Öl** 二 [a](b)\n\(indent)- Zwei\n\nÜ\n".replacing("\n", with: newline)
            let document = read(markdown)
            #expect(isList(document) && DocumentLaws.breaches(document).isEmpty, "\(indent)")
            let leaves = document.blocks.compactMap(\.leaf).map { leaf in
                leaf.pieces.map { String(decoding: Array(markdown.utf8)[$0.span.range], as: UTF8.self) }.joined()
            }
            #expect(leaves == ["Ä.", "**Öl** 二 [a](b)", "Zwei", "Ü"], "\(indent)")
            #expect(notes(document).map { $0.replacing("\r", with: "") } == ["\(indent)- **Öl** 二 [a](b)"])
        }
    }

    @Test(
        "stay as they are where something else is meant",
        arguments: [
            "Run this:\n\n    - **a**\n", "运行：\n\n    - **a**\n", "Run.\n\n    ls - l\n", "Run.\n\n    - a\n    - b\n", "Run.\n\n    1. **a**\n",
            "Run.\n    - **a**\n", "Run.\n\n   - **a**\n", "```\n\n    - **a**\n```\n", "<!--\n\n    - **a**\n-->\n", "<pre>\n\n    - **a**\n</pre>\n",
            "Run.\n\n    key: 1\n    - **a**\n", "Run.\n\n    -**a**\n",
        ])
    func others(markdown: String) { #expect(!isList(read(markdown)), "\(markdown)") }

    @Test("inside an open list, four spaces are its own", arguments: ["- a", "* a", "1. a", "10) a", "- a\n- b\n\n  more"]) func openList(item: String) {
        let document = read("\(item)\n\n    - **b**\n")
        #expect(!isList(document))
        #expect(document.blocks.filter { if case .list = $0.kind { true } else { false } }.count == 2)
    }

    @Test("a paragraph closes the list") func closedList() {
        #expect(isList(read("- a\n\nText.\n\n    - **b**\n")))
    }

    @Test("each run speaks for itself") func runs() {
        let document = read("Text.\n\n    - **a**\n\nText.\n\n    - b\n\nText.\n\n    - [c](d)\n")
        #expect(notes(document) == ["    - **a**", "    - [c](d)"])
    }

    @Test("damaged pages keep the laws") func damaged() {
        var random = SeededGenerator(4)
        let page = Array("Text.\n\n    - **One**: [a](b)\n    - Two\r\n        - deeper\n\n\t- Three\n\nText:\n\n    - **x**\n\n- a\n\n    - **b**\n".utf8)
        for _ in 0..<400 { #expect(DocumentLaws.breaches(MarkdownReader.read(Mutation.mutated(page, &random)).document).isEmpty) }
    }

    @Test(
        "many lines take linear time",
        arguments: ["    - item\n", "    - **a**\n", "\n    - item\n", "    - item\n\nText.\n\n", "\t- [a](b)\n", "    x\n", "- a\n\n    - **b**\n\nText.\n\n"])
    func linear(line: String) {
        func time(_ count: Int) -> Duration {
            let bytes = Array(("Text.\n\n" + String(repeating: line, count: count)).utf8)
            return (0..<3).map { _ in ContinuousClock().measure { _ = MarkdownReader.read(bytes) } }.min() ?? .zero
        }
        let (one, four) = (time(2_500), time(10_000))
        #expect(four < one * 10 + .milliseconds(20), "\(one) for 2500 lines, \(four) for 10000")
    }
}

import LocalizationModel
import TestSupport
import Testing

@testable import MarkdownSource

@Suite("Odd files")
struct OddFileTests {
    private func notes(_ bytes: [UInt8]) -> [ReadingNote.Kind] { MarkdownReader.read(bytes).document.notes.map(\.kind) }

    @Test("empty files are noted", arguments: ["", " ", "\n", "\r\n\r\n", "---\ntitle: A\n---\n", "\u{FEFF}"])
    func empty(text: String) {
        let document = MarkdownReader.read(Array(text.utf8)).document
        #expect(document.notes.contains { $0.kind == .emptyFile })
        #expect(document.blocks.isEmpty)
    }

    @Test(
        "bytes that are not UTF-8 are noted where they stand",
        arguments: [
            ([0x61, 0xFF, 0x62], 1), ([0x61, 0xC3], 1), ([0xC0, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xED, 0xA0, 0x80], 0),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0x62, 0x80], 2), (Array("für ".utf8) + [0xFC], 5),
        ] as [([UInt8], Int)])
    func notUTF8(bytes: [UInt8], place: Int) {
        let note = MarkdownReader.read(bytes).document.notes.first { $0.kind == .invalidUTF8 }
        #expect(note?.span.lower == place)
    }

    @Test("UTF-8 of every length is not noted", arguments: ["a", "é", "語", "😀", "\u{10FFFF}", "\u{FFFD}", "\u{D7FF}\u{E000}"])
    func validUTF8(text: String) { #expect(!notes(Array(text.utf8)).contains(.invalidUTF8)) }

    @Test("Latin-1 text keeps its spans")
    func latin1() {
        let bytes: [UInt8] = Array("# Gr".utf8) + [0xFC] + Array("n\n\nText `".utf8) + [0xE9] + Array("`.\n".utf8)
        let document = MarkdownReader.read(bytes).document
        #expect(DocumentLaws.breaches(document).isEmpty)
        #expect(document.blocks.map(\.kind) == [.heading(level: 1), .paragraph])
    }

    @Test("NUL bytes are text")
    func nul() {
        let document = MarkdownReader.read(Array("a\u{0}b\n\n- \u{0}\n\n\u{0}# c\n".utf8)).document
        #expect(DocumentLaws.breaches(document).isEmpty)
        #expect(document.blocks.compactMap(\.leaf).map(\.bytes) == ["a\u{0}b", "\u{0}", "\u{0}# c"].map { Array($0.utf8) })
    }

    @Test("no-break spaces and tabs stay as written")
    func spaces() throws {
        let document = MarkdownReader.read(Array("a\u{A0}b\tc\u{202F}d\u{3000}e\n".utf8)).document
        #expect(document.blocks.first?.leaf.map { String(decoding: $0.bytes, as: UTF8.self) } == "a\u{A0}b\tc\u{202F}d\u{3000}e")
    }

    @Test("two spaces or a backslash at a line's end break the line, one space does not")
    func hardBreaks() {
        func breaks(_ text: String) -> Int {
            MarkdownReader.read(Array(text.utf8)).document.blocks.compactMap(\.leaf).flatMap(\.inlines).count { $0.kind == .hardBreak }
        }
        #expect(breaks("a  \nb") == 1 && breaks("a    \r\nb") == 1 && breaks("a\\\nb") == 1 && breaks("> a  \n> b") == 1)
        #expect(breaks("a \nb") == 0 && breaks("a  ") == 0 && breaks("a\\\n\nb") == 0)
    }
}

/// Bound by finishing: quadratic time on any of these takes minutes.
@Suite("Hostile files", .timeLimit(.minutes(5)))
struct HostileFileTests {
    @Test("ten megabytes on one line")
    func longLine() {
        // No links: cmark-gfm itself needs quadratic time for links after emphasis in one paragraph (20 s for 2 MB).
        let bytes = Array(String(repeating: "Wort **fett** `code`. ", count: 480_000).utf8)
        let document = MarkdownReader.read(bytes).document
        #expect(bytes.count > 10_000_000 && document.blocks.count == 1)
        #expect(document.blocks.first?.leaf?.inlines.count == 2 * 480_000)
    }

    @Test(
        "a hundred thousand lines",
        arguments: ["- item\n", "text\n", "# heading\n", "> quote\n", "[a]: b\n", "| a |\n", "\n", "<!-- c -->\n", "[^1]: note[^1]\n"])
    func manyLines(line: String) {
        let document = MarkdownReader.read(Array(String(repeating: line, count: 100_000).utf8)).document
        #expect(document.text.lineCount == 100_001)
    }

    @Test(
        "a mark ten thousand times",
        arguments: [
            "[", "]", "![", "[!", "(", "[a](", "[a](b", "[a](<b", "[a](b (", "[a](b \"", "[a][b]", "[a](b)", "![[a](b)", ">", "> ", "`", "a`", "``a`", "<",
            "<a", "<a ", "<!--",
            "<!", "<?", "*", "_", "**a", "*a **b", "a_", "\\", "&", "http://a)", "www.a(", ")", "a@b.c", "a@", "- ", "1. ", "|", "|\n", "\r", "\u{0}", "[^1]",
            "[^1]:",
            "<span data-ttu-id=\"", "<span data-ttu-id=\"a\">", "</span>", "<span", "<b a='", ":::", "~~", "#", "\t", "。", "<pre>\n", "```\n", "[a]:\n",
        ])
    func repeated(mark: String) {
        for text in [String(repeating: mark, count: 10_000), "[a]: b\n\nhttp://a" + String(repeating: mark, count: 10_000)] {
            let document = MarkdownReader.read(Array(text.utf8)).document
            #expect(document.body.upper == text.utf8.count)
        }
    }

    @Test("brackets and emphasis ten thousand deep, closed again")
    func closed() {
        for (open, close) in [
            ("[", "]"), ("[", "](a)"), ("![", "](a)"), ("*", "*"), ("**a", "b**"), ("(", ")"), ("<b>", "</b>"), ("<span data-ttu-id=\"a\">", "</span>"),
        ] {
            let text = String(repeating: open, count: 10_000) + "x" + String(repeating: close, count: 10_000)
            #expect(MarkdownReader.read(Array(text.utf8)).document.blocks.count <= 1)
        }
    }

    @Test("links after many open brackets")
    func linksAfterBrackets() {
        let text = String(repeating: "![", count: 10_000) + String(repeating: "[a](b)", count: 10_000)
        let links = MarkdownReader.read(Array(text.utf8)).document.blocks.compactMap(\.leaf).flatMap(\.inlines)
        #expect(links.count == 10_000)
    }
}

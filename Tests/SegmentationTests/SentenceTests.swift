import LocalizationModel
import Testing

@Suite("Sentences")
struct SentenceTests {
    @Test(
        "end",
        arguments: [
            ("en-US", "One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
            ("en-US", "He said \"Go.\" Then he left.", ["He said \"Go.\"", "Then he left."]),
            ("en-US", "(In brackets.) Outside.", ["(In brackets.)", "Outside."]), ("en-US", "**Bold.** Next.", ["**Bold.**", "Next."]),
            ("en-US", "What?! Really... Yes.", ["What?!", "Really...", "Yes."]), ("en-US", "Line one  \nLine two", ["Line one", "Line two"]),
            ("en-US", "Cell<br>Other cell", ["Cell", "Other cell"]), ("en-US", "One\\\nTwo", ["One", "Two"]),
            ("en-US", "Ends here.\nNext line.", ["Ends here.", "Next line."]),
            ("de-DE", "Das ist z. B. gut. Am 3. Mai auch.", ["Das ist z. B. gut.", "Am 3. Mai auch."]),
            ("de-DE", "„Ja.“ Dann ging er.", ["„Ja.“", "Dann ging er."]),
            ("ru-RU", "«Да.» Потом нет.", ["«Да.»", "Потом нет."]), ("zh-CN", "一。二！三？四", ["一。", "二！", "三？", "四"]),
            ("zh-CN", "（一。）二。", ["（一。）", "二。"]), ("zh-CN", "**一。**二。", ["**一。**", "二。"]), ("zh-CN", "一。**不**二。", ["一。", "**不**二。"]),
            ("zh-TW", "「一。」『二！』三。", ["「一。」", "『二！』", "三。"]),
            ("ja-JP", "一です。二です！三？", ["一です。", "二です！", "三？"]), ("ja-JP", "「はい。」と言う。「いいえ。」", ["「はい。」と言う。", "「いいえ。」"]),
            ("zh-CN", "第一句。 第二句。", ["第一句。", "第二句。"]),
        ])
    func end(locale: String, text: String, expected: [String]) throws { #expect(try Fixture(text, locale).texts == expected) }

    @Test(
        "do not end",
        arguments: [
            ("en-US", "Use e.g. Visual Studio or Node.js here."), ("en-US", "Version 3.5 and 10.2.1 work."), ("en-US", "See [the page. It is here](a.md) now."),
            ("en-US", "Run `a. B. C` now."), ("en-US", "Open https://example.com/a.B?c=d now."), ("en-US", "Write to me@example.org. please"),
            ("en-US", "Mr. Smith and J. Doe."), ("en-US", "An image ![It. Has. Dots](a.png) here."), ("en-US", "It costs 5 vs. 6."), ("en-US", "wait... what"),
            ("en-US", "A <span title=\"One. Two\">tag</span> here."), ("de-DE", "Etwa ca. 5 bzw. 6 usw. am 11. Juni."), ("de-DE", "Herr Dr. Müller."),
            ("ru-RU", "Это т. е. пример и т. д. в г. Москва."),
            ("ja-JP", "`一。二` です。"), ("zh-CN", "请看[一。二](a.md)吧。"), ("de-DE", "Am 3. Mai"),
        ])
    func noEnd(locale: String, text: String) throws {
        // A paragraph mark keeps list markers and the like text.
        #expect(try Fixture("x " + text, locale).segments.count == 1)
    }

    @Test("a letter that numbers a block is a segment of its own")
    func enumerators() throws {
        #expect(try Fixture("1. Do this:\n\n    a. Open it.\n\n    b.  Close it.\n").texts == ["Do this:", "a.", "Open it.", "b.", "Close it."])
        #expect(try Fixture("а. Откройте его.\n", "ru-RU").texts == ["а.", "Откройте его."])
        #expect(try Fixture("J. Doe wrote it.\n").texts == ["J. Doe wrote it."])
        #expect(try Fixture("Take plan a. It is cheap.\n").texts == ["Take plan a. It is cheap."])
    }

    @Test("are none in headings, code and directives; cells and items are cut alike")
    func kinds() throws {
        let page = try Fixture(
            "# One. Two.\n\n```\nA. B.\n```\n\n[!INCLUDE [a. B](c.md)]\n\n- One. Two.\n\n| A. B. | C |\n|---|---|\n\n> [!NOTE]\n> D. E.\n\nF[^1]\n\n[^1]: Go on. Here.\n"
        )
        #expect(
            page.segments.map { "\($0.kind.rawValue): \($0.text)" } == [
                "heading: One. Two.", "list-item: One.", "list-item: Two.", "table-cell: A. B.", "table-cell: C", "alert: D. E.", "paragraph: F[^1]",
                "footnote: Go on.",
                "footnote: Here.",
            ])
    }

    @Test("of HTML tables are its cells")
    func htmlTable() throws {
        let page = try Fixture(
            "<table>\n<tr><td>Eins. Zwei.</td><td><b>Drei</b> vier</td></tr>\n<tr><td><br/></td><td>fünf<br>sechs</td></tr>\n</table>\n", "de-DE")
        #expect(page.texts == ["Eins.", "Zwei.", "<b>Drei</b> vier", "fünf", "sechs"])
        #expect(page.segments.map(\.line) == [2, 2, 2, 3, 3])
    }

    @Test("leave anchors, comments and styles out")
    func markup() throws {
        #expect(try Fixture("# <a name=\"x\"></a>Title\n").texts == ["Title"])
        #expect(try Fixture("<!-- A. -->\n\ntext <!-- c -->\n").texts == ["text"])
        #expect(try Fixture("<style>\na { b: c }\n</style>\n\n***\n\n---\n").texts == [])
    }

    @Test("know the section they stand in")
    func sections() throws { #expect(try Fixture("a\n\n# b\n\ncc. Dd.\n\n## e\n\nf\n").segments.map(\.section) == [-1, 1, 1, 1, 4, 4]) }

    @Test("with markup in very long paragraphs take about linear time", .timeLimit(.minutes(8)))
    func longParagraph() throws {
        let page = try Fixture(String(repeating: "A *b* `c` **d** sentence. ", count: 40_000))
        #expect(page.segments.count == 40_000)
        #expect(page.segments.allSatisfy { $0.facts.inlineCode == ["c"] && $0.facts.strong == ["d"] })
    }
}

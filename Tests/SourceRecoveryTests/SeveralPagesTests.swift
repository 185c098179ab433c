import LocalizationModel
import SourceRecovery
import TestSupport
import Testing

@Suite("Recovered from several pages")
struct SeveralPagesTests {
    private let english = "Every partner has to renew the membership before the end of the year."

    @Test("a segment that one locale translated comes from the one that did not")
    func filled() throws {
        let head = Fixture.head(commit: "a")
        let fixture = try Fixture([
            ("de-DE", "\(head)# Mitgliedschaft\n\n\(english)\n\n- You have to pass all of the exams.\n- Das ist der zweite Punkt der Liste.\n"),
            (
                "ru-RU",
                "\(head)# Членство\n\nКаждый партнер продлевает членство до конца года.\n\n- Сдайте все экзамены.\n- This is the second item of the list.\n"
            ),
        ])
        #expect(
            fixture.page
                == "# <!-- not recovered: de-DE line 5 -->\n\n\(english)\n\n- You have to pass all of the exams.\n- This is the second item of the list.\n")
        let origins = try #require(fixture.revisions.first).pieces.map(\.origin)
        #expect(origins.map(\.locale.description) == ["de-DE", "de-DE", "ru-RU"] && origins.map(\.line) == [7, 9, 10])
        // In place the words stand on the lines of the skeleton.
        #expect(try fixture.segments().map(\.ownLine) == [7, 9, 10] && fixture.recovered?.gaps.map(\.line) == [5])
    }

    @Test("sources of different commits are kept apart, the newest first")
    func commits() throws {
        let fixture = try Fixture([
            ("de-DE", "\(Fixture.head(commit: "a", date: "07/07/2017"))Das ist der erste Satz der Seite.\n\n\(english)\n"),
            ("ru-RU", "\(Fixture.head(commit: "b", date: "08/31/2018"))There is a first sentence on the page.\n\nЭто второе предложение страницы.\n"),
            ("ja-JP", "\(Fixture.head(commit: "a", date: "07/07/2017"))これは最初の文です。\n\n会員資格を更新します。\n"),
        ])
        #expect(fixture.revisions.map(\.commit?.first) == ["b", "a"])
        #expect(fixture.revisions.map { $0.locales.map(\.description) } == [["ru-RU"], ["de-DE", "ja-JP"]])
        #expect(fixture.page == "There is a first sentence on the page.\n\n<!-- not recovered: ru-RU line 7 -->\n")
        #expect(String(decoding: fixture.revisions[1].markdown, as: UTF8.self) == "<!-- not recovered: de-DE line 5 -->\n\n\(english)\n")
    }

    @Test("pages of one source file belong together, whatever commit of the repository they name")
    func hashes() throws {
        let fixture = try Fixture([
            ("de-DE", "\(Fixture.head(commit: "a", hash: "c"))Das ist der erste Satz der Seite.\n\n\(english)\n"),
            ("ru-RU", "\(Fixture.head(commit: "b", hash: "c"))There is a first sentence on the page.\n\nЭто второе предложение страницы.\n"),
        ])
        #expect(fixture.revisions.count == 1)
        #expect(fixture.page == "There is a first sentence on the page.\n\n\(english)\n")
    }

    @Test("what languages agree on is the source's, what one of them has may be its own")
    func agreement() throws {
        let pages = [
            (locale: "de-DE", text: "- Kontakt42 – Adatum\n- Das ist ein deutscher Satz.\n"), (locale: "ja-JP", text: "- Kontakt42 – Adatum\n- これは文です。\n"),
        ]
        let fixture = try Fixture(pages)
        #expect(fixture.page.hasPrefix("- Kontakt42 – Adatum\n- <!-- not recovered"))
        #expect(fixture.revisions.first?.pieces.map(\.origin.method) == [.agreement])
        #expect(try Fixture([pages[0]]).page.hasPrefix("- <!-- not recovered"))
        // Two pages in one language are one witness.
        #expect(try Fixture([("zh-CN", "- Kontakt42 – Adatum\n"), ("zh-TW", "- Kontakt42 – Adatum\n")]).page.hasPrefix("- <!-- not recovered"))
    }

    @Test("a date is the source's only where all languages write it so")
    func dates() throws {
        func cells(_ date: String) -> String { "| A | B |\n| --- | --- |\n| \(date) | `x` |\n" }
        let german = ("de-DE", cells("09.10.2019"))
        let russian = ("ru-RU", cells("09.10.2019"))
        #expect(try Fixture([german, russian]).page.contains("09.10.2019"))
        #expect(!(try Fixture([german, russian, ("ja-JP", cells("2019/10/9"))]).page.contains("2019")))
    }

    @Test(
        "a name in another script is the source's; one that was touched up is not",
        arguments: [
            ("ru-RU", "Adatum Reports", true), ("ru-RU", "Adatum42", false), ("ru-RU", "Adatum — Reports", false), ("ja-JP", "Word、Adatum Reports", false),
            ("de-DE", "Practical Guidance for Voice", true), ("de-DE", "Adatum Reports-Option", false), ("de-DE", "ODER", false),
        ])
    func names(_ locale: String, _ name: String, _ isKept: Bool) throws {
        #expect(try Fixture([(locale, "- \(name)\n")]).page == (isKept ? "- \(name)\n" : "- <!-- not recovered: \(locale) line 1 -->\n"))
    }

    @Test("a heading that its anchor repeats is the source's, and the anchor is not")
    func anchors() throws {
        let fixture = try Fixture([("de-DE", "# <a name=\"team\"></a>Team\n\n## <a name=\"team-option\"></a>Team-Option\n\n###<a name=\"own\"></a>Own\n")])
        #expect(fixture.page == "# Team\n\n## <!-- not recovered: de-DE line 3 -->\n\n###<a name=\"own\"></a>Own\n")
    }

    @Test("headings pair by their anchors where sections moved or are missing")
    func pairing() throws {
        func section(_ name: String, _ text: String) -> String { "## <a name=\"\(name)\"></a>\(text)\n" }
        let fixture = try Fixture([
            (
                "de-DE",
                "\(section("one", "Eins"))\n\(english)\n\n\(section("two", "Zwei"))\n\(english)\n\n\(section("three", "Drei"))\nEin deutscher Satz steht hier.\n"
            ),
            ("ru-RU", "\(section("three", "Три"))\nThere is a sentence in the third section.\n"),
        ])
        #expect(fixture.page.hasSuffix("There is a sentence in the third section.\n"))
        // Other links: not the same block.
        let other = try Fixture([
            ("de-DE", "\(english)\n\n[Hier](a.md) steht ein deutscher Satz.\n"),
            ("ru-RU", "Русский текст.\n\nThere is [another](b.md) sentence for you to read.\n"),
        ])
        #expect(!other.page.contains("another"))
    }

    @Test("a block that is cut otherwise is taken as a whole")
    func wholeBlock() throws {
        let fixture = try Fixture([
            ("de-DE", "\(english)\n\nEin deutscher Satz und noch einer.\n"),
            ("ru-RU", "Русский текст.\n\nThis is one sentence. And there is another one of them.\n"),
        ])
        #expect(fixture.page == "\(english)\n\nThis is one sentence. And there is another one of them.\n")
    }

    @Test("a gap before known words leaves them Markdown, inside its list and quote")
    func gapsInBlocks() throws {
        let fixture = try Fixture([("de-DE", "> - Das ist ein deutscher Satz. Trial **licenses** are not included in this offer.\n")])
        #expect(fixture.page == "> - <!-- not recovered: de-DE line 1 -->\n>   Trial **licenses** are not included in this offer.\n")
        let page = Fixture.page(Array(fixture.page.utf8), try Repository.profile("en-US"))
        #expect(page.segments.map(\.text) == ["Trial **licenses** are not included in this offer."] && page.segments.first?.kind == .listItem)
    }

    @Test("in place, a gap keeps its block and is no segment")
    func gapsInPlace() throws {
        let fixture = try Fixture([("de-DE", "1. Das ist ein deutscher Satz.\n\n    - You have to pass all of the exams.\n")])
        let page = Fixture.page(Array(fixture.text.utf8), try Repository.profile("en-US"))
        #expect(page.segments.map(\.text) == ["You have to pass all of the exams."] && page.segments.map(\.line) == [3])
        #expect(page.segments.map(\.kind) == [.listItem])
    }

    @Test("code is the source's, front matter is not recovered, CRLF stays")
    func keptAsItIs() throws {
        let fixture = try Fixture([("de-DE", "---\r\ntitle: Seite\r\n---\r\n\(english)\r\n\r\n```\r\nlet a = 1\r\n```\r\n\r\n- `nuget pack`\r\n")])
        #expect(fixture.page == "\(english)\r\n\r\n```\r\nlet a = 1\r\n```\r\n\r\n- `nuget pack`\r\n")
    }
}

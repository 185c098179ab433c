import LocalizationModel
import Testing

@Suite("Facts")
struct FactTests {
    private func numbers(_ text: String, _ locale: String, atLeast strength: SegmentFacts.Strength = .spelled) throws -> [Double] {
        try Fixture.facts(text, locale).numbers.filter { $0.strength >= strength }.map(\.value)
    }

    @Test(
        "two thousand in every way of writing it",
        arguments: [
            ("en-US", "2,000 users"), ("en-US", "2000 users"), ("en-US", "two thousand users"), ("en-US", "2K users"), ("de-DE", "2.000 Benutzer"),
            ("de-DE", "2 000 Benutzer"),
            ("de-DE", "2\u{A0}000 Benutzer"), ("de-DE", "2'000 Benutzer"), ("de-DE", "2000 Benutzer"), ("de-DE", "zweitausend Benutzer"),
            ("ru-RU", "2 000 прав"),
            ("ru-RU", "2\u{A0}000 прав"), ("ru-RU", "2\u{202F}000 прав"), ("ru-RU", "2 тыс. прав"), ("ja-JP", "2,000 人"), ("ja-JP", "２，０００人"), ("ja-JP", "二千人"),
            ("ja-JP", "2 千人"),
            ("zh-CN", "2,000 个"), ("zh-CN", "2，000个"), ("zh-CN", "２０００个"), ("zh-CN", "二千个"), ("zh-CN", "两千个"), ("zh-TW", "2,000 個"), ("zh-TW", "兩千個"),
            ("zh-TW", "4000 與 2,000 個"),
            ("en-US", "2.000,00"), ("de-DE", "2.000,00"), ("de-DE", "2,000"),
        ])
    func twoThousand(locale: String, text: String) throws { #expect(try numbers(text, locale).last == 2_000, "\(text)") }

    @Test(
        "fractions, magnitudes, ranges and signs",
        arguments: [
            ("en-US", "3.5", [3.5]), ("de-DE", "3,5", [3.5]), ("ru-RU", "3,5", [3.5]), ("en-US", "1,234,567.89", [1_234_567.89]),
            ("de-DE", "1.234.567,89", [1_234_567.89]),
            ("en-US", "3 million", [3_000_000]), ("de-DE", "2,5 Mio. Euro", [2_500_000]), ("ru-RU", "300 тыс. долл.", [300_000]), ("zh-CN", "30 万", [300_000]),
            ("zh-CN", "1.5 亿", [150_000_000]),
            ("ja-JP", "3 万人", [30_000]), ("en-US", "5-10 days", [5, 10]), ("en-US", "5–10 days", [5, 10]), ("en-US", "50% of 4", [50, 4]),
            ("en-US", "$300,000", [300_000]),
            ("en-US", "1, 2, and 3", [1, 2, 3]), ("de-DE", "1, 2 und 3", [1, 2, 3]), ("ja-JP", "1、2、3", [1, 2, 3]), ("en-US", "0.5", [0.5]),
            ("de-DE", "100", [100]), ("en-US", "10,00", [10]),
            ("ja-JP", "二十三", [23]), ("zh-CN", "一百二十", [120]), ("zh-CN", "三万五千", [35_000]), ("en-US", "room 007", [7]), ("de-DE", "1 5", [1, 5]),
            ("en-US", "twenty-five of thirty", [25, 30]), ("ru-RU", "двадцать пять", [25]),
        ])
    func values(locale: String, text: String, expected: [Double]) throws { #expect(try numbers(text, locale) == expected, "\(text)") }

    @Test(
        "a date gives the same numbers in every locale",
        arguments: [
            ("en-US", "June 11, 2019"), ("en-US", "6/11/2019"), ("de-DE", "11. Juni 2019"), ("de-DE", "11.06.2019"), ("ru-RU", "11 июня 2019 г."),
            ("ja-JP", "2019 年 6 月 11 日"),
            ("zh-CN", "2019 年 6 月 11 日"), ("zh-TW", "2019年6月11日"), ("en-US", "2019-06-11"),
        ])
    func dates(locale: String, text: String) throws { #expect(Set(try numbers(text, locale)) == [6, 11, 2019], "\(text)") }

    @Test("what a word like `one` says is weak, what digits say is strong")
    func strengths() throws {
        func strengths(_ text: String, _ locale: String) throws -> [SegmentFacts.Strength] { try Fixture.facts(text, locale).numbers.map(\.strength) }
        #expect(try strengths("one of twelve in 3", "en-US") == [.weak, .spelled, .digits])
        #expect(try strengths("ein Benutzer", "de-DE") == [.weak])
        #expect(try strengths("二进制", "zh-CN").allSatisfy { $0 == .weak })
        #expect(try strengths("in June", "en-US").allSatisfy { $0 == .spelled })
    }

    @Test(
        "codes are no numbers",
        arguments: [
            ("Exam 70-346 now", ["70-346"]), ("MB6-890", ["MB6-890"]), ("net46 and net452", ["net46", "net452"]), ("version 3.1.1", ["3.1.1"]),
            ("AZ-103", ["AZ-103"]), ("4.2.5-beta", ["4.2.5-beta"]),
            ("KB3033929", ["KB3033929"]), ("x86 and x64", ["x86", "x64"]), ("192.168.0.1", ["192.168.0.1"]), ("试验70-346：", ["70-346"]), ("NU1605", ["NU1605"]),
        ])
    func codes(text: String, expected: [String]) throws {
        for locale in ["en-US", "de-DE", "ru-RU", "zh-CN"] {
            let facts = try Fixture.facts(text, locale)
            #expect(facts.codes == expected, "\(locale)")
            #expect(facts.numbers.isEmpty, "\(locale)")
        }
    }

    @Test("a number after a name is part of the name, not a strong number")
    func namesWithNumbers() throws {
        let english = try Fixture.facts("Buy Office 365 and use Windows Server 2016 here")
        #expect(english.names == ["Buy Office 365", "Windows Server 2016"] || english.names == ["Office 365", "Windows Server 2016"])
        #expect(english.numbers.filter { $0.strength == .digits }.isEmpty)
        let german = try Fixture.facts("Kaufen Sie Office365 oder Office 365", "de-DE")
        #expect(german.codes == ["Office365"] && german.numbers.filter { $0.strength == .digits }.isEmpty)
        #expect(try Fixture.facts("用于 Office 365 的应用", "zh-CN").names == ["Office 365"])
        #expect(try Fixture.facts("On June 11 it ends").numbers.map(\.strength).contains(.digits))
    }

    @Test("names are words with capitals, not the first word of a sentence, common words or months")
    func names() throws {
        #expect(try Fixture.facts("The Partner Center is new").names == ["Partner Center"])
        #expect(try Fixture.facts("Open the menu in May").names == [])
        #expect(try Fixture.facts("Use PowerShell or iPhone").names == ["PowerShell", "iPhone"])
        #expect(try Fixture.facts("请访问 Partner Center。", "zh-CN").names == ["Partner Center"])
    }

    @Test("what markup says is told apart from what a reader sees")
    func markup() throws {
        let page = try Fixture(
            "Run `dotnet 5` **now** with [the *link* 7](https://a.example/8 \"T\"), ![alt](b.png), <https://c.example/9>, https://d.example/10 &amp; <b>bold</b>&nbsp;x\\*\n"
        )
        let facts = try #require(page.segments.first?.facts)
        #expect(
            facts.plain == "Run dotnet 5 now with the link 7, alt, https://c.example/9, https://d.example/10 & bold\u{A0}x*"
                || facts.plain == "Run dotnet 5 now with the link 7, alt, <https://c.example/9>, https://d.example/10 & bold\u{A0}x*")
        #expect(facts.numbers.map(\.value) == [7])
        #expect(facts.inlineCode == ["dotnet 5"] && facts.strong == ["now"] && facts.emphasised == ["link"])
        #expect(facts.destinations == ["https://a.example/8", "b.png", "https://c.example/9", "https://d.example/10"])
    }

    @Test("an address that labels a link counts once")
    func addressAsLabel() throws {
        #expect(try Fixture("Go to [https://a.example](https://a.example).\n").segments.first?.facts.destinations == ["https://a.example"])
    }

    @Test("letters are counted by script, words by what divides them")
    func letters() throws {
        let facts = try Fixture.facts("Ab где 漢字 かな ﾊﾝ 한", "ja-JP")
        #expect(facts.letters.latin == 2 && facts.letters.cyrillic == 3 && facts.letters.han == 2 && facts.letters.kana == 4 && facts.letters.other == 1)
        #expect(try Fixture.facts("Three plain words").wordCount == 3)
        #expect(try Fixture.facts("four漢字字字", "zh-CN").wordCount == 3)
    }
}

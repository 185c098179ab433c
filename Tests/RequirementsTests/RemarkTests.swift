import LocalizationModel
import Testing

/// Remarks behind an asterisk, below a list of requirements.
@Suite struct RemarkTests {
    private func notes(_ remark: String, _ locale: String) throws -> [String] {
        try PageFixture.sections("- [70-101](/a)\\*\n- You must have 20 users.\n\n\(remark)\n", locale).nodes.filter { $0.kind == .note }.map {
            FactText.text($0.facts)
        }
    }

    static let remarks = [
        ("en-US", "Retiring September 30, 2017"), ("de-DE", "Wird am 30. September 2017 eingestellt"), ("ru-RU", "Экзамен отозван 30 сентября 2017 г."),
        ("ja-JP", "2017 年 9 月 30 日に廃止"), ("zh-CN", "将于 2017 年 9 月 30 日停用"), ("zh-TW", "將於 2017 年 9 月 30 日停用"),
    ]

    @Test(arguments: remarks) func anAsteriskMakesANote(locale: String, text: String) throws {
        for mark in ["\\*", "\\* ", "＊", "※"] { #expect(try notes(mark + text, locale) == ["note, retires 2017-09-30"], "\(mark)") }
    }

    /// CommonMark reads the asterisk and the space as a bullet.
    @Test(arguments: remarks) func alsoWhereItMakesAList(locale: String, text: String) throws {
        #expect(try notes("* " + text, locale) == ["note, retires 2017-09-30"])
    }

    @Test func otherParagraphsAndListsAreNone() throws {
        #expect(try notes("Retiring September 30, 2017", "en-US").isEmpty)
        #expect(try notes("+ Retiring September 30, 2017", "en-US").isEmpty)
        #expect(try notes("* Retiring September 30, 2017\n* Retiring May 1, 2018", "en-US").isEmpty)
    }

    @Test func bothSpellingsMeet() throws {
        let pages = [
            ("en-US", "- [70-101](/a)\n\n\\*Retiring September 30, 2017\n"), ("de-DE", "- [70-101](/a)\n\n* Wird am 30. September 2017 eingestellt\n"),
        ]
        let merged = try PageFixture.merged(pages)
        #expect(merged.leaves.allSatisfy { $0.readings.count == 2 })
        #expect(Witnesses.faults(try Witnesses.rows(merged, pages.map(\.0))).isEmpty)
    }
}

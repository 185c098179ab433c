import LocalizationModel
import Testing

/// Dates as each language writes them; what is no date, and what is left of the numbers.
@Suite struct DateTests {
    @Test(arguments: [
        ("en-US", "Until September 30, 2017 it counts."), ("en-US", "Valid until 30 September 2017."), ("de-DE", "Bis zum 30. September 2017 gilt sie."),
        ("ru-RU", "Действует до 30 сентября 2017 г."), ("ja-JP", "2017 年 9 月 30 日まで有効です。"), ("ja-JP", "2017年9月30日まで有効です。"),
        ("zh-CN", "有效期至 2017 年 9 月 30 日。"), ("zh-CN", "有效期至2017年9月30日。"), ("zh-TW", "有效期限至 2017 年 9 月 30 日。"),
        ("en-US", "Valid until 2017-09-30."), ("de-DE", "Gültig bis 2017-09-30."), ("ru-RU", "Действует до 2017-09-30."),
        ("ja-JP", "2017-09-30 まで有効です。"), ("zh-CN", "有效期至 2017-09-30。"), ("zh-TW", "有效期限至 2017-09-30。"),
    ])
    func daysAreDates(locale: String, text: String) throws {
        let facts = try PageFixture.facts(text, locale)
        #expect(FactText.text(facts) == "statement, 2017-09-30")
        // The numbers of a date are no quantities, not even uncertain ones.
        #expect(facts.uncertain.isEmpty)
    }

    @Test(arguments: [
        ("en-US", "This exam retires on September 30, 2017."), ("en-US", "“Retired” on September 30, 2017."),
        ("de-DE", "Sie wird am 30. September 2017 eingestellt."), ("ru-RU", "Экзамен «отозван» 30 сентября 2017 г."),
        ("ja-JP", "この試験は 2017 年 9 月 30 日に廃止されます。"), ("zh-CN", "该考试将于 2017 年 9 月 30 日停用。"), ("zh-TW", "此測驗將於 2017 年 9 月 30 日停用。"),
    ])
    func whatEndsThenIsRetired(locale: String, text: String) throws {
        #expect(try PageFixture.facts(text, locale).dates == [.init(year: 2017, month: 9, day: 30, isRetirement: true)])
    }

    @Test func monthsWithoutDayAreDates() throws {
        #expect(try PageFixture.facts("Valid until September 2017.").dates.map(\.text) == ["2017-09"])
        #expect(try PageFixture.facts("Gilt bis März 2018.", "de-DE").dates.map(\.text) == ["2018-03"])
    }

    @Test func severalDatesAscend() throws {
        #expect(try PageFixture.facts("From March 5, 2018, not from September 30, 2017.").dates.map(\.text) == ["2017-09-30", "2018-03-05"])
    }

    @Test(arguments: ["You may need 20 users.", "In May, 20 users must sign in.", "The march of 20 users must end.", "May users must be 20."])
    func monthsWithoutYearAreWords(text: String) throws {
        let facts = try PageFixture.facts(text)
        #expect(facts.dates.isEmpty)
        #expect(facts.quantities.map(\.value) == [20])
    }

    @Test(arguments: ["On 2017-13-45 nothing ends.", "Version 12017-09-30x is out.", "September 30 of 3017"])
    func impossibleDaysAreNone(text: String) throws {
        #expect(try PageFixture.facts(text).dates.isEmpty)
    }
}

import LocalizationModel
import Reporting
import Testing

@Suite struct StatusTableTests {
    typealias Counts = KeyValuePairs<WritableKeyPath<LocaleStatus, Int>, Int>

    private func row(_ tag: String, _ counts: Counts = [:], drift: String? = nil) throws -> LocaleStatus {
        var row = LocaleStatus(locale: try ModelFixture.tag(tag))
        for (count, value) in counts { row[keyPath: count] = value }
        row.oldestDrift = drift
        return row
    }

    @Test func aHundredPercentMeansAll() throws {
        #expect(try row("de-DE").percent == 100)
        #expect(try row("de-DE", [\.translated: 999, \.missing: 1]).percent == 99)
        #expect(try row("de-DE", [\.translated: 3, \.extra: 5]).percent == 100)
        #expect(try row("de-DE", [\.translated: 1, \.partial: 1, \.untranslated: 1]).percent == 33)
    }

    @Test func addsPagesOfOneLocale() throws {
        var sum = try row("de-DE", [\.pages: 1, \.errors: 2], drift: "2018-08-31")
        sum.add(try row("de-DE", [\.pages: 1, \.words: 7], drift: "2017-07-07"))
        sum.add(try row("de-DE", [\.machinePages: 1]))
        #expect(sum == (try row("de-DE", [\.pages: 2, \.errors: 2, \.words: 7, \.machinePages: 1], drift: "2017-07-07")))
    }

    @Test func columnsStandUnderTheirHeads() throws {
        let rows = [try row("de-DE", [\.pages: 14, \.translated: 1234]), try row("zh-Hant-TW", [\.missing: 3], drift: "2017-06-27")]
        let lines = StatusTable.text(rows).split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
        #expect(lines[0].hasPrefix("locale      done  pages"))
        #expect(lines[1].hasPrefix("de-DE       100%     14"))
        #expect(lines[1].hasSuffix("–"))
        #expect(lines[2].hasPrefix("zh-Hant-TW    0%      0"))
        #expect(lines[2].hasSuffix("2017-06-27"))
    }

    @Test func jsonHasEveryCount() throws {
        let row = try row("ru-RU", [\.pages: 1, \.missingPages: 2, \.translated: 3, \.untranslated: 1, \.notes: 4])
        let expected = """
            {
             "locales": [
              {
               "locale": "ru-RU",
               "percent": 75,
               "pages": 1,
               "missing_pages": 2,
               "machine_translated_pages": 0,
               "words": 0,
               "translated_words": 0,
               "translated": 3,
               "untranslated": 1,
               "partial": 0,
               "missing": 0,
               "extra": 0,
               "errors": 0,
               "warnings": 0,
               "notes": 4,
               "oldest_drift": null
              }
             ]
            }

            """
        #expect(String(decoding: StatusTable.json([row]), as: UTF8.self) == expected)
    }
}

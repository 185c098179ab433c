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
        let lines = StatusTable.overview(rows).split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
        #expect(lines[0].hasPrefix("locale       done  of words  pages"))
        #expect(lines[1].hasPrefix("de-DE       100 %     100 %     14"))
        #expect(lines[1].hasSuffix("–"))
        #expect(lines[2].hasPrefix("zh-Hant-TW    0 %     100 %      0"))
        #expect(lines[2].hasSuffix("2017-06-27"))
    }

    @Test func segmentsAndWordsByState() throws {
        let row = try row("de-DE", [\.translated: 3, \.missing: 1, \.stale: 2, \.translatedWords: 10, \.partialWords: 5, \.staleWords: 4])
        let lines = StatusTable.text([row]).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines[3] == ["de-DE", "4", "3", "0", "0", "1", "2", "0"])
        #expect(lines[5] == ["de-DE", "15", "10", "0", "5", "0", "4"])
        #expect(row.percentOfWords == 66)
    }

    @Test func theTrendIsInPoints() throws {
        let now = [try row("de-DE", [\.translated: 9, \.missing: 1]), try row("ja-JP", [\.translated: 1, \.missing: 1]), try row("ru-RU"), try row("zh-CN")]
        let before = [try row("de-DE", [\.translated: 8, \.missing: 2]), try row("ja-JP", [\.translated: 3, \.missing: 1]), try row("ru-RU")]
        let text = StatusTable.text(now, since: before)
        #expect(text.contains("trend"))
        for (locale, trend) in [("de-DE", "90 %   ▲ 10"), ("ja-JP", "50 %   ▼ 25"), ("ru-RU", "100 %      ="), ("zh-CN", "100 %    new")] {
            #expect(text.split(separator: "\n").contains { $0.hasPrefix(locale) && $0.contains(trend) }, "\(text)")
        }
        #expect(StatusTable.markdown(now, since: before).contains("| de-DE | 90 % | ▲ 10 |"))
    }

    @Test func aBadgeIsReadByAll() throws {
        let badge = StatusBadge.svg(try row("ja-JP", [\.translated: 96, \.missing: 4]), name: "日本語 <&>")
        #expect(badge.contains("role=\"img\" aria-label=\"日本語 &lt;&amp;&gt;: 96%\""))
        #expect(badge.contains("<title>日本語 &lt;&amp;&gt;: 96%</title>"))
        #expect(!badge.contains("http://") || badge.components(of: "http") == 1)
        #expect(badge.contains("#2e7d32"))
    }

    @Test func jsonHasEveryCount() throws {
        let row = try row("ru-RU", [\.pages: 1, \.missingPages: 2, \.translated: 3, \.untranslated: 1, \.notes: 4])
        let text = String(decoding: StatusJSON.report([row]), as: UTF8.self)
        for member in [
            #""locale": "ru-RU""#, #""percent": 75"#, #""percent_of_words": 100"#, #""pages": 1"#, #""missing_pages": 2"#, #""translated": 3"#,
            #""untranslated_words": 0"#, #""stale_words": 0"#, #""notes": 4"#, #""oldest_drift": null"#,
        ] { #expect(text.contains(member)) }
    }
}

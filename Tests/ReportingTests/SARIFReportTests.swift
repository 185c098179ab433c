import LocalizationModel
import Reporting
import Testing

@Suite("SARIF") struct SARIFReportTests {
    @Test func statesSuppressionsAndWhatWasFixed() throws {
        let report = try ReportFixture.report(
            [
                (ReportFixture.finding(), .new), (ReportFixture.finding("stale-page", .warning), .known),
                (ReportFixture.finding(suppression: "a quotation"), .suppressed),
            ], fixed: [ReportFixture.entry()])
        let text = ReportFixture.text(.sarif, report)
        for state in ["new", "unchanged", "absent"] { #expect(text.contains("\"baselineState\": \"\(state)\"")) }
        #expect(text.contains("\"kind\": \"inSource\""))
        #expect(text.contains("\"justification\": \"a quotation\""))
        #expect(text.contains("\"ruleIndex\": 1"))
        #expect(text.contains("\"columnKind\": \"unicodeCodePoints\""))
    }

    @Test func withoutABaselineNothingIsSaidOfOne() throws {
        #expect(!ReportFixture.text(.sarif, try ReportFixture.report([(ReportFixture.finding(), nil)], fixed: nil)).contains("baselineState"))
    }

    @Test func namesAreEncodedAndBracesDoubled() throws {
        let finding = try ReportFixture.finding(message: "{{< x >}} [a](b)", page: "a b#%c/日.md")
        let text = ReportFixture.text(.sarif, try ReportFixture.report([(finding, .new)]))
        #expect(text.contains("docs/ja-JP/a%20b%23%25c/%E6%97%A5.md"))
        #expect(text.contains("{{{{< x >}}}} [a] (b)"))
        #expect(text.contains("told {{0}} another"))
    }

    @Test func oneMarkIsTheRegion() throws {
        let finding = try ReportFixture.finding(marks: [.init(line: 12, column: 7, byteColumn: 15, text: "4")])
        let text = ReportFixture.text(.sarif, try ReportFixture.report([(finding, .new)]))
        #expect(text.contains("\"startColumn\": 7"))
        #expect(text.contains("\"endColumn\": 8"))
    }

    @Test func theWorstFiveThousandAreKept() throws {
        let note = try ReportFixture.finding("stale-page", .note, message: "a note")
        let items: [(Finding, FindingState?)] =
            Array(repeating: (note, nil), count: 5_000) + [(try ReportFixture.finding(message: "the error"), .new)]
        let text = ReportFixture.text(.sarif, try ReportFixture.report(items, fixed: [ReportFixture.entry()]))
        #expect(text.contains("the error"))
        #expect(text.components(of: "\"ruleId\"") == 5_000)
        #expect(text.contains("2 further findings are left out"))
        #expect(text.contains("\"omitted\": 2"))
    }

    @Test func problemsAreNotifications() throws {
        let text = ReportFixture.text(.sarif, try ReportFixture.report([], problems: [HexaplaError("no baseline", remedy: "Make one")]))
        #expect(text.contains("\"executionSuccessful\": false"))
        #expect(text.contains("no baseline. Make one"))
    }
}

extension String {
    /// How often a text stands in it.
    func components(of part: String) -> Int {
        var (count, rest) = (0, self[...])
        while let range = rest.firstRange(of: part) { (count, rest) = (count + 1, rest[range.upperBound...]) }
        return count
    }
}

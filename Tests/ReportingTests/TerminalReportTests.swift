import LocalizationModel
import Reporting
import Testing

@Suite struct TerminalReportTests {
    private let plain = TerminalReport(style: TerminalStyle(isColoured: false), width: 60)

    private func finding(
        _ rule: String = "number-mismatch", _ severity: Severity = .error, file: String = "ja-JP/a.md", line: Int = 12, column: Int = 3,
        text: String? = "a", found: String? = nil
    ) throws -> Finding {
        Finding(
            rule: rule, severity: severity, sign: .disagreeing, message: "what is wrong", page: "a.md", locale: try ModelFixture.tag("ja-JP"), file: file,
            target: text.map { .init(line: line, column: column, endLine: line, text: $0) }, evidence: found.map { .init(found: $0) })
    }

    private func lines(_ findings: [Finding]) -> [String] { plain.text(findings).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    @Test func nothingFoundSaysNothing() { #expect(plain.text([]).isEmpty) }

    @Test func caretsStandUnderDoubleWidthText() throws {
        let report = lines([try finding(text: "金級では 4000 人が必要です。", found: "4000")])
        #expect(
            report == [
                "ja-JP/a.md",
                "       12:3  ≠ error  what is wrong  number-mismatch",
                "             │ 金級では 4000 人が必要です。",
                "             │          ^^^^",
                "",
            ])
    }

    @Test func caretsAreAsWideAsWhatTheyMark() throws {
        let report = lines([try finding(text: "部署 使用中合約 (3)", found: "使用中合約")])
        #expect(report[3] == "             │      " + String(repeating: "^", count: 10))
    }

    @Test(arguments: [nil, "no such words", "金級です"])
    func noCaretsWithoutAPartToMark(found: String?) throws {
        #expect(lines([try finding(text: "金級です", found: found)]).count == 4)
    }

    @Test func longSegmentsAreCutToTheTerminal() throws {
        let report = lines([try finding(text: String(repeating: "金級", count: 40), found: nil)])
        #expect(report[2].hasSuffix("…"))
        #expect(DisplayWidth.of(report[2]) <= 60)
    }

    @Test func linesOfASegmentAreJoined() throws {
        #expect(lines([try finding(text: "one\ntwo", found: "two")])[2...3] == ["             │ one two", "             │     ^^^"])
    }

    @Test func notesOfOneRuleShareALine() throws {
        let notes = try [3, 5, 9].map { try finding("inconsistent-translation", .note, line: $0) }
        let report = lines(notes + [try finding("link-mismatch", .note, line: 11)])
        #expect(
            report == [
                "ja-JP/a.md", "        3:3  ≠ note  what is wrong  inconsistent-translation",
                "               … and 2 more",
                "       11:3  ≠ note  what is wrong  link-mismatch", "",
            ])
    }

    @Test func filesAreSetApart() throws {
        let report = lines([try finding(file: "a.md", text: nil), try finding(file: "b.md", text: nil)])
        #expect(report.count == 6)
        #expect([report[0], report[2], report[3]] == ["a.md", "", "b.md"])
    }

    @Test func summaryCountsBySeverity() throws {
        let findings = [try finding(), try finding("stale-page", .warning), try finding("stale-page", .warning)]
        #expect(plain.summary(SeverityCounts(findings), pages: 3) == "1 error, 2 warnings, 0 notes on 3 pages\n")
    }

    @Test func coloursOnlyWhenAsked() throws {
        let coloured = TerminalReport(style: TerminalStyle(isColoured: true), width: 60)
        let findings = [try finding(text: "a 4", found: "4"), try finding("stale-page", .note)]
        #expect(!plain.text(findings).contains("\u{1B}"))
        #expect(coloured.text(findings).contains("\u{1B}[31m^\u{1B}[0m"))
    }

    @Test func messagesAreKeptToATerminalsWidth() throws {
        let long = Finding(
            rule: "number-mismatch", severity: .error, sign: .disagreeing, message: String(repeating: "金級 text ", count: 12), page: "a.md",
            locale: try ModelFixture.tag("ja-JP"), file: "a.md")
        let wrapped = plain.text([long]).split(separator: "\n")
        #expect(wrapped.count > 2)
        #expect(wrapped.allSatisfy { DisplayWidth.of($0) <= 60 })
        #expect(TerminalReport(style: TerminalStyle(isColoured: false), width: nil).text([long]).split(separator: "\n").count == 2)
    }

    @Test(arguments: [
        ("e\u{301}tude 4 です", 6), ("👩‍👩‍👧 4", 3), ("❤️ 4", 3), ("👍🏽 4", 3), ("🇩🇪 4", 3), ("a\tb 4", 4), ("\u{1B}[31m 4", 6), ("\u{202E}a 4", 10), ("한국 4", 5),
        ("a\r\nb 4", 4),
    ])
    func caretsStandRightUnder(text: String, column: Int) throws {
        let report = lines([try finding(text: text, found: "4")])
        #expect(report[3] == "             │ " + String(repeating: " ", count: column) + "^")
        #expect(!report.joined().unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }

    @Test func aTableOfTheLocalesAndTheCountsCloseIt() throws {
        let report = try ReportFixture.report([(ReportFixture.finding(), .new), (ReportFixture.finding(), .known)], fixed: [ReportFixture.entry()])
        let lines = plain.text(report).split(separator: "\n")
        #expect(lines.contains("Fixed since the baseline"))
        #expect(
            lines.suffix(3) == [
                "locale  done  errors  warnings  notes  new  known  fixed", "ja-JP   75 %       1         0      0    1      1      1",
                "1 error, 0 warnings, 0 notes on 2 pages · 1 known, 1 fixed",
            ])
    }
}

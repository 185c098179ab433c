import LocalizationModel
import Reporting
import Testing

@Suite("JUnit, GitLab, Reviewdog, workflow commands") struct MachineFormatTests {
    @Test func casesOfJUnit() throws {
        let report = try ReportFixture.report([
            (ReportFixture.finding(), .new), (ReportFixture.finding("stale-page", .warning), .new), (ReportFixture.finding(), .known),
            (ReportFixture.finding(suppression: "so"), .suppressed),
        ])
        let text = ReportFixture.text(.junit, report)
        #expect(text.contains("<testsuites name=\"hexapla\" tests=\"5\" failures=\"1\" errors=\"0\" skipped=\"2\">"))
        #expect(text.contains("<skipped message=\"known: in the baseline\"/>"))
        #expect(text.contains("<skipped message=\"suppressed: so\"/>"))
        #expect(text.components(of: "<failure ") == 1)
        #expect(text.contains("source (2)\""), "cases of one name are told apart")
    }

    @Test func aCleanLocalePassesATest() throws {
        let text = ReportFixture.text(.junit, try ReportFixture.report([]))
        #expect(text.contains("tests=\"1\" failures=\"0\""))
        #expect(text.contains("<testcase classname=\"ja-JP\" name=\"checked\"/>"))
    }

    @Test func problemsAreErrors() throws {
        let text = ReportFixture.text(.junit, try ReportFixture.report([], problems: [HexaplaError("no <history>")]))
        #expect(text.contains("<error message=\"no &lt;history&gt;\" type=\"problem\"/>"))
    }

    @Test func xmlHoldsNothingItMayNot() throws {
        let report = try ReportFixture.report([(ReportFixture.finding(message: ReportFixture.hostile, text: ReportFixture.hostile), .new)])
        let text = ReportFixture.text(.junit, report)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0xFFFE && !(0x7F..<0xA0).contains($0.value) })
        #expect(!text.contains("<script>"))
        #expect(!text.contains("]]>"))
    }

    @Test func fingerprintsOfGitLabAreUnique() throws {
        let finding = try ReportFixture.finding()
        let text = ReportFixture.text(.gitlab, try ReportFixture.report([(finding, .new), (finding, .new), (finding, .known)]))
        #expect(text.components(of: "0123456789abcdef") == 2)
        #expect(text.contains("\"fingerprint\": \"0123456789abcdef-2\""))
        #expect(text.contains("\"severity\": \"major\""))
        #expect(text.contains("\"begin\": 12"))
    }

    @Test func columnsOfReviewdogAreBytes() throws {
        let finding = try ReportFixture.finding(marks: [.init(line: 12, column: 7, byteColumn: 15, text: "金")])
        let text = ReportFixture.text(.rdjson, try ReportFixture.report([(finding, .new)]))
        #expect(text.contains("\"column\": 15"))
        #expect(text.contains("\"column\": 18"))
        #expect(text.contains("\"severity\": \"ERROR\""))
    }

    @Test func commandsAreEscapedAsTheRunnerExpects() throws {
        let finding = try ReportFixture.finding(message: "100 %: a, b\nc", page: "a,b:c.md")
        let text = ReportFixture.text(.github, try ReportFixture.report([(finding, .new)]))
        let command = try #require(text.split(separator: "\n").first)
        #expect(command.hasPrefix("::error file=docs/ja-JP/a%2Cb%3Ac.md,line=12,endLine=12,col=3,"))
        #expect(command.contains("::100 %25: a, b%0Ac%0ASource, line 3: Gold"))
        #expect(text.contains("1 error, 0 warnings, 0 notes on 2 pages"))
    }

    @Test func tenAnnotationsOfAKind() throws {
        let findings: [(Finding, FindingState?)] = try (0..<12).map { (try ReportFixture.finding(line: $0 + 1), .new) }
        let report = try ReportFixture.report(findings + [(ReportFixture.finding("stale-page", .note), nil)])
        let text = ReportFixture.text(.github, report)
        #expect(text.components(of: "::error ") == 10)
        #expect(text.components(of: "::notice ") == 1)
        #expect(text.contains("2 more errors not annotated"))
    }

    @Test func nothingOfAPageBeginsALine() throws {
        let report = try ReportFixture.report([(ReportFixture.finding(message: "a\n::error::b\r::set-output name=x::y", text: ReportFixture.hostile), .new)])
        let lines = ReportFixture.text(.github, report).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].hasPrefix("hexapla: "))
    }

    @Test(arguments: ReportFormat.allCases) func noControlsAndNoWordsOfDirection(format: ReportFormat) throws {
        let finding = try ReportFixture.finding(message: ReportFixture.hostile, page: "a\u{1B}[2J.md", text: ReportFixture.hostile)
        let text = ReportFixture.text(format, try ReportFixture.report([(finding, .new), (finding.suppressed(ReportFixture.hostile), .suppressed)]))
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
        // JSON for scripts keeps text as it is, but for what JSON escapes.
        guard format != .json, format != .sarif else { return }
        #expect(
            !text.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) })
    }

    @Test(arguments: ReportFormat.allCases) func manyFindingsAreNoFloodOfText(format: ReportFormat) throws {
        let finding = try ReportFixture.finding()
        let report = try ReportFixture.report(Array(repeating: (finding, .new), count: 20_000))
        #expect(format.document(report, style: TerminalStyle(isColoured: false), width: 80).count < 20_000 * 1_500)
    }
}

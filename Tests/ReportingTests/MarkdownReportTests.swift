import LocalizationModel
import Reporting
import Testing

@Suite("Comment and job summary") struct MarkdownReportTests {
    @Test func whatIsNewThenWhatWasFixedAndKnown() throws {
        let report = try ReportFixture.report(
            [(ReportFixture.finding(), .new), (ReportFixture.finding("stale-page", .warning, message: "old news"), .known)], fixed: [ReportFixture.entry()])
        let text = ReportFixture.text(.markdown, report)
        #expect(text.hasPrefix(PullRequestComment.marker))
        #expect(text.contains("### Translations: 1 new error\n"))
        #expect(text.contains("#### `a.md`"))
        #expect(text.contains("  > en-US 3: Gold: 5 people\n  >\n  > ja-JP 12: 金級では 4 人\n"))
        #expect(text.contains("#### Fixed: 1"))
        #expect(text.contains("Not shown: 1 known from the baseline."))
        #expect(!text.contains("old news"))
        #expect(text.contains("| ja-JP | 75 % | 1 | 0 | 0 | 1 | 1 | 1 |"))
    }

    @Test func nothingNew() throws {
        #expect(ReportFixture.text(.markdown, try ReportFixture.report([])).contains("Translations: nothing new"))
        #expect(ReportFixture.text(.summary, try ReportFixture.report([], fixed: nil)).contains("Translations: nothing found"))
    }

    @Test(arguments: [
        ("@team", "@\u{2060}team"), ("#12", "#\u{2060}12"), ("GH-12", "GH-\u{2060}12"), ("70-346", "70-346"), ("<b>&", "&lt;b&gt;&amp;"),
        ("[a](b)", "\\[a\\](b)"), ("`a` *b* _c_ ~~d~~", "\\`a\\` \\*b\\* \\_c\\_ \\~\\~\u{2060}d\\~\\~"), ("a|b", "a&#124;b"), ("\\|", "\\\\&#124;"),
        ("https://a.b", "https:\u{2060}//a.b"), ("www.a.b", "www\u{2060}.a.b"), ("a\nb", "a b"), ("$x$", "\\$\u{2060}x\\$"),
    ])
    func textOfPagesStaysText(text: String, escaped: String) throws {
        let report = try ReportFixture.report([(ReportFixture.finding(message: text), .new)])
        #expect(ReportFixture.text(.markdown, report).contains("line 12: \(escaped) · `number-mismatch`"))
    }

    @Test func namesOfPagesCannotLeaveTheirCode() throws {
        let report = try ReportFixture.report([(ReportFixture.finding(page: "a`b``c @x.md"), .new)])
        #expect(ReportFixture.text(.markdown, report).contains("#### ``` a`b``c @x.md ```\n"))
    }

    @Test func aCommentIsCutAtWholeFindings() throws {
        let long = String(repeating: "長い文章。", count: 50)
        let report = try ReportFixture.report((1...400).map { (try ReportFixture.finding(page: "page \($0).md", text: long), .new) })
        let text = ReportFixture.text(.markdown, report)
        #expect(text.utf16.count < 65_536)
        #expect(text.utf16.count > 50_000)
        let shown = text.components(of: "**new error**")
        #expect(text.contains("… and \(400 - shown) more findings"))
        #expect(text.hasSuffix("lists them.\n"))
    }

    @Test func aSummaryKeepsToTheRoomThatIsLeft() throws {
        let report = try ReportFixture.report((1...150).map { (try ReportFixture.finding(line: $0), .new) })
        for room in [100, 2_000, 20_000] { #expect(JobSummary.text(report, room: room).utf8.count <= room) }
        #expect(JobSummary.text(report).components(of: "**new error**") == 150)
    }
}

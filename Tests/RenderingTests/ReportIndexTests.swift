import LocalizationModel
import Testing

@testable import Rendering

@Suite("The report's overview") struct ReportIndexTests {
    private func index(_ edit: (inout ReportIndexView) -> Void = { _ in }) throws -> String {
        var view = try SampleReport.index("en-US")
        edit(&view)
        return String(decoding: try Repository.renderer().reportIndex(view), as: UTF8.self)
    }

    @Test func changesAreShownWhereThereIsABaseline() throws {
        let html = try index()
        #expect(html.contains("<h2 id=\"changes\">") && html.contains("href=\"?standing=new#matrix\""))
        #expect(
            html.contains("<a class=\"path\" href=\"analytics-de-DE.html\">competencies/analytics.md</a> <span class=\"message\">4000 instead of 2000</span>"))
        #expect(html.contains("<span class=\"path\">benefits/old.md</span></li>"), "a page that is gone leads nowhere")
        #expect(try !index { $0.changes = nil }.contains("id=\"changes\""))
        #expect(try index { $0.changes = (0, []) }.contains("<span class=\"large\">0</span>"))
    }

    @Test func manyFixedFindingsAreCounted() throws {
        let one = ReportIndexView.FixedFinding(rule: "r", page: "p", locale: "de-DE")
        #expect(try index { $0.changes = (0, Array(repeating: one, count: 702)) }.contains("and 202 more"))
    }

    @Test func aCellSaysWhatItIsFilteredBy() throws {
        let cell = ReportIndexView.Cell(
            progress: nil, findings: 1, counts: [.init(rule: 3, severity: .error, count: 2), .init(rule: 3, severity: .note, count: 1)])
        let html = try index { $0.rows = [.init(path: "a.md", cells: [cell])] }
        #expect(html.contains("<td data-percent=\"-1\" data-findings=\"1\" data-counts=\"3e2 3n1\" data-states=\"m1\" data-sign=\"lacking\">"))
    }

    @Test func theBarAddsUp() throws {
        var progress = TranslationProgress()
        (progress.translated, progress.stale, progress.partial, progress.untranslated, progress.missing) = (60, 10, 5, 15, 20)
        (progress.words, progress.translatedWords) = (1000, 555)
        let html = try index { view in
            view.locales = [view.locales[0]]
            view.locales[0].progress = progress
        }
        #expect(html.contains("<rect class=\"bar-translated\" x=\"0\" width=\"500\" height=\"8\"/><rect class=\"bar-stale\" x=\"500\" width=\"100\""))
        #expect(html.contains("<rect class=\"bar-missing\" x=\"800\" width=\"200\""))
        #expect(html.contains("<span class=\"percent\">60%</span></td><td>55%</td>"))
    }

    @Test func aPageWithoutSegmentsIsWhole() {
        #expect(TranslationProgress().percent == 100 && TranslationProgress().wordPercent == 100)
    }
}

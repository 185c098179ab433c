import LocalizationModel
import Testing

@testable import Rendering

@Suite("The report of a page") struct ReportPageTests {
    private func page(_ edit: (inout ReportPageView) -> Void = { _ in }) throws -> String {
        var view = try SampleReport.page("de-DE", interface: "en-US")
        edit(&view)
        return String(decoding: try Repository.renderer().reportPage(view), as: UTF8.self)
    }

    @Test func aFindingIsLinkedByItsFingerprint() throws {
        let html = try page()
        #expect(html.contains("id=\"f-1\" data-finding=\"error\" data-standing=\"new\" tabindex=\"-1\""))
        #expect(html.contains("<a class=\"rule\" href=\"#f-1\"><code>number-mismatch</code></a>"))
        #expect(html.contains("<a class=\"line\" href=\"#u-3\"><b>Line</b> 18</a>"))
    }

    @Test func aSuppressedFindingGivesItsReason() throws {
        let html = try page()
        #expect(html.contains("class=\"finding severity-warning is-suppressed\""))
        #expect(html.contains("<p class=\"reason\">Reason: <q>Legal text, kept in English</q></p>"))
        #expect(!html.contains("<div class=\"severity-warning\"><dt>Warning</dt><dd>2</dd></div>"), "what is suppressed is not counted as work")
    }

    @Test func standingsAreFilteredByOnlyWhereTheyAreKnown() throws {
        #expect(try page().contains("data-facet=\"standing\""))
        let html = try page { view in
            view.units = []
            view.findings = []
        }
        #expect(!html.contains("data-facet=\"standing\""))
    }

    @Test func whatTheSourceLostAndGainedStandsInItsSentence() throws {
        let html = try page()
        #expect(
            html.contains(
                "<p class=\"words\" lang=\"en-US\">Needs <del><b lang=\"en-US\">removed: </b>2000</del><ins><b lang=\"en-US\">added: </b>4000</ins> seats and four <ins>"
            ))
    }

    @Test func aUnitSaysWhatItIsFilteredBy() throws {
        let html = try page()
        #expect(html.contains("id=\"u-1\">") && html.contains("id=\"u-2\" data-state=\"stale\">") && html.contains("id=\"u-5\" data-state=\"missing\">"))
    }

    @Test func nothingEmptyIsWritten() throws {
        let html = try page { $0.units = [.init(id: "u", source: nil, target: nil, state: .translated)] }
        #expect(html.contains("<li class=\"unit\" id=\"u\">\n</li>"))
    }

    /// An editor's page of usual length must be there at once.
    @Test func aPageIsLight() throws {
        let html = try page { view in view.units = Array(repeating: view.units[2], count: 10) + Array(repeating: view.units[0], count: 50) }
        #expect(html.utf8.count < 40_000)
    }
}

@Suite("A sentence with its changes") struct RevisedTextTests {
    private func woven(_ old: String, _ new: String, _ edits: [(String, String)]) -> String? {
        let text = RevisedText(old: old, new: new, edits: edits.map { WordEdit(removed: $0.0, added: $0.1) })
        guard text.isWhole else { return nil }
        return text.pieces.map { piece in
            switch piece {
            case .same(let text): text
            case .removed(let text): "[-\(text)]"
            case .added(let text): "[+\(text)]"
            }
        }.joined()
    }

    @Test func eachChangeStandsInItsPlace() {
        #expect(woven("At least 4 users.", "At least 40 users.", [("4", "40")]) == "At least [-4][+40] users.")
        #expect(woven("Needs big teams now.", "Needs teams now.", [("big", "")]) == "Needs [-big] teams now.")
        #expect(woven("A or B.", "A, B or C.", [("or", ""), ("", "or C")]) == "A, [-or] B [+or C].")
        #expect(woven("需要4名员工。", "需要6名员工。", [("4", "6")]) == "需要[-4][+6]名员工。")
        #expect(woven("**Old** text.", "**New** text.", [("Old", "New")]) == "**[-Old][+New]** text.")
        #expect(woven("Same.", "Same.", []) == "Same.")
    }

    @Test func whatCannotBePutTogetherIsAListOfChanges() {
        let text = RevisedText(old: "Wholly other words.", new: "Needs 40 users.", edits: [.init(removed: "4", added: "40")])
        #expect(!text.isWhole && text.pieces == [.removed("4"), .added("40")])
        #expect(!RevisedText(old: nil, new: "x", edits: [.init(removed: "", added: "x")]).isWhole)
    }
}

import LocalizationModel
import Rendering
import Testing

@Suite struct RequirementListTests {
    private func html(_ runs: [RequirementListView.Run], _ locale: String = "de-DE") throws -> String {
        String(
            decoding: try Repository.renderer().requirements(RequirementListView(runs: runs, strings: try Repository.interface(locale))), as: UTF8.self)
    }

    private func item(_ text: String, quantity: String = "", number: Int? = nil, connector: String? = nil, isNote: Bool = false) -> RequirementListView.Item {
        .init(
            connectors: connector.map { [.init(html: Array($0.utf8))] } ?? [],
            statements: [.init(quantity: Array(quantity.utf8), html: Array(text.utf8))], number: number, isNote: isNote)
    }

    @Test func itemsKeepTheNumbersOfThePage() throws {
        let html = try html([.init(form: .ordered, kind: .allOf, items: [item("a", number: 3), item("b", number: 4), item("c", number: 9)])])
        #expect(html.contains("<ol class=\"all-of\" start=\"3\">"))
        #expect(html.contains("<li><p class=\"statement\">b</p>") && html.contains("<li value=\"9\"><p class=\"statement\">c</p>"))
    }

    @Test(arguments: [("de-DE", "oder"), ("ja-JP", "または"), ("ru-RU", "или")])
    func alternativesAreDividedInTheirLanguage(_ locale: String, _ or: String) throws {
        let html = try html(
            [.init(form: .unordered, kind: .anyOf, items: [item("a"), item("b"), item("c", connector: "OR"), item("d", isNote: true)])], locale)
        #expect(html.contains("<ul class=\"any-of\">\n<li><p"))
        #expect(html.contains("<li data-or=\"\(or)\"><p class=\"statement\">b</p>"))
        #expect(html.contains("<li><p class=\"connector\"><span>OR</span></p>\n<p class=\"statement\">c</p>"), "the page's own word, and no second one")
        #expect(html.contains("<li class=\"note\"><p"))
    }

    @Test(arguments: [("en-US", "2 of 3"), ("de-DE", "2 von 3"), ("ja-JP", "3 件のうち 2 件"), ("zh-CN", "3 项中的 2 项")])
    func aChoiceOfSeveralSaysSo(_ locale: String, _ choice: String) throws {
        let items = [item("a"), item("b"), item("c"), item("remark", isNote: true)]
        let html = try html([.init(form: .unordered, kind: .someOf, choose: 2, items: items)], locale)
        #expect(html.contains("<ul class=\"k-of-n\" data-choice=\"\(choice)\">"))
    }

    @Test func aLeadingNumberStandsBeforeWhatItCounts() throws {
        let html = try html([.init(form: .paragraphs, kind: .allOf, items: [item(" Personen", quantity: "<strong class=\"quantity\">2</strong>")])])
        #expect(
            html.contains("<div class=\"requirement\"><p class=\"statement counted\"><strong class=\"quantity\">2</strong><span> Personen</span></p>"))
        let foreign = RequirementListView.Item(statements: [.init(html: Array("left".utf8), language: "en-US")])
        #expect(try self.html([.init(form: .paragraphs, kind: .allOf, items: [foreign])]).contains("<p class=\"statement\" lang=\"en-US\">left</p>"))
    }
}

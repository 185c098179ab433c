import FileSystem
import LocalizationModel
import Reporting
import TestSupport
import Testing

/// A small page in two locales that has every state of alignment; Tests/Schema validates the same document against the schema.
@Suite struct ModelGoldenTests {
    private static let folder = "model/two-locales"

    private func markdown(_ locale: String) throws -> String {
        String(decoding: try FileSystem.read("\(Repository.root)/Tests/Golden/\(Self.folder)/\(locale).md"), as: UTF8.self)
    }

    /// A group with a choice, a statement with every kind of fact, and a row of the facts table for each standing.
    private func requirements() throws -> [RequirementSection] {
        let (english, german) = (try ModelFixture.tag("en-US"), try ModelFixture.tag("de-DE"))
        func exams(_ locale: LocaleTag, _ value: Double) -> RequirementNode.Reading {
            let facts = RequirementFacts(
                kind: .statement, quantities: [.init(value: value, comparison: .atLeast, counted: "person", scope: "developedMarkets", among: 4)],
                money: [.init(amount: 1500.5, currency: "USD", period: .perYear, comparison: .moreThan)],
                dates: [.init(year: 2017, month: 9, day: 30, isRetirement: true), .init(year: 2018)],
                subjects: [.init(.certification, "MCSA"), .init(.exam, "70-346")], links: ["exam.md"], refersBack: true, scope: "developedMarkets")
            let words = RequirementNode.Wording(locale: locale, text: "**OR**", line: 12)
            return .init(locale: locale, facts: facts, connector: locale == english ? .init(kind: .or, wording: words) : nil)
        }
        let statement = RequirementNode(
            id: "1/70-346", facts: exams(english, 2).facts,
            wordings: [
                .init(locale: german, text: "Zwei Prüfungen.", line: 19, span: SourceSpan(201, 217), state: .partial, confidence: 0.5),
                .init(locale: english, text: "Two exams.", line: 11, span: SourceSpan(120, 130)),
            ],
            readings: [exams(german, 2.5), exams(english, 2)])
        let choice = RequirementFacts(kind: .someOf, choose: 2)
        let some = RequirementNode(id: "1", facts: choice, readings: [.init(locale: german, facts: choice)], children: [statement])
        return [
            RequirementSection(
                anchor: "silver", path: ["levels"], level: "silver",
                headings: [.init(locale: german, text: "Silber", line: 17), .init(locale: english, text: "Silver", line: 9)], requirements: [some])
        ]
    }

    private func facts() throws -> [FactRow] {
        let wording = RequirementNode.Wording(locale: try ModelFixture.tag("de-DE"), text: "Zwei Prüfungen.", line: 19)
        func cells(_ german: FactRow.Standing, _ values: [String]) throws -> [FactRow.Cell] {
            [
                .init(locale: wording.locale, values: values, standing: german, wording: german == .open ? nil : wording),
                .init(locale: try ModelFixture.tag("en-US"), values: ["2"], standing: .agrees, wording: nil),
            ]
        }
        return [
            .init(section: "levels/silver", node: "1/70-346", aspect: .quantity, values: ["2"], cells: try cells(.disagrees, ["2.5"])),
            .init(section: "levels/silver", node: "1/70-346", aspect: .money, values: ["2"], cells: try cells(.older, ["1500.5 USD"])),
            .init(section: "levels/silver", node: "1", aspect: .choice, values: ["2"], cells: try cells(.open, [])),
        ]
    }

    @Test func everyStateOfAlignment() throws {
        let source = try ModelFixture.source(try markdown("en-US"))
        let translation = try ModelFixture.translation(
            "de-DE", try markdown("de-DE"), of: source,
            [
                ([0], [0], .translated), ([1, 2], [1], .translated), ([3], [2], .translated), ([4], [3], .translated), ([5], [4], .untranslated),
                ([], [5], .extra), ([6], [], .missing), ([7], [6], .translated), ([8], [7], .partial), ([], [8], .extra), ([], [9], .extra),
            ])
        let group = PageGroup(
            path: "page.md", source: source, translations: [translation], missingLocales: [try ModelFixture.tag("ru-RU")],
            requirements: try requirements(), facts: try facts())
        let document = ModelJSON.document(
            [ModelJSON.page(group, inDocument: true)], sourceLocale: source.page.locale, locales: try ["ru-RU", "en-US", "de-DE"].map(ModelFixture.tag),
            version: "1.2.3")
        try Golden.expect(document, Self.folder + "/expected.json")
    }
}

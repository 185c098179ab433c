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

    private func requirements() throws -> [RequirementSection] {
        let (english, german) = (try ModelFixture.tag("en-US"), try ModelFixture.tag("de-DE"))
        func facts(_ locale: LocaleTag, _ value: Double) -> RequirementNode.Facts {
            .init(locale: locale, kind: .statement, quantities: [.init(value: value)], codes: ["70-346"], links: ["exam.md"])
        }
        let exams = RequirementNode(
            id: "70-346", kind: .statement, quantities: [.init(value: 2)], codes: ["70-346"], links: ["exam.md"],
            wordings: [.init(locale: german, text: "Zwei Prüfungen.", line: 19), .init(locale: english, text: "Two exams.", line: 11)],
            facts: [facts(german, 2), facts(english, 2.5)], children: [])
        let either = RequirementNode(id: "1", kind: .anyOf, quantities: [], codes: [], links: [], wordings: [], children: [exams])
        return [
            RequirementSection(
                anchor: "silver", path: ["levels"], level: "silver",
                headings: [.init(locale: german, text: "Silber", line: 17), .init(locale: english, text: "Silver", line: 9)], requirements: [either])
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
            requirements: try requirements())
        let document = ModelJSON.document(
            [ModelJSON.page(group)], sourceLocale: source.page.locale, locales: try ["ru-RU", "en-US", "de-DE"].map(ModelFixture.tag), version: "1.2.3")
        try Golden.expect(document, Self.folder + "/expected.json")
    }
}

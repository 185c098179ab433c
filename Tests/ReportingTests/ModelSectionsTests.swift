import LocalizationModel
import Testing

@testable import Reporting

@Suite struct ModelSectionsTests {
    private func ids(_ group: PageGroup) -> [String] { ModelSections(group).sections.map(\.id) }

    private func titles(_ group: PageGroup) -> [String: [String: String]] {
        let named = ModelSections(group).sections.map { section in
            (section.id, Dictionary(section.titles.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first }))
        }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    @Test func repeatedHeadingsAreNumberedAsOnGitHub() throws {
        let source = try ModelFixture.source("# Silver\n\n## Exams\n\n# Gold\n\n## Exams\n\n## Exams 1\n\n## Exams\n\n# 🥇\n\n# ***\n")
        #expect(ids(try ModelFixture.group(source, [])) == ["silver", "exams", "gold", "exams-1", "exams-1-1", "exams-2", "section"])
    }

    @Test func explicitAnchorsNameSections() throws {
        let source = try ModelFixture.source("# <a name=\"top\"></a>Levels\n\n## Silver\n")
        let german = try ModelFixture.translation("de-DE", "# <a name=\"oben\"></a>Stufen\n\n## Silber\n", of: source, ModelFixture.pairs(2))
        let group = try ModelFixture.group(source, [german])
        #expect(titles(group) == ["top": ["en-US": "Levels", "de-DE": "Stufen"], "silver": ["en-US": "Silver", "de-DE": "Silber"]])
        #expect(ModelSections(group).sections.map(\.path) == [[], ["top"]])
    }

    @Test func translationsInAnotherOrderKeepTheirSections() throws {
        let source = try ModelFixture.source("# Silver\n\nOne.\n\n# Gold\n\nTwo.\n")
        let german = try ModelFixture.translation(
            "de-DE", "# Gold\n\nZwei.\n\n# Silber\n\nEins.\n", of: source,
            [([0], [2], .translated), ([1], [3], .translated), ([2], [0], .translated), ([3], [1], .translated)])
        let group = try ModelFixture.group(source, [german])
        #expect(titles(group) == ["silver": ["en-US": "Silver", "de-DE": "Silber"], "gold": ["en-US": "Gold", "de-DE": "Gold"]])
        let sections = ModelSections(group)
        #expect(german.page.segments.map { sections.id(of: $0, in: german.page.locale) } == ["gold", "gold", "silver", "silver"])
    }

    @Test func headingsBeyondTheSourceMakeSectionsWhereTheyStand() throws {
        let source = try ModelFixture.source("# Silver\n\n# Gold\n")
        let german = try ModelFixture.translation(
            "de-DE", "# Vorwort\n\n# Silber\n\n## Anhang\n\n# Gold\n", of: source,
            [([], [0], .extra), ([0], [1], .translated), ([], [2], .extra), ([1], [3], .translated)])
        let group = try ModelFixture.group(source, [german])
        #expect(ids(group) == ["vorwort", "silver", "anhang", "gold"])
        #expect(ModelSections(group).sections[2].path == ["silver"])
    }

    @Test func aHeadingThatAlignmentMissedJoinsTheSectionOfItsName() throws {
        let source = try ModelFixture.source("# Silver\n\n# <a name=\"gold\"></a>Gold\n")
        let german = try ModelFixture.translation(
            "de-DE", "# Silber\n\n# <a name=\"gold\"></a>Höchste Stufe\n", of: source,
            [([0], [0], .translated), ([1], [], .missing), ([], [1], .extra)])
        #expect(titles(try ModelFixture.group(source, [german]))["gold"] == ["en-US": "Gold", "de-DE": "Höchste Stufe"])
    }

    @Test func withoutASourceAnchorsJoinTheLocales() throws {
        let german = try ModelFixture.translation("de-DE", "# <a name=\"a\"></a>Stufen\n\n# Silber\n", of: nil, [])
        let russian = try ModelFixture.translation("ru-RU", "# <a name=\"a\"></a>Уровни\n\n# Серебряный\n", of: nil, [])
        let group = try ModelFixture.group(nil, [german, russian])
        #expect(ids(group) == ["a", "серебряный", "silber"])
        #expect(titles(group)["a"] == ["de-DE": "Stufen", "ru-RU": "Уровни"])
    }

    @Test func aHeadingWithoutTextIsNoSection() throws {
        let source = try ModelFixture.source("#\n\nOne.\n\n# Gold\n\nTwo.\n\n#\n\nThree.\n")
        let group = try ModelFixture.group(source, [])
        let sections = ModelSections(group)
        #expect(source.page.segments.map { sections.id(of: $0, in: source.page.locale) } == [nil, "gold", "gold", "gold"])
    }

    @Test func manyEqualHeadingsTakeLinearTime() throws {
        let source = try ModelFixture.source(String(repeating: "# Silver\n\n", count: 20_000))
        let german = try ModelFixture.translation("de-DE", String(repeating: "# Silver\n\n", count: 20_000), of: source, [])
        let ids = ids(try ModelFixture.group(source, [german]))
        #expect(Set(ids).count == 20_000 && ids.last == "silver-19999")
    }
}

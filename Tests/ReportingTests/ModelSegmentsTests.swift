import LocalizationModel
import Testing

@testable import Reporting

@Suite struct ModelSegmentsTests {
    private func segments(_ group: PageGroup) -> [ModelSegments.Segment] { ModelSegments(group, ModelSections(group)).segments }

    @Test func idsStayWhenTextIsAddedElsewhere() throws {
        let before = segments(try ModelFixture.group(try ModelFixture.source("# Silver\n\nOne.\n\nTwo.\n"), []))
        let after = segments(try ModelFixture.group(try ModelFixture.source("New.\n\n# Silver\n\nOne.\n\nMore.\n\nTwo.\n"), []))
        #expect(before.map(\.id) == [1, 2, 4].map { after[$0].id })
        #expect(before[1].id.hasPrefix("silver/"))
    }

    @Test func repetitionsInASectionGetAnOrdinal() throws {
        let ids = segments(try ModelFixture.group(try ModelFixture.source("One.\n\nOne.\n\n# Silver\n\nOne.\n\nOne.\n\nOne.\n"), [])).map(\.id)
        #expect(ids[0].hasPrefix("/") && ids[0].utf8.count == 9)
        #expect(ids[1] == ids[0] + "-2")
        #expect(ids[3...] == ["silver" + ids[0], "silver" + ids[0] + "-2", "silver" + ids[0] + "-3"])
    }

    @Test func theDigestIsTheSameEverywhere() {
        // FNV-1a 64 of "" and "a" is cbf29ce484222325 and af63dc4c8601ec8c.
        #expect(ShortHash.of("") == "4fd0bfc1")
        #expect(ShortHash.of("a") == "296230c0")
    }

    @Test func extrasStandWhereTheirPageHasThem() throws {
        let source = try ModelFixture.source("One.\n\nTwo.\n")
        let german = try ModelFixture.translation(
            "de-DE", "Vorab.\n\nEins.\n\nDazu.\n\nZwei.\n", of: source,
            [([], [0], .extra), ([0], [1], .translated), ([], [2], .extra), ([1], [3], .translated)])
        let russian = try ModelFixture.translation(
            "ru-RU", "Один.\n\nЕщё.\n\nДва.\n", of: source, [([0], [0], .translated), ([], [1], .extra), ([1], [2], .translated)])
        let segments = segments(try ModelFixture.group(source, [german, russian]))
        #expect(segments.map(\.source) == [nil, 0, nil, nil, 1])
        let locales = segments.map { $0.targets.pairs.map(\.locale.description).joined(separator: " ") }
        #expect(locales == ["de-DE", "de-DE ru-RU", "de-DE", "ru-RU", "de-DE ru-RU"])
        #expect(Set(segments.map(\.id)).count == 5)
    }

    @Test func mergedSentencesShareTheirText() throws {
        let source = try ModelFixture.source("One. Two.\n")
        let german = try ModelFixture.translation("de-DE", "Eins und zwei.\n", of: source, [([0, 1], [0], .translated)])
        let segments = segments(try ModelFixture.group(source, [german]))
        #expect(segments.map { $0.targets[german.page.locale]?.text } == ["Eins und zwei.", "Eins und zwei."])
        #expect(segments.map { $0.targets[german.page.locale]?.unit } == [[0, 1], [0, 1]])
    }

    @Test(arguments: [("de-DE", "Eins. Zwei.\n", "Eins. Zwei."), ("ja-JP", "一です。二です。\n", "一です。二です。"), ("ja-JP", "一です。\n\n二です。\n", "一です。 二です。")])
    func splitSentencesAreJoinedAsWritten(locale: String, markdown: String, joined: String) throws {
        let source = try ModelFixture.source("One and two.\n")
        let translation = try ModelFixture.translation(locale, markdown, of: source, [([0], [0, 1], .translated)])
        #expect(segments(try ModelFixture.group(source, [translation]))[0].targets[translation.page.locale]?.text == joined)
    }

    @Test(arguments: zip(TranslationUnit.State.allCases, ["translated", "initial", "translated", "initial", "translated"]))
    func reviewIsNeverClaimed(alignment: TranslationUnit.State, state: String) {
        #expect(ModelSegments.Target(text: "", line: 1, alignment: alignment, unit: []).state.rawValue == state)
    }

    @Test func withoutASourceEveryLocaleListsItsSegments() throws {
        let german = try ModelFixture.translation("de-DE", "# Stufen\n\nEins.\n", of: nil, [])
        let russian = try ModelFixture.translation("ru-RU", "Один.\n", of: nil, [])
        let segments = segments(try ModelFixture.group(nil, [german, russian]))
        #expect(segments.map(\.section) == ["stufen", "stufen", nil])
        #expect(segments.allSatisfy { $0.source == nil && $0.targets.pairs.allSatisfy { $0.value.alignment == nil && $0.value.state == .translated } })
    }
}

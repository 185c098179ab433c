import FileSystem
import LocaleData
import LocalizationModel
import TestSupport
import Testing

@testable import Pipeline

/// What is said of a translation whose own source is at hand.
@Suite("Drift with the old source") struct DriftTests {
    private func findings(old: String, new: String, _ locale: String, _ target: String) throws -> [Finding] {
        let (source, tag) = (try #require(LocaleTag("en-US")), try #require(LocaleTag(locale)))
        let reader = try PageReader(LocaleStore(directory: Repository.locales), source: source, [source, tag])
        func read(_ text: String, _ locale: LocaleTag) -> ReadPage { reader.read(Array(text.utf8), file: "\(locale)/page.md", path: "page.md", locale: locale) }
        let analyser = GroupAnalyser(reader: reader, sourceLocale: source, translationLocales: [tag], siteHasSource: true)
        return analyser.analyse(
            [read(new, source), read(target, tag)], path: "page.md", isFragment: false, past: [tag: PastSource(page: read(old, source).page)]
        ).findings
    }

    @Test func aChangeCarriesItsWords() throws {
        let found = try findings(
            old: "Add the list of devices into Partner Center.", new: "Add the list of devices.", "ja-JP", "パートナー センターにデバイスの一覧を追加します。")
        let stale = try #require(found.first { $0.rule == "stale-segment" })
        #expect(stale.severity == .warning && stale.evidence?.edits == [WordEdit(removed: "into Partner Center", added: "")])
        #expect(stale.message == "Source changed since the translation: 'into Partner Center' was removed")
        #expect(stale.source?.line == 1 && stale.target?.line == 1)
    }

    @Test func trivialEditsAreSilent() throws {
        for new in ["Select **Save** to keep the file.", "select Save, to keep the file", "Select Save to keep\nthe file.", "Select Save to keep the flie."] {
            let found = try findings(old: "Select Save to keep the file.", new: new, "de-DE", "Wählen Sie Save aus, um die Datei zu behalten.")
            #expect(!found.contains { $0.rule == "stale-segment" || $0.rule == "missing-segment" || $0.rule == "extra-segment" }, "\(new)")
        }
    }

    @Test func whatWentIsReportedAtItsTranslation() throws {
        let found = try findings(
            old: "**Applies to**\n\n- Partner Center\n\nSelect the page.\n", new: "**Appropriate roles**\n\n- Global admin\n\nSelect the page.\n", "ru-RU",
            "**Относится к**\n\n- Центр партнеров\n\nВыберите страницу.\n")
        let extra = found.filter { $0.rule == "extra-segment" }
        #expect(
            extra.map { $0.target?.line } == [1, 3]
                && extra.map { $0.message } == ["No longer in the source: 'Applies to'", "No longer in the source: 'Partner Center'"])
        #expect(found.filter { $0.rule == "missing-segment" }.map { $0.source?.line } == [1, 3])
    }

    @Test func aNewNumberCountsThoughItHasNoLetters() throws {
        let table = "| Command | Versions |\n| --- | --- |\n| pack | All |\n"
        let found = try findings(old: table, new: table + "| search | 5.8+ |\n", "zh-TW", "| 命令 | 版本 |\n| --- | --- |\n| pack | 全部 |\n")
        let missing = found.filter { $0.rule == "missing-segment" && $0.severity == .warning }.compactMap { $0.source?.text }
        #expect(missing.contains("5.8+"))
    }

    @Test func aTranslationThatIsAheadGetsANote() throws {
        let found = try findings(old: "You need 20 users.", new: "You need 300 users now.", "zh-CN", "现在你需要 300 个用户。")
        #expect(found.filter { $0.rule == "stale-segment" }.map(\.severity) == [.note])
    }

    @Test func twoRemovedRowsThatAreAlikeAreNoRepetition() throws {
        let found = try findings(
            old: "The first stays here.\n\n- Billing in general\n- Billing in general\n\nThe last stays here.\n",
            new: "The first stays here.\n\nThe last stays here.\n", "de-DE",
            "Das Erste bleibt hier.\n\n- Abrechnung im Allgemeinen\n- Abrechnung im Allgemeinen\n\nDas Letzte bleibt hier.\n")
        #expect(found.filter { $0.rule == "extra-segment" }.map { $0.target?.line } == [3, 4])
    }
}

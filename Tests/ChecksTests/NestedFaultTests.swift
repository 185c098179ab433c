import LocalizationModel
import Testing

/// Image texts, link titles and front matter values: what is left or lost is found, what is right in any language is silent.
@Suite("Faults beside the running text") struct NestedFaultTests {
    private func findings(_ en: String, _ text: String, _ locale: String = "de-DE") throws -> [String] {
        try Groups.findings([("en-US", en), (locale, text)]).filter { $0.severity > .note }.map {
            "\($0.severity.rawValue) \($0.rule) \($0.target?.text ?? "-")"
        }
    }

    private let en = "Look at the form in ![The form on the page](a.png \"Opens the form\") before you go."
    private let de = "Sehen Sie sich vorher das Formular an, das hier zu sehen ist:"

    @Test func untranslatedTextsAreFoundWhereTheyStand() throws {
        #expect(try findings(en, "\(de) ![Das Formular](a.png \"Opens the form\").") == ["error untranslated-segment Opens the form"])
        // A whole clause inside the sentence makes it partly translated already: it is not reported twice.
        let clause = try findings(en, "\(de) ![The form on the page](a.png \"Öffnet es\").")
        #expect(clause.count == 1 && clause[0].contains("translated-segment"))
        let tag = try findings(
            "Look at the form before you go, which can be seen here: <img src=\"a.png\" alt=\"the annual fee\">.",
            "\(de) <img src=\"a.png\" alt=\"the annual fee\">.")
        #expect(tag == ["error untranslated-segment the annual fee"])
    }

    @Test func aMissingImageTextIsFound() throws {
        #expect(try findings("Look at the form in ![The form](a.png) first.", "\(de) ![](a.png).") == ["warning missing-alt-text \(de) ![](a.png)."])
    }

    @Test(arguments: ["a.png", "form_1", "PowerShell", "Office 365", "net452", "Microsoft Partner Center"])
    func namesAreRightInAnyLanguage(name: String) throws {
        #expect(try findings("Look at the form in ![\(name)](a.png) first.", "\(de) ![\(name)](a.png).") == [])
    }

    @Test func translatedTextsAreSilent() throws {
        #expect(try findings(en, "\(de) ![Das Formular auf der Seite](a.png \"Öffnet das Formular\").") == [])
        #expect(
            try findings("Look ![The form](en/a.png) up here.", "図を見てください ![フォーム](ja/b.png) ここで。", "ja-JP").allSatisfy {
                !$0.contains("untranslated") && !$0.contains("missing")
            })
    }

    @Test func anUntranslatedSentenceIsReportedOnce() throws { #expect(try findings(en, en).filter { $0.contains("untranslated") }.count == 1) }

    @Test func frontMatterIsAligned() throws {
        let group = try Groups.analysed([
            ("en-US", "---\ntitle: The levels of the programme\nsummary: What to do and when.\nms.date: 1\n---\nText."),
            ("ja-JP", "---\nsummary: What to do and when.\ntitle: レベル\n---\nテキスト。"),
        ])
        let bitext = try #require(group.group.translations.first?.bitext)
        #expect(
            bitext.nested.map { "\($0.source?.text ?? "-") = \($0.target?.text ?? "-") \($0.state.rawValue)" } == [
                "The levels of the programme = レベル translated", "What to do and when. = What to do and when. untranslated",
            ])
        #expect(group.findings.contains { $0.rule == "untranslated-metadata" && $0.key == "summary" })
    }
}

import LocalizationModel
import Testing

/// What was expected and found, with the very words on both sides.
@Suite("Evidence") struct EvidenceTests {
    private func finding(_ rule: String, _ en: String, _ locale: String, _ text: String) throws -> Finding {
        let findings = try Groups.findings([("en-US", en), (locale, text)])
        return try #require(findings.first { $0.rule == rule }, "\(findings.map(\.message))")
    }

    private func marks(_ place: Finding.Place?) -> [String] { place?.marks.map { "\($0.line):\($0.column) \($0.text)" } ?? [] }

    @Test func aNumberIsMarkedWhereItStands() throws {
        let en = "Text [in 5](https://example.org/5) words.\n\nIn 15 days, 1.5 hours,\nor 5 users.\n"
        let found = try finding("number-mismatch", en, "ja-JP", "テキスト [5](https://example.org/5)。\n\n15 日、1.5 時間、6 人。\n")
        #expect(marks(found.source) == ["4:4 5"] && marks(found.target) == ["3:13 6"])
        // The place is the sentence's all the same.
        #expect(found.source?.line == 3 && found.source?.column == 1 && found.source?.endLine == 4)
        #expect(found.evidence?.expected == "5" && found.evidence?.found == "6")
    }

    @Test func aLinkIsMarkedByItsAddress() throws {
        let found = try finding("link-mismatch", "See [a](a.md) and [b](b.md).", "ru-RU", "См. [a](a.md) и [б](c.md).")
        #expect(marks(found.source) == ["1:23 b.md"] && marks(found.target) == ["1:21 c.md"])
    }

    @Test func aCodeIsMarkedInsideItsBackticks() throws {
        let found = try finding("code-mismatch", "First `go`, then run `tool check`.", "zh-CN", "首先 `go`，然后运行 `tool verify`。")
        #expect(marks(found.source) == ["1:23 tool check"] && marks(found.target) == ["1:15 tool verify"])
    }

    @Test func aTermIsMarkedWhereItIsEmphasisedAndWhereNot() throws {
        let found = try finding("emphasis-mismatch", "Select **Save** and **Close**.", "de-DE", "Wählen Sie **Save** und Close aus.")
        #expect(marks(found.source) == ["1:23 Close"] && marks(found.target) == ["1:25 Close"])
    }

    @Test func aNameIsMarkedEachTime() throws {
        let found = try finding("entity-mismatch", "Use Office 365 now.", "zh-TW", "使用 Office 365 和 Office 365，Office 365。")
        #expect(found.target?.marks.count == 3 && marks(found.source) == ["1:5 Office 365"])
        #expect(found.evidence?.expected == "1 × Office 365" && found.evidence?.found == "3 × Office 365")
    }

    @Test func whatIsMissingHasItsPlaceInTheTranslation() throws {
        let en = "# Levels\n\n- Five customers are needed for the first level.\n- The annual fee is due in May.\n- A contact must be named.\n"
        let found = try finding(
            "missing-segment", en, "de-DE", "# Stufen\n\n- Für die erste Stufe sind fünf Kunden nötig.\n- Eine Ansprechperson muss benannt werden.\n")
        #expect(found.target == nil && found.evidence?.after?.line == 3)
        #expect(found.evidence?.after?.text == "Für die erste Stufe sind fünf Kunden nötig.")
    }

    @Test(arguments: [
        ("extra-segment", "Für verspätete Anträge fällt eine Gebühr an, die Sie selbst tragen."), ("duplicate-segment", "Das Formular ist kostenlos."),
    ]) func whatIsExtraHasItsPlaceInTheSource(_ rule: String, _ more: String) throws {
        let found = try finding(
            rule, "The form is free.\n\nIt must be sent before the end of June.", "de-DE",
            "Das Formular ist kostenlos.\n\n\(more)\n\nEs muss vor Ende Juni abgeschickt werden.")
        #expect(found.source == nil && found.evidence?.after?.line == 1 && found.evidence?.after?.text == "The form is free.")
    }

    @Test func aMovedSectionNamesItsNeighbours() throws {
        let found = try finding(
            "reordered-section", "# Levels\n\n## Silver\n\nFive customers.\n\n## Gold\n\nTen customers.", "de-DE",
            "# Stufen\n\n## <a name=\"gold\"></a>Gold\n\nZehn Kunden.\n\n## <a name=\"silver\"></a>Silber\n\nFünf Kunden.")
        #expect(found.evidence?.expected?.hasPrefix("after '") ?? false && found.evidence?.found?.hasPrefix("after '") ?? false)
        #expect(found.evidence?.expected != found.evidence?.found && found.source != nil && found.target != nil)
    }

    @Test func aLostAnchorIsMarkedInTheSource() throws {
        let found = try finding("lost-anchor", "## <a name=\"fees\"></a>Fees\n\nText.", "de-DE", "## Gebühren\n\nText.")
        #expect(marks(found.source).first?.hasPrefix("1:4 <a name=\"fees\">") ?? false)
    }

    @Test func metadataAndForeignLinksNameTheSource() throws {
        let metadata = try finding(
            "untranslated-metadata", "---\ntitle: How to apply for a level\n---\nText of the page.", "ja-JP",
            "---\ntitle: How to apply for a level\n---\nページのテキスト。")
        #expect(metadata.source?.line == 2 && metadata.source?.text == "How to apply for a level")
        let link = try finding(
            "wrong-locale-link", "See [the guide](https://example.org/guide).", "de-DE", "Siehe [Leitfaden](https://example.org/en-us/guide).")
        #expect(link.source?.line == 1 && marks(link.target) == ["1:19 https://example.org/en-us/guide"])
        let robots = try Groups.findings([
            ("en-US", "---\nrobots: noindex\n---\nText."), ("de-DE", "---\ntitle: a\n---\nText."),
        ]).first { $0.rule == "inconsistent-metadata" }
        #expect(robots?.evidence?.expected == "noindex")
    }

    @Test func marksAreBoundedOnAPageThatIsOneLine() throws {
        let numbers = (1...3_000).map { "\($0 * 7 + 100_000)" }
        let found = try finding(
            "number-mismatch", "All of " + numbers.joined(separator: " and ") + " people", "de-DE",
            "Alle " + numbers.map { "9" + $0 }.joined(separator: " und "))
        #expect((found.source?.marks.count ?? 0) <= 8)
    }
}

import LocalizationModel
import Testing

/// The grammar of requirement lists, on small pages.
@Suite struct RequirementReaderTests {
    private func tree(_ markdown: String, _ locale: String = "en-US") throws -> String {
        TreeText.text(try PageFixture.sections("# Page\n\n" + markdown, locale), links: false).replacing("# page [-]\n", with: "")
    }

    private static let exam = "[Exam 70-346](https://example.com/exam-70-346)"
    private static let other = "[Exam 70-347](https://example.com/exam-70-347)"

    @Test(arguments: [("en-US", "OR"), ("de-DE", "ODER"), ("ru-RU", "ИЛИ"), ("ja-JP", "または"), ("zh-CN", "或"), ("zh-TW", "或"), ("de-DE", "OR")])
    func orBetweenListsMakesAlternatives(locale: String, word: String) throws {
        let markdown = "1. **1** person:\n\n    - \(Self.exam)\n\n    **\(word)**\n\n    - \(Self.other)\n"
        #expect(try tree(markdown, locale) == "  any-of 1\n    statement 70-346\n    statement 70-347\n")
    }

    @Test(arguments: [
        "- \(exam)\n- **OR**\n- \(other)\n",
        "- \(exam)\n\n  **OR**\n\n- \(other)\n",
        "- \(exam)\n\n**OR**\n\n- \(other)\n",
        "- \(exam)  \n  **OR**\n- \(other)\n",
    ])
    func orStandsInManyPlaces(markdown: String) throws {
        #expect(try tree(markdown) == "  any-of\n    statement 70-346\n    statement 70-347\n")
    }

    @Test func orBindsWeakerThanAnd() throws {
        let markdown = "- **2** people:\n\n  - \(Self.exam)\n  - \(Self.other)\n\n  **AND**\n\n  - [MCSA](/a)\n\n  **OR**\n\n  - [MCSE](/b)\n"
        #expect(
            try tree(markdown)
                == "  any-of 2\n    all-of\n      all-of\n        statement 70-346\n        statement 70-347\n      statement MCSA\n    statement MCSE\n")
    }

    @Test(arguments: [
        ("en-US", "**2** people pass one of the following exams:"), ("de-DE", "**2** Personen bestehen eine der folgenden Prüfungen:"),
        ("zh-TW", "**2** 個人員必須通過下列其中一項測驗："), ("ru-RU", "**2** сотрудника должны сдать один из следующих экзаменов:"),
        ("de-DE", "**2** people pass one of the following exams:"),
    ])
    func labelSaysThatOneIsEnough(locale: String, label: String) throws {
        #expect(try tree("- \(label)\n  - \(Self.exam)\n  - \(Self.other)\n", locale) == "  any-of 2\n    statement 70-346\n    statement 70-347\n")
    }

    @Test(arguments: [
        "- **Developed markets**\n    - Partners must have 2,000 users.\n", "- **Developed markets**: Partners must have 2,000 users.\n",
        "- **Developed markets:** Partners must have 2,000 users.\n", "- **Developed markets**：Partners must have 2,000 users.\n",
    ])
    func labelsNestedAndFoldedAreTheSame(markdown: String) throws {
        #expect(try tree(markdown) == "  all-of\n    statement 2000\n")
    }

    @Test(arguments: [
        ("en-US", "Note: Trials"), ("de-DE", "Hinweis: Tests"), ("zh-CN", "注意：试用"), ("ja-JP", "注: 試用"), ("ru-RU", "Примечание. Пробные"),
        ("ja-JP", "Note: Trials"), ("en-US", "**Note:** Trials"),
    ])
    func notesAreNotes(locale: String, note: String) throws {
        #expect(try tree("- \(Self.exam)\n- \(note) 5.\n", locale).hasSuffix("  note 5\n"))
    }

    @Test func listsWithoutDemandsAreNone() throws {
        let lists = ["- apples\n- pears\n", "1. Open the page.\n2. Wait 30 seconds.\n", "- Version 10\n- See [this](a.md)\n", "- \n-\n", "1. **OR**\n"]
        for list in lists { #expect(try tree(list).isEmpty, "\(list)") }
    }

    @Test func codesAreExamsAndCertifications() throws {
        let markdown = "- \(Self.exam): Windows Server 2016\n- [PSM I](/x) assessment\n- Exam [MB6-890](/y)\n- [FAQ and more](/z)\n"
        #expect(try tree(markdown) == "  statement 70-346\n  statement PSM I\n  statement MB6-890\n  statement\n")
    }

    @Test func sectionsAreKeyedByAnchors() throws {
        let sections = try PageFixture.sections("# Title\n## <a name=\"opt\"></a>Option\n### Gold level\n- \(Self.exam)\n## Other\n- **2** exams\n")
        #expect(sections.map { ($0.path + [$0.anchor]).joined(separator: "/") } == ["title/opt/gold-level", "title/other"])
        #expect(sections.map(\.level) == ["gold", nil])
        #expect(sections.first?.headings.map(\.text) == ["Gold level"])
    }

    @Test func idsDoNotDependOnNeighbours() throws {
        let one = try PageFixture.sections("- \(Self.exam)\n- You must have 20 users.\n").nodes.map(\.id)
        let two = try PageFixture.sections("- \(Self.other)\n- You must have 30 users.\n- \(Self.exam)\n- You must have 20 users.\n").nodes.map(\.id)
        #expect(one == ["70-346", "20"])
        #expect(two == ["70-347", "30", "70-346", "20"])
    }
}

import LocalizationModel
import Testing

/// The words that hang from a requirement: how they stand to their source, and what the source's vocabulary reads in them.
@Suite struct WordingTests {
    private func first(_ markdown: String, _ locale: String) throws -> RequirementNode { try #require(try PageFixture.sections(markdown, locale).nodes.first) }

    @Test(arguments: ["de-DE", "ru-RU", "ja-JP", "zh-CN", "zh-TW"]) func untranslatedTextIsReadInTheSourcesLanguage(locale: String) throws {
        let label = "At least three employees in developed markets must pass one of the following exams:"
        let node = try first("- \(label)\n  - [70-101](/a)\n  - [70-102](/b)\n", locale)
        #expect(node.kind == .anyOf && node.facts.scope == "developedMarkets" && node.facts.quantities.map(\.value) == [3])
        #expect(node.wordings.first?.state == .untranslated)
        let money = try PageFixture.facts("You must earn at least US$15,000 in revenue per year until September 30, 2017.", locale)
        #expect(FactText.text(money) == "statement, atLeast 15000 USD perYear, 2017-09-30")
    }

    @Test(arguments: [
        ("de-DE", "Sie müssen **3** Prüfungen bestehen."), ("ru-RU", "Сотрудники должны сдать **3** экзамена."), ("ja-JP", "**3** つの試験に合格する必要があります。"),
        ("zh-CN", "员工必须通过 **3** 门考试。"), ("zh-TW", "員工必須通過 **3** 項測驗。"),
    ])
    func statesAreTold(locale: String, own: String) throws {
        let english = "Your employees must keep their certificates for two years."
        func state(_ text: String) throws -> TranslationUnit.State? { try first("- \(text)\n", locale).wordings.first?.state }
        #expect(try state(own) == .translated)
        #expect(try state("You must pass **3** exams before your company can join the program.") == .untranslated)
        #expect(try state("\(own) \(english)") == .partial)
    }

    @Test func theSourceHasNoState() throws {
        let node = try first("- You must pass **3** exams.\n", "en-US")
        #expect(node.wordings.map(\.state) == [nil])
    }

    @Test func spansAreBytesOfTheFile() throws {
        let markdown = "\u{FEFF}---\ntitle: Ä\n---\n# Ö\n\n1. **2** Prüfungen müssen bestanden\n   werden:\n\n   - [70-101](/a): Für **3** Personen\n"
        let bytes = Array(markdown.utf8)
        let words = try PageFixture.sections(bytes, "de-DE").nodes.flatMap(\.wordings)
        #expect(words.map(\.line) == [6, 9])
        #expect(words.map(\.text) == ["**2** Prüfungen müssen bestanden werden:", "[70-101](/a): Für **3** Personen"])
        let spans = words.compactMap(\.span).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(spans == ["**2** Prüfungen müssen bestanden\n   werden:", "[70-101](/a): Für **3** Personen"])
    }
}

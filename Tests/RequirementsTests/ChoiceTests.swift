import LocalizationModel
import Testing

/// How many members of a list must hold: k of n, and what makes it no choice.
@Suite struct ChoiceTests {
    private func group(_ label: String, _ locale: String, members: Int) throws -> RequirementFacts {
        let exams = (1...members).map { "  - [70-10\($0)](/\($0))\n" }.joined()
        let node = try #require(try PageFixture.sections("- \(label)\n\(exams)", locale).first?.requirements.first)
        #expect(node.children.count == members)
        return node.facts
    }

    static let labels = [
        ("en-US", "Pass two of the following exams:"), ("en-US", "Pass 2 of the following exams:"), ("de-DE", "Bestehen Sie zwei der folgenden Prüfungen:"),
        ("ru-RU", "Сдайте два из следующих экзаменов:"), ("ja-JP", "次のうち 2 つの試験に合格する必要があります。"), ("zh-CN", "必须通过以下考试中的两项："),
        ("zh-TW", "必須通過下列測驗中的兩項："), ("de-DE", "Your employees must pass 2 of the following exams:"),
    ]

    @Test(arguments: labels) func twoOfThreeIsAChoice(locale: String, label: String) throws {
        let facts = try group(label, locale, members: 3)
        #expect(facts.kind == .someOf && facts.choose == 2 && !facts.isKindImplied)
    }

    @Test(arguments: labels) func twoOfTwoIsNone(locale: String, label: String) throws {
        let facts = try group(label, locale, members: 2)
        #expect(facts.kind == .allOf && facts.choose == nil && facts.isKindImplied)
    }

    @Test func notesAreNotCounted() throws {
        let exams = "  - [70-101](/1)\n  - [70-102](/2)\n  - Note: Both are retired.\n"
        #expect(try PageFixture.sections("- Pass two of the following exams:\n" + exams).nodes.first?.kind == .allOf)
    }

    @Test func peopleAreNotChosen() throws {
        let facts = try group("**3** people pass two of the following exams:", "en-US", members: 3)
        #expect(FactText.text(facts) == "2-of, 3 person")
        #expect(try group("2 people pass the following exams:", "en-US", members: 3).kind == .allOf)
    }

    @Test func theRowNamesTheNumber() throws {
        let exams = "\n  - [70-101](/1)\n  - [70-102](/2)\n  - [70-103](/3)\n"
        let rows = try Witnesses.rows(
            [
                ("en-US", "- Pass two of the following exams:" + exams), ("de-DE", "- Bestehen Sie zwei der folgenden Prüfungen:" + exams),
                ("ru-RU", "- Сдайте все следующие экзамены:" + exams), ("zh-TW", "- 必須通過這些測驗：" + exams),
            ], hasSource: true)
        let row = try #require(rows.first { $0.aspect == .choice })
        #expect(row.values == ["2-of"])
        #expect(row.cells.map(\.standing) == [.agrees, .agrees, .disagrees, .open])
    }
}

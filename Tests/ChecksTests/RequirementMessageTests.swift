import LocalizationModel
import Testing

/// What the rules about requirements say, word by word, and where.
@Suite("Messages about requirements") struct RequirementMessageTests {
    private static let head = "# Gold\n\n- [70-101](https://example.org/70-101)\n"

    private func findings(_ items: [(String, String)], rule: String = "requirement-disagreement") throws -> [Finding] {
        try Groups.findings(items.map { ($0.0, Self.head + $0.1 + "\n- [70-109](https://example.org/70-109)\n") }).filter { $0.rule == rule }
    }

    /// The only finding: on the page in zh-CN, on line 4 as in the source.
    private func only(_ items: [(String, String)]) throws -> Finding {
        let found = try findings(items)
        #expect(found.count == 1 && found.first?.locale.description == "zh-CN", "\(found.map(\.message))")
        let finding = try #require(found.first)
        #expect(finding.severity == .error)
        return finding
    }

    private func expect(_ items: [(String, String)], _ message: String, _ expected: String, _ found: String) throws {
        let finding = try only(items)
        #expect(finding.message == message)
        #expect(finding.evidence?.expected == expected && finding.evidence?.found == found)
        #expect(finding.target?.line == 4 && finding.source?.line == 4)
        #expect(finding.target.map { items[2].1.hasSuffix($0.text) } == true && finding.source.map { items[0].1.hasSuffix($0.text) } == true)
    }

    @Test func quantity() throws {
        try expect(
            [("en-US", "- You must have 2,000 users."), ("de-DE", "- Sie müssen 2.000 Benutzer haben."), ("zh-CN", "- 必须有 1,000 个用户。")],
            "Quantity 1000 here, 2000 in de-DE and the source (section 'gold')", "2000", "1000")
    }

    @Test func money() throws {
        try expect(
            [("en-US", "- You must earn US$15,000."), ("de-DE", "- Sie müssen 15.000 US-Dollar erzielen."), ("zh-CN", "- 收入必须为 15,000 欧元。")],
            "Amount 15000 EUR here, 15000 USD in de-DE and the source (section 'gold')", "15000 USD", "15000 EUR")
    }

    @Test func date() throws {
        try expect(
            [
                ("en-US", "- You must pass by September 30, 2017."), ("de-DE", "- Sie müssen bis 30. September 2017 bestehen."),
                ("zh-CN", "- 必须在 2017 年 9 月 3 日前通过。"),
            ], "Date 2017-09-03 here, 2017-09-30 in de-DE and the source (section 'gold')", "2017-09-30", "2017-09-03")
    }

    @Test func exam() throws {
        try expect(
            [("en-US", "- [70-102](https://example.org/b)"), ("de-DE", "- [70-102](https://example.org/b)"), ("zh-CN", "- [70-192](https://example.org/b)")],
            "Exam 70-192 here, 70-102 in de-DE and the source (section 'gold')", "70-102", "70-192")
    }

    @Test func certification() throws {
        try expect(
            [("en-US", "- [MCSA](https://example.org/b)"), ("de-DE", "- [MCSA](https://example.org/b)"), ("zh-CN", "- [MCSE](https://example.org/b)")],
            "Certification MCSE here, MCSA in de-DE and the source (section 'gold')", "MCSA", "MCSE")
    }

    @Test func link() throws {
        try expect(
            [("en-US", "- [70-102](https://example.org/b)"), ("de-DE", "- [70-102](https://example.org/b)"), ("zh-CN", "- [70-102](https://example.org/x)")],
            "Link example.org/x here, example.org/b in de-DE and the source (section 'gold')", "example.org/b", "example.org/x")
    }

    @Test func choice() throws {
        let exams = "\n  - [70-102](https://example.org/b)\n  - [70-103](https://example.org/c)"
        let finding = try only([
            ("en-US", "- Pass one of the following exams:" + exams), ("de-DE", "- Bestehen Sie eine der folgenden Prüfungen:" + exams),
            ("zh-CN", "- 必须通过以下所有考试：" + exams),
        ])
        #expect(finding.message == "Asks for all here, one in de-DE and the source (section 'gold')")
        #expect(finding.evidence?.expected == "one of the list" && finding.evidence?.found == "all of the list")
        #expect(finding.target?.line == 4 && finding.target?.text == "必须通过以下所有考试：" && finding.source?.text == "Pass one of the following exams:")
    }

    @Test func choiceOfSome() throws {
        let exams = "\n  - [70-102](https://example.org/b)\n  - [70-103](https://example.org/c)\n  - [70-104](https://example.org/d)"
        let finding = try only([
            ("en-US", "- Pass two of the following exams:" + exams), ("de-DE", "- Bestehen Sie zwei der folgenden Prüfungen:" + exams),
            ("zh-CN", "- 必须通过两项，即以下所有考试：" + exams),
        ])
        #expect(finding.message == "Asks for all here, 2 in de-DE and the source (section 'gold')")
        #expect(finding.evidence?.expected == "2 of the list" && finding.evidence?.found == "all of the list")
    }

    @Test func connector() throws {
        func list(_ word: String) -> String { "\n**\(word)**\n\n- [70-102](https://example.org/b)" }
        let finding = try only([("en-US", list("OR")), ("de-DE", list("ODER")), ("zh-CN", list("和"))])
        #expect(finding.message == "Joined to the requirement before by 'and' here, 'or' in de-DE and the source (section 'gold')")
        #expect(finding.evidence?.expected == "or" && finding.evidence?.found == "and")
        #expect(finding.target?.line == 5 && finding.target?.text == "**和**")
        #expect(finding.source?.line == 5 && finding.source?.text == "**OR**")
    }

    @Test func lackingAndAdded() throws {
        let pages = [("en-US", "- [70-102](https://example.org/b)"), ("de-DE", "- [70-102](https://example.org/b)"), ("zh-CN", "")]
        let lacking = try only(pages)
        #expect(lacking.message == "Lacks the requirement '70-102' of de-DE and the source (section 'gold')")
        #expect(lacking.target == nil && lacking.source?.line == 4)
        #expect(lacking.evidence?.expected == "present" && lacking.evidence?.found == "absent")
        let added = try only([("en-US", ""), ("de-DE", ""), ("zh-CN", "- [70-102](https://example.org/b)")])
        #expect(added.message == "Has the requirement '70-102', which de-DE and the source lack (section 'gold')")
        #expect(added.target?.line == 4 && added.source == nil)
    }

    @Test func everyValueIsNamedWithThoseWhoStateIt() throws {
        let found = try findings([
            ("de-DE", "- Sie müssen 2.000 Benutzer haben."), ("ja-JP", "- 3,000 ユーザーが必要です。"), ("ru-RU", "- Требуется 2 000 пользователей."),
            ("zh-CN", "- 必须有 1,000 个用户。"), ("zh-TW", "- 必須有 2,000 個使用者。"),
        ])
        #expect(
            found.map { "\($0.locale): \($0.message)" } == [
                "ja-JP: Quantity 3000 here, 2000 in de-DE, ru-RU and zh-TW, 1000 in zh-CN (section 'gold')",
                "zh-CN: Quantity 1000 here, 2000 in de-DE, ru-RU and zh-TW, 3000 in ja-JP (section 'gold')",
            ])
        #expect(found.allSatisfy { $0.source == nil })
    }

    @Test func older() throws {
        func page(_ commit: String, _ date: String, _ item: String) -> String {
            "---\nms.sourcegitcommit: \(commit)\nms.lasthandoff: \(date)\n---\n\(Self.head)- \(item)\n"
        }
        let found = try Groups.findings([
            ("de-DE", page("11111111aaaa", "07/01/2020", "Sie müssen 1.000 Benutzer haben.")),
            ("ja-JP", page("22222222bbbb", "03/01/2021", "2,000 ユーザーが必要です。")),
            ("zh-TW", page("22222222bbbb", "03/01/2021", "必須有 2,000 個使用者。")),
        ]).filter { $0.rule == "stale-requirement" || $0.rule == "requirement-disagreement" }
        #expect(found.map(\.rule) == ["stale-requirement"])
        let finding = try #require(found.first)
        #expect(finding.message == "Quantity 1000 here, 2000 in ja-JP and zh-TW (section 'gold'); it follows commit 11111111 of 2020-07-01")
        #expect(finding.locale.description == "de-DE" && finding.severity == .warning)
        #expect(finding.target?.line == 8 && finding.target?.text == "Sie müssen 1.000 Benutzer haben.")
        #expect(finding.evidence?.expected == "2000" && finding.evidence?.found == "1000")
    }
}

import LocalizationModel
import Testing

/// Every aspect of facts has its row, and a row names the language that states something else.
@Suite struct AspectTests {
    /// The faults of three pages with one item that differs in the third.
    private func faults(_ english: String, _ german: String, _ chinese: String) throws -> [String] {
        func page(_ item: String) -> String { "- [70-101](/a)\n- \(item)\n- [70-103](/c)\n" }
        return Witnesses.faults(try Witnesses.rows([("en-US", page(english)), ("de-DE", page(german)), ("zh-CN", page(chinese))], hasSource: true))
    }

    @Test func quantities() throws {
        let found = try faults("You must have 2,000 users.", "Sie müssen 2.000 Benutzer haben.", "必须有 1,000 个用户。")
        #expect(found == ["quantity [2000]: zh-CN [1000] disagrees"])
    }

    @Test func quantitiesTakenFromAmongOthers() throws {
        let found = try faults(
            "**1** of the same 2 individuals must pass.", "**1** derselben 2 Personen muss bestehen.", "相同的 3 名员工中的 **1** 名必须通过。")
        #expect(found == ["quantity [1 2]: zh-CN [1 3] disagrees"])
    }

    @Test func money() throws {
        let found = try faults("You must earn US$15,000.", "Sie müssen 15.000 US-Dollar erzielen.", "收入必须为 15,000 欧元。")
        #expect(found == ["money [15000 USD]: zh-CN [15000 EUR] disagrees"])
    }

    @Test func dates() throws {
        let found = try faults("[70-102](/b) until September 30, 2017", "[70-102](/b) bis 30. September 2017", "[70-102](/b) 至 2017 年 9 月 3 日")
        #expect(found == ["date [2017-09-30]: zh-CN [2017-09-03] disagrees"])
    }

    @Test func exams() throws {
        let found = try faults("[70-102](/b)", "[70-102](/b)", "[70-192](/b)")
        #expect(found == ["exam [70-102]: zh-CN [70-192] disagrees"])
    }

    @Test func certifications() throws {
        let found = try faults("[MCSA](/b)", "[MCSA](/b)", "[MCSE](/b)")
        #expect(found == ["certification [MCSA]: zh-CN [MCSE] disagrees"])
    }

    @Test func links() throws {
        let host = "https://example.org"
        let found = try faults("[70-102](\(host)/en-us/b/)", "[70-102](http://example.org/de-de/b)", "[70-102](\(host)/zh-cn/x)")
        #expect(found == ["link [example.org/b]: zh-CN [example.org/x] disagrees"])
    }

    @Test func choices() throws {
        let exams = "\n  - [70-111](/1)\n  - [70-112](/2)"
        let found = try faults(
            "Pass one of the following exams:" + exams, "Bestehen Sie eine der folgenden Prüfungen:" + exams, "必须通过以下所有考试：" + exams)
        #expect(found == ["choice [any-of]: zh-CN [all-of] disagrees"])
    }

    /// A kind that only others state, and a number that others are sure of, is no disagreement.
    @Test func whatALanguageLeavesOpenIsNone() throws {
        let exams = "\n  - [70-111](/1)\n  - [70-112](/2)"
        #expect(try faults("Pass one of the following exams:" + exams, "Bestehen Sie eine der folgenden Prüfungen:" + exams, "考试：" + exams).isEmpty)
        #expect(try faults("You must have 365 seats.", "Sie müssen 365 Arbeitsplätze haben.", "Office 365 必须。").isEmpty)
    }

    @Test func translatedFocusAreasAreNone() throws {
        #expect(try faults("**Deployment** focus area", "**Bereitstellung** Schwerpunktbereich", "**部署** 重点领域").isEmpty)
    }
}

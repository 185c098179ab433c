import LocalizationModel
import Testing

/// One tree out of several languages, with what each of them states.
@Suite struct RequirementMergerTests {
    private func list(_ items: [String]) -> String { "## <a name=\"gold\"></a>Gold\n\n" + items.map { "- \($0)\n" }.joined() }
    private func exam(_ code: String) -> String { "[Exam \(code)](https://example.com/en-us/\(code))" }

    private func merge(_ a: [String], _ b: [String]) throws -> [RequirementNode] {
        try PageFixture.merged([("en-US", list(a)), ("de-DE", list(b))]).nodes
    }

    private func locales(_ nodes: [RequirementNode]) -> [String] {
        nodes.map { $0.facts.codes.joined() + ":" + $0.readings.map { String($0.locale.language) }.joined(separator: "+") }
    }

    @Test func missingItemsKeepTheWordsOfTheOthers() throws {
        let nodes = try merge([exam("70-1001"), exam("70-1002"), exam("70-1003")], [exam("70-1001"), exam("70-1003"), exam("70-1004")])
        #expect(locales(nodes) == ["70-1001:en+de", "70-1002:en", "70-1003:en+de", "70-1004:de"])
    }

    @Test func changedFactsStandBesideEachOther() throws {
        let nodes = try merge([exam("70-1001"), exam("70-1002"), exam("70-1003")], [exam("70-1001"), exam("70-9999"), exam("70-1003")])
        #expect(locales(nodes) == ["70-1001:en+de", "70-1002:en+de", "70-1003:en+de"])
        #expect(nodes[1].readings.map(\.facts.codes) == [["70-1002"], ["70-9999"]])
    }

    @Test func itemsThatChangedPlacesAreTheSame() throws {
        let nodes = try merge([exam("70-1001"), exam("70-1002")], [exam("70-1002"), exam("70-1001")])
        #expect(nodes.count == 2 && nodes.allSatisfy { Set($0.readings.map(\.facts.codes)).count == 1 && $0.readings.count == 2 })
    }

    @Test func numbersBehindNamesCountWhereAnotherLanguageIsSure() throws {
        let nodes = try merge(["**2** people. Deploy 250 seats of Office 365."], ["**2** Personen. Mindestens 250 Arbeitsplätze mit Office 365."])
        #expect(nodes.map { $0.readings.map { $0.facts.quantities.map(\.value) } } == [[[2, 250], [2, 250]]])
    }

    @Test func statedKindsCountWhereAnotherLanguageImplies() throws {
        let children = "\n  - \(exam("70-1001"))\n  - \(exam("70-1002"))"
        let nodes = try merge(["**2** people pass:" + children], ["**2** Personen bestehen eine der folgenden Prüfungen:" + children])
        #expect(nodes.first?.readings.map(\.facts.kind) == [.anyOf, .anyOf])
        let stated = try merge(["**2** people pass all of the following:" + children], ["**2** Personen bestehen eine der folgenden Prüfungen:" + children])
        #expect(stated.first?.readings.map(\.facts.kind) == [.allOf, .anyOf])
    }

    @Test func orAndAndKeepTheShape() throws {
        let nodes = try PageFixture.merged([
            ("en-US", "- **1** person\n\n  - \(exam("70-1001"))\n  - \(exam("70-1002"))\n\n  **OR**\n\n  - [MCSA](/a)\n"),
            ("zh-CN", "- **1** 名员工\n\n  - \(exam("70-1001"))\n  - \(exam("70-1002"))\n\n  **和**\n\n  - [MCSA](/a)\n"),
        ]).nodes
        #expect(nodes.allSatisfy { $0.readings.count == 2 })
        #expect(nodes.first?.readings.map(\.facts.kind) == [.anyOf, .allOf])
    }

    @Test func statementsWithoutTheirLabelStillMeet() throws {
        let nodes = try merge(["**Developed markets**\n  - You must have 2,000 users."], ["Sie müssen 2.000 Benutzer haben."])
        #expect(nodes.map(\.readings.count) == [1, 2])
    }

    @Test func sectionsMeetByAnchorElseByLevel() throws {
        let english = "# A\n## Silver\n- \(exam("70-1001"))\n## Gold\n- \(exam("70-1002"))\n"
        let anchored = "# <a name=\"a\"></a>B\n## <a name=\"gold\"></a>Gold\n- \(exam("70-1002"))\n## <a name=\"silver-1\"></a>Silber\n- \(exam("70-1001"))\n"
        let plain = "# B\n## Stufe Silber\n- \(exam("70-1001"))\n## Stufe Gold\n- \(exam("70-1002"))\n"
        for german in [anchored, plain] {
            let sections = try PageFixture.merged([("en-US", english), ("de-DE", german)])
            #expect(sections.map(\.anchor) == ["silver", "gold"])
            #expect(sections.nodes.allSatisfy { $0.readings.count == 2 })
        }
    }

    @Test func nothingMergesToNothing() throws {
        #expect(try PageFixture.merged([]).isEmpty)
        #expect(try PageFixture.merged([("en-US", ""), ("de-DE", "")]).isEmpty)
    }
}

import LocalizationModel
import Testing

/// What requirements are about: exams, certifications, focus areas; codes that one language misspells.
@Suite struct SubjectTests {
    private func subjects(_ text: String, _ locale: String = "en-US") throws -> [String] {
        try PageFixture.facts(text, locale).subjects.map { "\($0.kind.rawValue) \($0.name)" }
    }

    @Test func codesAreExams() throws {
        let text = "[70-346](/a), [mb6-890](/b) and [AZ-900](/c), not 5-12 or A-1"
        #expect(try subjects(text) == ["exam 70-346", "exam AZ-900", "exam MB6-890"])
    }

    @Test func capitalsInLinksAreCertifications() throws {
        #expect(
            try subjects("[MCSA: Office](/a), [PSM I](/b), [MCSE：云](/c) and [FAQ page](/d)") == [
                "certification MCSA", "certification MCSE", "certification PSM I",
            ])
        #expect(try subjects("MCSA without a link").isEmpty)
    }

    @Test(arguments: [
        ("en-US", "**Deployment** focus area", "Deployment"), ("de-DE", "**Bereitstellung** Schwerpunktbereich", "Bereitstellung"),
        ("ru-RU", "**Развёртывание** (специализация)", "Развёртывание"), ("ja-JP", "**展開** 重点分野", "展開"), ("zh-CN", "**部署** 重点领域", "部署"),
        ("zh-TW", "**部署** 焦點領域", "部署"),
    ])
    func labelsNameFocusAreas(locale: String, text: String, name: String) throws {
        #expect(try subjects(text, locale) == ["focus-area \(name)"])
    }

    @Test func aSentenceAboutAFocusAreaIsNoLabel() throws {
        #expect(try subjects("**Deployment** is what you have to show in the focus area that you chose when you enrolled your company.").isEmpty)
    }

    /// What one language writes in place of a code stands for that code: no missing exam, no strange quantities.
    @Test(arguments: [
        ("70-532", "70 532"), ("70-532", "70\u{A0}532"), ("70-532", "70–532"), ("70-532", "70532"), ("MB6-890", "MB6 890"), ("MB6-890", "MB6890"),
    ])
    func misspelledCodesAreOneFault(code: String, written: String) throws {
        let pages = ["en-US", "de-DE", "ru-RU", "ja-JP", "zh-CN", "zh-TW"].map { locale in
            (locale, "- [70-101](/en-us/a)\n- [\(locale == "zh-CN" ? written : code)](/en-us/b)\n")
        }
        let merged = try PageFixture.merged(pages)
        #expect(merged.leaves.count == 2)
        let odd = try #require(merged.leaves.last?.facts(in: try PageFixture.tag("zh-CN")))
        #expect(odd.subjects == [.init(.exam, written.uppercased())])
        #expect(odd.quantities.isEmpty && odd.uncertain.isEmpty)
        let rows = try Witnesses.rows(merged, pages.map(\.0))
        #expect(
            rows.filter { !$0.oddOnes.isEmpty }.map { "\($0.aspect.rawValue) \($0.values) \($0.oddOnes.map(\.values))" } == [
                "exam [\"\(code)\"] [[\"\(written.uppercased())\"]]"
            ])
    }

    @Test func aCodeThatIsRightBesideAWrongOneStaysRight() throws {
        let merged = try PageFixture.merged([("en-US", "- [70-346](/a) and [70-347](/b)\n"), ("de-DE", "- [70-346](/a) und [70 347](/b)\n")])
        #expect(merged.leaves.first?.readings.map(\.facts.codes) == [["70-346", "70-347"], ["70 347", "70-346"]])
    }
}

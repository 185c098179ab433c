import FileSystem
import LocalizationModel
import Testing

/// The seeds and the demonstration content: the same tree from every language.
@Suite struct SeedTests {
    static func bytes(_ path: String) -> [UInt8]? { try? FileSystem.read(path) }

    static func seed(_ locale: String) throws -> [RequirementSection]? {
        guard let bytes = bytes("\(PageFixture.shared)/seeds/content/\(locale)/competencies/cloud-productivity.md") else { return nil }
        return try PageFixture.sections(bytes, locale)
    }

    static func content(_ page: String) throws -> [(String, [RequirementSection])] {
        try ["en-US", "de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"].compactMap { locale in
            guard let bytes = bytes("\(PageFixture.root)/content/\(locale)/competencies/\(page).md") else { return nil }
            return (locale, try PageFixture.sections(bytes, locale))
        }
    }

    @Test(
        .enabled(if: bytes("\(PageFixture.shared)/seeds/content/de-DE/competencies/cloud-productivity.md") != nil, "needs ../shared"),
        arguments: ["de-DE", "ja-JP", "ru-RU", "zh-TW"])
    func seedHasThisTree(locale: String) throws {
        let sections = try #require(try Self.seed(locale))
        let associations = "<partner.microsoft.com/membership/digital-partner-of-record>"
        func exams(_ count: Int) -> String {
            """
              any-of \(count)
                all-of \(count)
                  statement 70-346 <www.microsoft.com/learning/exam-70-346.aspx>
                  statement 70-347 <www.microsoft.com/learning/exam-70-347.aspx>
                all-of \(count)
                  statement MCSA <www.microsoft.com/learning/mcsa-office365-certification.aspx>

            """
        }
        let rest = "    statement\n    note\n    statement\n    statement \(associations)\n"
        let path = "# cloud-productivity-competency > managed-service-partner-option > "
        #expect(
            TreeText.text(sections) == path + "silver [silver]\n  all-of\n    all-of\n      statement 2000\n    all-of\n      statement 1000\n"
                + rest + exams(1) + path + "gold [gold]\n  all-of\n    statement 4000\n" + rest + exams(2))
    }

    @Test(.enabled(if: bytes("\(PageFixture.shared)/seeds/content/de-DE/competencies/cloud-productivity.md") != nil, "needs ../shared"))
    func seedsMergeWithoutDisagreement() throws {
        let locales = ["de-DE", "ja-JP", "ru-RU", "zh-TW"]
        let merged = try PageFixture.merge(try locales.map { ($0, try #require(try Self.seed($0))) })
        #expect(merged.nodes.allSatisfy { Set($0.facts.map(\.locale.description)) == Set(locales) })
        #expect(merged.nodes.allSatisfy { $0.wordings.count == 4 })
        #expect(try #require(try Self.seed("zh-CN")).isEmpty, "the page is withdrawn")
        for section in merged {
            let ids = section.requirements.flatMap(\.all).map(\.id)
            #expect(Set(ids).count == ids.count)
        }
    }

    /// Page and the disagreements planted in it (content/README.md): the id's last part, the locale, what it states.
    @Test(arguments: [
        ("application-development", ["70-486 de-DE statement 70-486 <www.microsoft.com/learning/exam-70-487.aspx>", "statement ru-RU only"]),
        ("communications", ["2-of-70-333 zh-CN all-of 2"]),
        ("data-analytics", []),
        ("datacenter", ["70-532 zh-CN statement 70 532 <www.microsoft.com/learning/exam-70-532.aspx>"]),
        ("devops", ["4-of-70-496 ru-RU all-of 3", "csm zh-TW missing"]),
        ("cloud-productivity", []),
    ])
    func contentDisagreesOnlyWhereFaultsWerePlanted(page: String, faults: [String]) throws {
        let pages = try Self.content(page).filter { !$0.1.isEmpty }
        #expect(pages.count >= 4)
        #expect(Self.disagreements(try PageFixture.merge(pages), pages.map(\.0)) == faults)
    }

    static func disagreements(_ merged: [RequirementSection], _ locales: [String]) -> [String] {
        merged.nodes.flatMap { node -> [String] in
            let name = String(node.id.split(separator: "/").last ?? "")
            let present = Set(node.facts.map(\.locale.description))
            if present.count == 1, let only = present.first { return ["\(name) \(only) only"] }
            let missing = locales.filter { !present.contains($0) }.map { "\(name) \($0) missing" }
            return missing + node.facts.filter { !TreeText.agrees(node, $0) }.map { "\(name) \($0.locale) \(TreeText.facts($0))" }
        }
    }

    @Test func listsThatDemandNothingStayLists() throws {
        for page in ["how-to/associate-accounts", "how-to/submit-customer-references", "membership/overview", "membership/whats-new", "index"] {
            for locale in ["en-US", "de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"] {
                guard let bytes = Self.bytes("\(PageFixture.root)/content/\(locale)/\(page).md") else { continue }
                #expect(try PageFixture.sections(bytes, locale).isEmpty, "\(locale)/\(page)")
            }
        }
    }
}

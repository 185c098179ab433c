import FileSystem
import LocalizationModel
import TestSupport
import Testing

/// The seeds and the demonstration content: the same tree from every language.
@Suite struct SeedTests {
    static func bytes(_ path: String) -> [UInt8]? { try? FileSystem.read(path) }

    static func seed(_ locale: String) throws -> [RequirementSection]? {
        guard let shared = Repository.shared, let bytes = bytes("\(shared)/seeds/content/\(locale)/competencies/cloud-productivity.md") else { return nil }
        return try PageFixture.sections(bytes, locale)
    }

    static func content(_ page: String) throws -> [(String, [RequirementSection])] {
        try ["en-US", "de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"].compactMap { locale in
            guard let bytes = bytes("\(Repository.content)/\(locale)/competencies/\(page).md") else { return nil }
            return (locale, try PageFixture.sections(bytes, locale))
        }
    }

    @Test(
        .enabled(if: Repository.shared != nil, "needs the shared seeds"),
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

    @Test(.enabled(if: Repository.shared != nil, "needs the shared seeds"))
    func seedsMergeWithoutDisagreement() throws {
        let locales = ["de-DE", "ja-JP", "ru-RU", "zh-TW"]
        let merged = try PageFixture.merge(try locales.map { ($0, try #require(try Self.seed($0))) })
        #expect(merged.nodes.allSatisfy { Set($0.readings.map(\.locale.description)) == Set(locales) })
        #expect(merged.nodes.allSatisfy { $0.wordings.count == 4 })
        #expect(try #require(try Self.seed("zh-CN")).isEmpty, "the page is withdrawn")
        for section in merged {
            let ids = section.requirements.flatMap(\.all).map(\.id)
            #expect(Set(ids).count == ids.count)
        }
    }

    /// Page and the disagreements planted in it (content/README.md): the id's last part, the locale, what it states.
    @Test(arguments: [
        (
            "application-development",
            ["70-486 de-DE statement, exam 70-486, product ASP.NET MVC, <www.microsoft.com/learning/exam-70-487.aspx>", "statement ru-RU only"]
        ),
        ("communications", ["2-of-70-333 zh-CN all-of, 2 person"]),
        ("data-analytics", []),
        ("datacenter", ["70-532 zh-CN statement, exam 70 532, product Microsoft Azure, <www.microsoft.com/learning/exam-70-532.aspx>"]),
        ("devops", ["4-of-70-496 ru-RU all-of, 3 person", "csm zh-TW missing"]),
        ("cloud-productivity", []),
    ])
    func contentDisagreesOnlyWhereFaultsWerePlanted(page: String, faults: [String]) throws {
        let pages = try Self.content(page).filter { !$0.1.isEmpty }
        #expect(pages.count >= 4)
        let found = Self.disagreements(try PageFixture.merge(pages), pages.map(\.0))
        #expect(found == faults)
    }

    static func disagreements(_ merged: [RequirementSection], _ locales: [String]) -> [String] {
        merged.nodes.flatMap { node -> [String] in
            let name = String(node.id.split(separator: "/").last ?? "")
            let present = Set(node.readings.map(\.locale.description))
            if present.count == 1, let only = present.first { return ["\(name) \(only) only"] }
            let missing = locales.filter { !present.contains($0) }.map { "\(name) \($0) missing" }
            return missing
                + node.readings.filter { FactText.comparable($0.facts) != FactText.comparable(node.facts) }
                .map { "\(name) \($0.locale) \(FactText.comparable($0.facts))" }
        }
    }

    @Test func listsThatDemandNothingStayLists() throws {
        for page in ["how-to/associate-accounts", "how-to/submit-customer-references", "membership/overview", "membership/whats-new", "index"] {
            for locale in ["en-US", "de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"] {
                guard let bytes = Self.bytes("\(Repository.content)/\(locale)/\(page).md") else { continue }
                #expect(try PageFixture.sections(bytes, locale).isEmpty, "\(locale)/\(page)")
            }
        }
    }
}

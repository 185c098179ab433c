import LocalizationModel
import Requirements
import TestSupport
import Testing

/// What holds for every group of pages: no order of them changes a fact, and no page makes the reader trap.
@Suite struct MergingLawTests {
    static let pages = ["application-development", "cloud-productivity", "communications", "data-analytics", "datacenter", "devops"]

    /// Each leaf's facts by language, as text: neither ids nor anchors, which the first page names.
    private func leaves(_ sections: [RequirementSection]) -> [String] {
        sections.leaves.map { leaf in
            leaf.readings.sorted { $0.locale < $1.locale }.map { "\($0.locale) \(FactText.comparable($0.facts))" }.joined(separator: " | ")
        }.sorted()
    }

    private func faults(_ sections: [RequirementSection], _ locales: [String]) throws -> [String] {
        Witnesses.faults(try Witnesses.rows(sections, locales.sorted())).sorted()
    }

    @Test(arguments: pages) func theOrderOfPagesChangesNothing(page: String) throws {
        var random = SeededGenerator(17)
        let pages = try SeedTests.content(page)
        let expected = try PageFixture.merge(pages)
        for _ in 0..<6 {
            let shuffled = pages.shuffled(using: &random)
            let merged = try PageFixture.merge(shuffled)
            #expect(leaves(merged) == leaves(expected), "\(shuffled.map(\.0))")
            #expect(try faults(merged, pages.map(\.0)) == faults(expected, pages.map(\.0)), "\(shuffled.map(\.0))")
        }
    }

    @Test func theSamePagesGiveTheSameRows() throws {
        func rows() throws -> [String] {
            let pages = try SeedTests.content("devops")
            return try Witnesses.rows(try PageFixture.merge(pages), pages.map(\.0)).map { row in
                "\(row.section) \(row.node) \(row.aspect) \(row.values) \(row.cells.map { "\($0.locale) \($0.values) \($0.standing) \($0.wording?.line ?? 0)" })"
            }
        }
        #expect(try rows() == rows())
    }

    @Test(arguments: pages) func damagedPagesAreRead(page: String) throws {
        var random = SeededGenerator(2_017)
        let files = PageFixture.all.compactMap { locale in
            SeedTests.bytes("\(Repository.content)/\(locale)/competencies/\(page).md").map { (locale: locale, bytes: $0) }
        }
        for _ in 0..<6 {
            let damaged = try files.map { file in
                (file.locale, try PageFixture.sections(Mutation.mutated(file.bytes, &random), file.locale))
            }
            let merged = try PageFixture.merge(damaged)
            let rows = try Witnesses.rows(merged, damaged.map(\.0))
            #expect(rows.allSatisfy { !$0.cells.isEmpty && $0.cells.map(\.locale) == $0.cells.map(\.locale).sorted() })
            for section in merged {
                let ids = section.requirements.flatMap(\.all).map(\.id)
                #expect(Set(ids).count == ids.count)
                for extent in section.extents { #expect(extent.unread.allSatisfy { extent.span.contains($0.span) }) }
            }
        }
    }
}

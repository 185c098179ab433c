import LocalizationModel
import Pipeline
import TestSupport
import Testing

@testable import Reporting

/// The model of real pages: the demonstration content, and the seeds where they are.
@Suite struct ModelContentTests {
    private func analysis(_ content: String) throws -> ProjectAnalysis {
        try ProjectAnalysis(Project(content: content), data: DataFolders(project: "", explicit: Repository.root))
    }

    @Test func everySegmentOfTheContentStandsInTheModelOnce() throws {
        let written = try analysis(Repository.content).map(jobs: 4) { (analysed) throws(HexaplaError) in
            (analysed.group, ModelJSON.page(analysed.group, inDocument: true))
        }
        #expect(written.count >= 12)
        for (group, json) in written {
            // Threads do not disturb each other.
            #expect(json == ModelJSON.page(group, inDocument: true))
            let sections = ModelSections(group)
            let model = ModelSegments(group, sections)
            let ids = Set(sections.sections.map(\.id))
            #expect(ids.count == sections.sections.count, "\(group.path)")
            #expect(Set(model.segments.map(\.id)).count == model.segments.count, "\(group.path)")
            #expect(model.segments.allSatisfy { $0.section.map(ids.contains) ?? true }, "\(group.path)")
            #expect(model.segments.compactMap(\.source) == Array(group.source?.page.segments.indices ?? 0..<0), "\(group.path)")
            for translation in group.translations {
                let covered = Set(model.segments.compactMap { $0.targets[translation.page.locale]?.line })
                #expect(Set(translation.bitext?.units.compactMap { $0.target.first.map { translation.page.segments[$0].line } } ?? []) == covered)
            }
        }
    }

    @Test(.enabled(if: Repository.shared != nil, "the shared seeds are not here"))
    func everyRecoveredSegmentOfTheSeedsSaysWhereItCameFrom() throws {
        let seeds = try #require(Repository.shared) + "/seeds/content"
        let group = try #require(try analysis(seeds).map(jobs: 1) { (analysed) throws(HexaplaError) in analysed.group }.first)
        let source = try #require(group.source)
        #expect(source.isRecovered && source.commit == "92629114d5081103bfe555081f69997af4ed56f2")
        let sections = ModelSections(group)
        #expect(sections.sections.map(\.id) == ["cloud-productivity-competency", "managed-service-partner-option", "silver", "gold"])
        #expect(sections.sections[3].titles[try ModelFixture.tag("ru-RU")] == "Gold (Золотой уровень)")
        let lines = String(decoding: ModelJSON.page(group, inDocument: true), as: UTF8.self).split(separator: "\n")
        func count(_ method: SourceOrigin.Method) -> Int { lines.count { $0.contains("\"method\": \"\(method.rawValue)\"") } }
        #expect(count(.sideBySide) == 1)
        #expect(count(.comment) == source.page.segments.count - 1)
        // What the translations left in English has not been done.
        let chinese = try ModelFixture.tag("zh-CN")
        let model = ModelSegments(group, sections).segments
        #expect(model.filter { $0.targets[chinese]?.alignment == .translated }.count == 1)
    }
}

import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Pipeline

@Suite("Recovery of a page's source") struct RecoveryTests {
    private static func recover(_ content: String, _ page: String) throws -> PageRecovery {
        try PageRecovery(Project(content: content), data: try DataFolders(project: "", explicit: Repository.root), page: page)
    }

    /// The newest source whole, and what is known of the older ones apart; the seeds' page and the demonstration's are alike.
    @Test(arguments: SeedTests.contents) func theWholePageOfTheNewestCommitComesBack(_ content: String) throws {
        let recovery = try Self.recover(content, "competencies/cloud-productivity.md")
        #expect(recovery.pages.map { $0.locales.map(\.description) } == [["zh-CN"], ["de-DE", "ja-JP", "ru-RU"], ["zh-TW"]])
        #expect(recovery.pages.map(\.percent) == recovery.pages.map(\.percent).sorted(by: >))
        let newest = try #require(recovery.newest)
        #expect(newest.gaps.isEmpty && newest.percent == 100 && newest.segments.count == 40)
        // All that the comment holds, byte for byte.
        let file = try FileSystem.read("\(content)/zh-CN/competencies/cloud-productivity.md")
        let text = String(decoding: file, as: UTF8.self)
        let comment = try #require(text.firstRange(of: "<!--\n")).upperBound..<(try #require(text.firstRange(of: "\n-->"))).lowerBound
        #expect(String(decoding: newest.markdown, as: UTF8.self).contains(text[comment]))
        let older = recovery.pages[1]
        #expect(older.segments.count >= 26 && !older.segments.contains { $0.text.contains("Fast Track") })
        #expect(Set(older.segments.flatMap(\.origins).map(\.locale.description)).isSubset(of: ["de-DE", "ja-JP", "ru-RU"]))
        #expect(recovery.pages[2].segments.isEmpty)
        #expect(try recovery.page(ofCommit: String(older.commit?.prefix(6) ?? "")).markdown == older.markdown)
    }

    @Test func aTextOfAnImageIsNotTakenForTheSource() throws {
        let place = try Workplace()
        try place.write("You have to pass all of the exams.\n\n:::image source=\"a.png\" alt-text=\"Das ist ein deutsches Bild\":::\n", "content/de-DE/a.md")
        let page = try #require(try Self.recover("\(place.root)/content", "a.md").newest)
        #expect(String(decoding: page.markdown, as: UTF8.self) == "You have to pass all of the exams.\n\n:::image source=\"a.png\" alt-text=\"\":::\n")
        #expect(page.gaps == [3])
    }
}

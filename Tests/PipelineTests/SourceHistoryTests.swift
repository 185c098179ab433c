import LocalizationModel
import TestSupport
import Testing

@testable import Pipeline

/// Which source a translation was made from, by the repository's history.
@Suite("Source history") struct SourceHistoryTests {
    private let folder: GitFolder
    private let project: Project

    init() throws {
        folder = try GitFolder()
        try folder.write("history: true\n", "hexapla.yml")
        project = try Project(configuration: folder.root + "/hexapla.yml")
    }

    private func source(_ days: String) throws { try folder.write("# Fees\n\nThe form takes \(days) to arrive.\n", "content/en-US/a.md") }

    private func german(_ days: String, head: String = "") throws {
        try folder.write("\(head)# Gebühren\n\nDas Formular braucht \(days), bis es ankommt.\n", "content/de-DE/a.md")
    }

    private func stale(_ cache: CacheFolder? = nil, in root: String? = nil) throws -> [String] {
        let project = try root.map { try Project(configuration: $0 + "/hexapla.yml") } ?? project
        let check = ProjectCheck(project: project, data: try DataFolders(project: "", explicit: Repository.root), cache: cache)
        let review = try ProjectReview(check, of: project, options: .init(), jobs: 1, version: "test")
        return review.report.findings.filter { $0.finding.rule == "stale-segment" }.map {
            $0.finding.evidence?.edits.map { "\($0.removed)→\($0.added)" }.joined(separator: " ") ?? ""
        }
    }

    @Test func aTranslationFollowsTheSourceOfItsLastChange() throws {
        try source("three days")
        try folder.commit()
        try german("drei Tage")
        try folder.commit()
        #expect(try stale() == [])
        try source("three weeks")
        #expect(try stale() == ["days→weeks"], "also before it is committed")
        try folder.commit()
        #expect(try stale() == ["days→weeks"])
        try source("four weeks")
        try folder.commit()
        #expect(try stale() == ["three days→four weeks"])
        try german("vier Wochen")
        #expect(try stale() == [], "being worked at")
        try folder.commit()
        #expect(try stale() == [])
    }

    @Test func theCommitThatAPageNamesComesFirst() throws {
        try source("three days")
        let first = try folder.commit()
        try source("three weeks")
        try folder.commit()
        try german("drei Tage", head: "---\nl10n:\n  sourceCommit: \(first)\n---\n")
        try folder.commit()
        #expect(try stale() == ["days→weeks"])
        try german("drei Wochen", head: "---\nl10n:\n  sourceCommit: HEAD~1\n---\n")
        #expect(try stale() == [], "a name that is no commit's id is not asked for")
    }

    @Test func whatIsKnownIsGoneOnFrom() throws {
        let cache = CacheFolder(folder.root + "/cache")
        try folder.write("cache/\n", ".gitignore")
        var states: [[String]] = []
        for step in 0..<6 {
            if step % 2 == 0 { try source("\(step + 2) days") } else { try german("\(step + 2) Tage") }
            try folder.write("\(step)", "content/other.txt")
            try folder.commit()
            if step > 0 {
                states.append(try stale(cache))
                #expect(states.last == (try stale()), "step \(step)")
            }
        }
        #expect(states.contains { !$0.isEmpty } && states.contains { $0.isEmpty })
        // Another history, as after a rebase.
        try folder.git("reset", "--quiet", "--hard", "HEAD~3")
        try source("99 days")
        try folder.commit()
        #expect(try stale(cache) == (try stale()))
    }

    @Test func withoutItsCommitsAShallowCloneSaysNothing() throws {
        try source("three days")
        try german("drei Tage")
        try folder.commit()
        try source("three weeks")
        try folder.commit()
        #expect(try stale() == ["days→weeks"])
        try folder.git("clone", "--quiet", "--depth", "1", "file://\(folder.root)", "shallow")
        #expect(try stale(in: folder.root + "/shallow") == [])
    }

    @Test func driftIsAsOldAsTheFirstChangeThatWasNotFollowed() throws {
        try source("three days")
        try german("drei Tage")
        try folder.commit()
        try source("three weeks")
        try folder.commit()
        let check = ProjectCheck(project: project, data: try DataFolders(project: "", explicit: Repository.root), cache: nil)
        let review = try ProjectReview(check, of: project, options: .init(), jobs: 1, version: "test")
        let day = try folder.git("log", "-1", "--format=%cd", "--date=format:%Y-%m-%d")
        #expect(review.report.locales.map(\.oldestDrift) == [day])
    }
}

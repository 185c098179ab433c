import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Pipeline

/// When a page was changed, by the repository's history.
@Suite("Days of pages") struct PageDatesTests {
    private let folder: GitFolder

    init() throws {
        folder = try GitFolder()
        try folder.write("base-url: https://example.org/\noutput: site\n", "hexapla.yml")
        try folder.write("site\nclean\ncache\n", ".gitignore")
    }

    private func commit(_ day: String) throws {
        try folder.git("add", "--all")
        // A commit has the day that its message says.
        try folder.git("commit", "--quiet", "--allow-empty", "--message", day, "--date", "\(day)T12:00:00Z")
        _ = try Spawned.run(
            [
                "/usr/bin/env", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org",
                "GIT_COMMITTER_DATE=\(day)T12:00:00Z", "git", "commit", "--quiet", "--amend", "--no-edit", "--allow-empty",
            ], in: folder.root)
    }

    /// The day at the foot of each page; the site built in steps is that built from nothing.
    private func days() throws -> [String: String] {
        func build(_ output: String, _ cache: CacheFolder?) throws -> [String: [UInt8]] {
            var project = try Project(configuration: folder.root + "/hexapla.yml")
            project.output = "\(folder.root)/\(output)"
            let data = try DataFolders(project: "", explicit: Repository.root)
            _ = try SiteBuilder(project: project, data: data, cache: cache, version: "test").build(jobs: 2)
            let root = "\(folder.root)/\(output)/"
            return Dictionary(
                uniqueKeysWithValues: try Repository.files("\(folder.root)/\(output)", ending: "").map {
                    (String($0.dropFirst(root.count)), try FileSystem.read($0))
                })
        }
        let site = try build("site", CacheFolder("\(folder.root)/cache"))
        let clean = try build("clean", nil)
        #expect(Set(site.keys).union(clean.keys).filter { site[$0] != clean[$0] }.isEmpty)
        return site.filter { $0.key.hasSuffix("/a.html") && !$0.key.hasPrefix("report") }.mapValues { bytes in
            String(decoding: bytes, as: UTF8.self).firstMatch(of: /article:modified_time" content="([^"]*)"/).map { String($0.output.1) } ?? ""
        }
    }

    @Test func aPageIsAsOldAsItsLastChange() throws {
        try folder.write("# A\n\nText.\n", "content/en-US/a.md")
        try commit("2020-01-01")
        try folder.write("# A\n\nText auf Deutsch.\n", "content/de-DE/a.md")
        try commit("2020-02-02")
        try folder.write("# B\n", "content/en-US/b.md")
        try commit("2020-03-03")
        #expect(try days() == ["en-us/a.html": "2020-01-01", "de-de/a.html": "2020-02-02"])
        #expect(try folder.read("site/de-de/feed.xml").contains("<updated>2020-02-02T00:00:00Z</updated>"))
        try folder.write("# A\n\nAnother text.\n", "content/en-US/a.md")
        #expect(try days() == ["en-us/a.html": "", "de-de/a.html": "2020-02-02"], "being worked at")
        try commit("2020-04-04")
        #expect(try days() == ["en-us/a.html": "2020-04-04", "de-de/a.html": "2020-02-02"], "the same bytes, and now they have a day")
        let data = try DataFolders(project: "", explicit: Repository.root)
        try folder.write("---\nlastmod: 2019-09-09\n---\n# A\n\nAnother text.\n", "content/en-US/a.md")
        try commit("2020-05-05")
        let project = try Project(configuration: folder.root + "/hexapla.yml")
        let check = ProjectCheck(project: project, data: data, cache: CacheFolder("\(folder.root)/cache"))
        _ = try check.findings(in: try ContentTree(project), jobs: 1) { _, _ in true }
        #expect(try days() == ["en-us/a.html": "2019-09-09", "de-de/a.html": "2020-02-02"], "what the page says comes first")
        try folder.write("# A\n\nText auf Deutsch, geändert.\n", "content/de-DE/a.md")
        try commit("2020-06-06")
        _ = try check.findings(in: try ContentTree(project), jobs: 1) { _, _ in true }
        #expect(try days() == ["en-us/a.html": "2019-09-09", "de-de/a.html": "2020-06-06"])
    }

    @Test func aDamagedCacheIsNoHarm() throws {
        try folder.write("# A\n\nText.\n", "content/en-US/a.md")
        try commit("2020-01-01")
        #expect(try days() == ["en-us/a.html": "2020-01-01"])
        let cached = try FileSystem.read("\(folder.root)/cache/dates")
        var random = SeededGenerator(3)
        for _ in 0..<300 { _ = try? LastChanges(Mutation.mutated(cached, &random)) }
        try folder.write("garbage", "cache/dates")
        try folder.write("# A\n\nNew.\n", "content/en-US/a.md")
        try commit("2020-02-01")
        #expect(try days() == ["en-us/a.html": "2020-02-01"])
    }
}

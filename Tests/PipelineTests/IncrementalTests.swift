import FileSystem
import Glibc
import LocalizationModel
import Synchronization
import Testing
import TestSupport

@testable import Pipeline

@Suite("Building in steps") struct IncrementalTests {
    /// The law of incremental builds: whatever happens to a project, the site is the one that is built from nothing.
    @Test(arguments: [1, 2, 3] as [UInt64]) func theSiteIsAsIfBuiltFromNothing(seed: UInt64) throws {
        let project = try RandomProject(seed: seed)
        var history: [String] = []
        for _ in 0..<14 {
            let (inSteps, clean) = try project.build()
            history.append("build")
            let different = Set(inSteps.keys).union(clean.keys).filter { inSteps[$0] != clean[$0] }
            #expect(different.isEmpty, "\(different.sorted().prefix(5)) differ after \(history)")
            if !different.isEmpty { return }
            #expect(try project.check() == project.check(withCache: false), "after \(history)")
            history += try project.changes()
        }
        #expect(try project.check() == project.check(withCache: false))
    }

    private func small() throws -> Workplace {
        let place = try Workplace()
        try place.write("# Start\n\nRead [the fees](guide/fees.md).\n", "content/en-US/index.md")
        try place.write("# Beginn\n\nLesen Sie [die Gebühren](guide/fees.md).\n", "content/de-DE/index.md")
        try place.write("# Fees\n\nThe fee is 2,000 euros.\n", "content/en-US/guide/fees.md")
        try place.write("# Gebühren\n\nDie Gebühr beträgt 3.000 Euro.\n", "content/de-DE/guide/fees.md")
        return place
    }

    /// How many groups a build makes anew.
    private func made(_ place: Workplace) throws -> Int {
        let steps = Mutex(0)
        try place.build(cache: CacheFolder("\(place.root)/cache"), progress: Progress(start: { _ in }, step: { steps.withLock { $0 += 1 } }))
        return steps.withLock { $0 }
    }

    @Test func onlyWhatChangedIsMade() throws {
        let place = try small()
        #expect(try made(place) == 2)
        let before = try stamps(place)
        #expect(try made(place) == 0)
        #expect(try stamps(place) == before, "nothing is touched")
        try place.write("# Gebühren\n\nDie Gebühr beträgt 2.000 Euro.\n", "content/de-DE/guide/fees.md")
        #expect(try made(place) == 1)
        let after = try stamps(place)
        #expect(after["/site/en-us/guide/fees.html"] == before["/site/en-us/guide/fees.html"], "a file with the same bytes stays")
        #expect(after["/site/report/de-de/guide/fees.html"] != before["/site/report/de-de/guide/fees.html"])
    }

    /// The page with the link is made again when its target comes, goes, or offers other anchors; the others are not.
    @Test func aPageIsNewsToThoseThatLinkToIt() throws {
        let place = try small()
        let files = ["en-US", "de-DE"].map { "content/\($0)/guide/other.md" }
        for file in files { try place.write("# Other\n\n[Costs](costs#rates), ![Plan](../plan.svg)\n", file) }
        func check(_ place: Workplace) throws -> (judged: Int, rules: [String]) {
            let steps = Mutex(0)
            let progress = Progress(start: { _ in }, step: { steps.withLock { $0 += 1 } })
            let data = try DataFolders(project: "", explicit: Repository.root)
            let project = Project(content: "\(place.root)/content")
            let check = ProjectCheck(project: project, data: data, cache: CacheFolder("\(place.root)/check"))
            let rules = try check.findings(in: try ContentTree(project), jobs: 2, progress: progress) { $1.map(\.rule) }.kept.flatMap { $0 }
            return (steps.withLock { $0 }, rules.filter { $0.hasPrefix("broken") })
        }
        var found = try check(place)
        #expect(found.judged == 3 && found.rules == ["broken-link", "broken-link"], "without any file an image is a note, since it may lie elsewhere")
        try place.write("<svg/>", "content/en-US/a.svg")
        found = try check(place)
        #expect(found.judged == 1 && found.rules == ["broken-link", "broken-link"])
        try place.write("# Costs\n", "content/en-US/guide/costs.md")
        found = try check(place)
        #expect(found.judged == 2 && found.rules.sorted() == ["broken-anchor", "broken-link"])
        try place.write("# Costs\n\nAnother text.\n", "content/en-US/guide/costs.md")
        #expect(try check(place).judged == 1, "its anchors are the same")
        try place.write("# Costs\n\n## Rates\n", "content/en-US/guide/costs.md")
        found = try check(place)
        #expect(found.judged == 2 && found.rules == ["broken-link"])
        try place.write("<svg/>", "content/de-DE/plan.svg")
        found = try check(place)
        #expect(found.judged == 1 && found.rules == ["broken-link"], "the source lacks it still")
        try place.write("<svg/>", "content/en-US/plan.svg")
        found = try check(place)
        #expect(found.judged == 1 && found.rules.isEmpty)
        FileSystem.remove("\(place.root)/content/en-US/guide/costs.md")
        found = try check(place)
        #expect(found.judged == 1 && found.rules == ["broken-link"])
    }

    @Test func aTitleIsNewsToThePagesThatShowIt() throws {
        let place = try small()
        #expect(try made(place) == 2)
        try place.write("# Prices\n\nThe fee is 2,000 euros.\n", "content/en-US/guide/fees.md")
        #expect(try made(place) == 2)
        #expect(try place.read("site/en-us/index.html").contains("Prices"))
    }

    private func stamps(_ place: Workplace) throws -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for path in try Repository.files("\(place.root)/site", ending: "") { stamps[String(path.dropFirst(place.root.count))] = FileSystem.stamp(path) }
        return stamps
    }

    @Test func aBuildThatFailsLeavesTheSite() throws {
        let place = try small()
        #expect(try made(place) == 2)
        let before = try place.files("site")
        // A folder where a page belongs: the page cannot take its place.
        var project = Project(content: "\(place.root)/content")
        project.output = "\(place.root)/site"
        project.templates = "\(place.root)/broken"
        try place.write("{{#open}}", "broken/page.mustache")
        let data = try DataFolders(project: "", explicit: Repository.root)
        #expect(throws: HexaplaError.self) { try SiteBuilder(project: project, data: data, cache: nil, version: "test").build(jobs: 2) }
        #expect(try place.files("site") == before)
    }

    // MARK: What lies in the cache

    @Test func aDamagedCacheIsNoHarm() throws {
        let place = try small()
        #expect(try made(place) == 2)
        let good = try place.files("site")
        let state = "\(place.root)/cache/project"
        let bytes = try FileSystem.read(state)
        var random = SeededGenerator(5)
        for _ in 0..<20 {
            try FileSystem.write(Mutation.mutated(bytes, &random), to: state)
            _ = try made(place)
            #expect(try place.files("site") == good)
        }
        for name in try FileSystem.names(inFolder: "\(place.root)/cache") where name.hasPrefix("records") {
            try FileSystem.writeInPlace([1, 2, 3], to: "\(place.root)/cache/\(name)")
        }
        var project = Project(content: "\(place.root)/content")
        project.output = "\(place.root)/site"
        let data = try DataFolders(project: "", explicit: Repository.root)
        let check = ProjectCheck(project: project, data: data, cache: CacheFolder("\(place.root)/cache"))
        #expect(try check.findings(in: try ContentTree(project), jobs: 1) { $1.contains { $0.rule == "number-mismatch" } }.kept.contains(true))
    }

    /// Bytes that pass for a whole state but hold nonsense end in an error, not in a trap.
    @Test func nonsenseIsRefused() throws {
        let place = try small()
        #expect(try made(place) == 2)
        let bytes = try FileSystem.read("\(place.root)/cache/project")
        var random = SeededGenerator(6)
        for _ in 0..<2000 {
            var body = Array(bytes.dropLast(8))
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                body[Int.random(in: 0..<body.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            var seal = ByteWriter()
            seal.word(Digest.fast(body))
            _ = try? KnownProject(body + seal.bytes)
        }
    }

    @Test func findingsSurviveTheCache() throws {
        let place = try small()
        let project = Project(content: "\(place.root)/content")
        let data = try DataFolders(project: "", explicit: Repository.root)
        let findings = try ProjectAnalysis(project, data: data).map(jobs: 1) { (group) throws(HexaplaError) in group.findings }.flatMap { $0 }
        let read = try FindingCoding.findings(FindingCoding.bytes(findings))
        #expect(!findings.isEmpty && read.map(\.identity) == findings.map(\.identity))
        #expect(
            read.map(\.evidence) == findings.map(\.evidence) && read.map(\.target) == findings.map(\.target) && read.map(\.source) == findings.map(\.source))
    }

    @Test func whatNobodyRefersToIsLeftOut() throws {
        let place = try Workplace()
        try FileSystem.makeFolder("\(place.root)/cache")
        let cache = CacheFolder("\(place.root)/cache")
        let locale = try #require(LocaleTag("de-DE"))
        func finding(_ number: Int) -> Finding {
            Finding(
                rule: "r", severity: .note, sign: .structure, message: String(repeating: "x", count: 10_000), page: "\(number)", locale: locale, file: "f")
        }
        var known = KnownProject()
        for _ in 0..<300 {
            let opened = try cache.open()
            let group = GroupSummary(path: "p", cells: [:], counts: [], facts: nil)
            known.groups = [
                .init(path: "p", files: [], history: 0, findings: try opened.records.add([finding(1)]), summary: group, links: LinkReads(), site: nil)
            ]
            try opened.save(known)
            known = opened.known
        }
        let opened = try cache.open()
        #expect(opened.known.storeEnd < 1_200_000)
        #expect(opened.records.findings(try #require(opened.known.groups.first).findings)?.first?.message.count == 10_000)
        #expect(try FileSystem.names(inFolder: "\(place.root)/cache").count { $0.hasPrefix("records") } == 1)
    }
}

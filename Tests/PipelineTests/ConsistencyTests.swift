import FileSystem
import LocalizationModel
import Synchronization
import Testing
import TestSupport

@testable import Pipeline

/// The same sentence on several pages.
@Suite("Consistency across the site") struct ConsistencyTests {
    private static let source = "Every partner has to send the annual form to the office in May."
    private static let (usual, other) = (
        "Jeder Partner muss das jährliche Formular im Mai an das Büro senden.",
        "Alle Teilnehmer reichen ihren Vordruck bis Ende Mai bei der Geschäftsstelle ein."
    )

    private func write(_ place: Workplace, _ page: String, _ sentence: String) throws {
        try place.write("# Page \(page)\n\n\(Self.source)\n\nThe second paragraph of \(page) is here.\n", "content/en-US/\(page).md")
        try place.write("# Seite \(page)\n\n\(sentence)\n\nHier ist der zweite Absatz von \(page).\n", "content/de-DE/\(page).md")
    }

    /// The pages on which the rule speaks with what it expects there, and how many groups were judged at first.
    private func check(_ place: Workplace, cache: String? = "cache") throws -> (judged: Int, found: [String]) {
        let steps = Mutex(0)
        let data = try DataFolders(project: "", explicit: Repository.root)
        let project = Project(content: "\(place.root)/content")
        let check = ProjectCheck(project: project, data: data, cache: cache.map { CacheFolder("\(place.root)/\($0)") })
        let progress = Progress(start: { _ in }, step: { steps.withLock { $0 += 1 } })
        let found = try check.findings(in: try ContentTree(project), jobs: 2, progress: progress) { _, findings in
            findings.filter { $0.rule == "inconsistent-translation" }.map { "\($0.page): \($0.message)" }
        }
        return (steps.withLock { $0 }, found.kept.flatMap { $0 })
    }

    @Test func thePagesThatDifferFromMostAreNamed() throws {
        let place = try Workplace()
        for (page, sentence) in [("a", Self.other), ("b", Self.usual), ("c", Self.usual)] { try write(place, page, sentence) }
        let first = try check(place)
        #expect(first.judged == 3 && first.found.count == 1 && first.found.allSatisfy { $0.hasPrefix("a.md: Same source, other translation than on 'b.md'") })
        #expect(try check(place).judged == 0)
        // Two against two: the first page by its path has the say, and pages that nobody touched are told.
        try write(place, "d", Self.other)
        let second = try check(place)
        #expect(second.judged == 1, "\(second)")
        #expect(second.found.map { $0.prefix(4) } == ["b.md", "c.md"])
        #expect(second.found.allSatisfy { $0.contains("'a.md'") })
        for locale in ["en-US", "de-DE"] { FileSystem.remove("\(place.root)/content/\(locale)/a.md") }
        let third = try check(place)
        #expect(third.judged == 0, "\(third)")
        #expect(third.found.map { $0.prefix(4) } == ["d.md"])
        #expect(try check(place, cache: nil).found == third.found)
    }

    @Test func endingsAndNumbersAreNoOtherWording() throws {
        let place = try Workplace()
        try write(place, "a", Self.usual)
        try write(place, "b", "Jeder Partner muss das jährliche Formular im Mai an das Büro senden!")
        try write(place, "c", "Jeder Partner muss die jährlichen Formulare im Mai an das Büro senden.")
        #expect(try check(place).found.isEmpty)
    }

    /// Pages that differ in nothing else than these are not judged twice.
    @Test(arguments: [("Zahlen Sie 2.000 €.", "zahlen sie 3 000 €"), ("料金は２０００円です。", "料金は 3000 円です"), ("Оплатите 5 взносов", "Оплатите 6 взносов!")])
    func theDigestOfAWordingLeavesOutNumbersAndPunctuation(_ a: String, _ b: String) {
        #expect(SiteStatement.wording(a) == SiteStatement.wording(b) && SiteStatement.wording(a) != SiteStatement.wording(a + "x"))
    }

    @Test func aFindingStandsOnItsReportPage() throws {
        let place = try Workplace()
        for (page, sentence) in [("a", Self.other), ("b", Self.usual), ("c", Self.usual)] { try write(place, page, sentence) }
        let cache = CacheFolder("\(place.root)/cache")
        try place.build(cache: cache)
        #expect(try place.read("site/report/de-de/a.html").contains("inconsistent-translation"))
        try write(place, "b", Self.other)
        try place.build(cache: cache)
        #expect(try !place.read("site/report/de-de/a.html").contains("inconsistent-translation"))
        #expect(try place.read("site/report/de-de/c.html").contains("inconsistent-translation"))
    }

    @Test func aTableThatIsLostIsMadeAgain() throws {
        let place = try Workplace()
        for (page, sentence) in [("a", Self.other), ("b", Self.usual), ("c", Self.usual)] { try write(place, page, sentence) }
        let found = try check(place).found
        let tables = try FileSystem.names(inFolder: "\(place.root)/cache").filter { $0.hasPrefix("sentences-") }
        #expect(tables.count == 1)
        for name in tables { try FileSystem.writeInPlace([1, 2, 3], to: "\(place.root)/cache/\(name)") }
        #expect(try check(place).judged == 0, "who changes nothing does not read it")
        try write(place, "c", Self.usual + " ")
        let again = try check(place)
        #expect(again.judged == 3 && again.found == found)
        #expect(try FileSystem.names(inFolder: "\(place.root)/cache").count { $0.hasPrefix("sentences-") } == 1)
    }

    @Test func nonsenseIsRefused() throws {
        let rows = [ConsensusTable.Row(statements: [.init(subject: 1, wording: 2)], divergences: [.init(subject: 1, wording: 3, page: "a")]), .init()]
        let bytes = ConsensusTable(rows: rows).bytes()
        let read = try ConsensusTable(bytes)
        #expect(read.rows.map(\.statements) == rows.map(\.statements) && read.rows.map(\.divergences) == rows.map(\.divergences))
        var random = SeededGenerator(9)
        for _ in 0..<2_000 { _ = try? ConsensusTable(Mutation.mutated(bytes, &random)) }
    }
}

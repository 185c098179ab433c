import FileSystem
import LocalizationModel
import MarkdownSource
import SourceRecovery
import TestSupport
import Testing

@Suite("Recovered from real pages")
struct RealPageTests {
    private static let seed = Repository.shared.map { "\($0)/seeds/content/zh-CN/competencies/cloud-productivity.md" }
    private static let own = "\(Repository.content)/zh-CN/competencies/cloud-productivity.md"

    /// Each word of the English page with the line it stands on in the file, read off the file.
    private func check(_ file: String) throws {
        let fixture = try Fixture([("zh-CN", try FileSystem.read(file))])
        let segments = try fixture.segments()
        let document = fixture.pages[0].document
        let comment = try #require(document.withdrawnComment)
        #expect(segments.first?.method == .sideBySide && segments.dropFirst().allSatisfy { $0.method == .comment })
        // All that the comment holds, read as a page of its own, is there in its order.
        let english = Fixture.page(Array(document.text[comment.content]), try Repository.profile("en-US"))
        #expect(segments.dropFirst().map(\.text) == english.segments.map(\.text))
        #expect(english.segments.count > 25)
        let first = document.text.line(at: comment.content.lower)
        #expect(segments.dropFirst().map(\.line) == english.segments.map { $0.line + first - 1 })
        #expect(fixture.recovered?.isComplete == true && fixture.recovered?.commit == fixture.pages[0].provenance.sourceCommit)
        for segment in segments.dropFirst() {
            let line = document.text.string(document.text.span(ofLine: segment.line))
            #expect(line.contains(segment.text.prefix(12)), "\(segment)")
        }
    }

    @Test("the own retired page gives the whole English page")
    func ownPage() throws { try check(Self.own) }

    @Test("the seed gives the whole English page", .enabled(if: seed.map { FileSystem.kind($0) == .file } ?? false, "the seeds are not there"))
    func seedPage() throws { try check(try #require(Self.seed)) }

    @Test("pages published side by side give their source back, byte for byte")
    func spans() throws {
        let pages = try Corpus.shared("spans")
        let byName = Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0) })
        let english = try Repository.profile("en-US")
        var score = Score()
        var (equal, all) = (0, 0)
        for page in pages where !page.name.hasSuffix(".source.md") {
            guard let source = byName[page.name.dropLast(3) + ".source.md"] else { continue }
            let fixture = try Fixture([(page.locale, page.bytes)])
            let truth = Fixture.page(source.bytes, english)
            score.add(fixture, truth, english, held: Set(truth.segments.map(\.text)))
            all += 1
            if Array(fixture.page.utf8) == Array(truth.document.text[truth.document.body]) { equal += 1 }
        }
        print("recovered from side-by-side pages: \(score), \(equal) of \(all) pages byte for byte")
        #expect(score.found * 100 >= score.held * 99 && score.invented == 0 && equal == all)
    }

    @Test("competency pages give back what stands verbatim in some locale, and nothing else")
    func competencies() throws {
        let pages = try Corpus.shared("competencies")
        let byName = Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0) })
        let english = try Repository.profile("en-US")
        // Pages of one English text; partly translated versions of a page and day apart.
        struct Key: Hashable {
            let english: [UInt8]
            let version: String
        }
        var groups: [Key: [String: Corpus.Page]] = [:]
        for page in pages where page.name.hasSuffix("target.md") {
            let isPartly = page.name.hasSuffix("/target.md")
            let source = byName[String(page.name.dropLast("target.md".utf8.count)) + (isPartly ? "new-source.md" : "source.md")]
            let version = isPartly ? page.name.split(separator: "/").dropLast().last.map(String.init) ?? "" : ""
            if let source { groups[Key(english: source.bytes, version: version), default: [:]][page.locale] = page }
        }
        var score = Score()
        for (key, members) in groups {
            let fixture = try Fixture(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.bytes) })
            let document = Fixture.page(key.english, english).document
            // What the newest source withdrew stands in a comment there too.
            let truth = document.withdrawnComment.map { Fixture.page(Self.opened(key.english, $0), english) } ?? Fixture.page(key.english, english)
            let held = fixture.pages.flatMap { page in
                page.segments.map(\.text)
                    + (page.document.withdrawnComment.map { Fixture.page(Array(page.document.text[$0.content]), english).segments.map(\.text) } ?? [])
            }
            score.add(fixture, truth, english, held: Set(held))
        }
        print("recovered from competency pages: \(score)")
        #expect(score.found * 100 >= score.held * 97 && score.invented == 0)
    }

    private static func opened(_ bytes: [UInt8], _ comment: LocalizationModel.Comment) -> [UInt8] {
        Array(bytes[..<comment.span.lower]) + Array(bytes[comment.content.range]) + Array(bytes[comment.span.upper...])
    }
}

/// Segments of the true source that translations hold, those found, and those that the true source has not.
private struct Score: CustomStringConvertible {
    var held = 0
    var found = 0
    var invented = 0

    mutating func add(_ fixture: Fixture, _ truth: Page, _ english: LocaleProfile, held texts: Set<String>) {
        var left: [String: Int] = [:]
        for segment in Fixture.page(fixture.revisions.first?.markdown ?? [], english).segments { left[Self.words(segment.text), default: 0] += 1 }
        let wanted = truth.segments.map { Self.words($0.text) }
        let held = Set(texts.map(Self.words))
        invented += left.filter { !Set(wanted).contains($0.key) }.values.reduce(0, +)
        for text in wanted where held.contains(text) {
            self.held += 1
            guard let count = left[text], count > 0 else { continue }
            left[text] = count - 1
            found += 1
        }
    }

    private static func words(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    var description: String { "\(found) of \(held) source segments, \(invented) made up" }
}

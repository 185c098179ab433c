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

    @Test("pages published side by side give nine of ten segments of their source")
    func spans() throws {
        let pages = try Corpus.shared("spans")
        let byName = Dictionary(uniqueKeysWithValues: pages.map { ($0.name, $0) })
        let english = try Repository.profile("en-US")
        var (found, all) = (0, 0)
        for page in pages where !page.name.hasSuffix(".source.md") {
            guard let source = byName[page.name.dropLast(3) + ".source.md"] else { continue }
            let wanted = Fixture.page(source.bytes, english).segments.map(\.facts.plain)
            var held: [String: Int] = [:]
            for segment in Fixture.page(try Fixture([(page.locale, page.bytes)]).recovered?.markdown ?? [], english).segments {
                held[segment.facts.plain, default: 0] += 1
            }
            for text in wanted where held[text, default: 0] > 0 {
                held[text, default: 0] -= 1
                found += 1
            }
            all += wanted.count
        }
        print("recovered from side-by-side pages: \(found) of \(all) source segments")
        #expect(found * 10 >= all * 9)
    }
}

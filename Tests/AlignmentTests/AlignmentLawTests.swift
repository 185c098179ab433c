import FileSystem
import LocalizationModel
import TestSupport
import Testing

@testable import Alignment

@Suite("Laws of every alignment")
struct AlignmentLawTests {
    /// Source and target pages of the shared drift corpora and of the project's own content.
    private func pairs() throws -> [(name: String, locale: String, source: [UInt8], target: [UInt8])] {
        var pairs: [(name: String, locale: String, source: [UInt8], target: [UInt8])] = []
        let drift = try Corpus.shared("drift") + Corpus.shared("drift-real") + Corpus.shared("sxs")
        let byName = Dictionary(uniqueKeysWithValues: drift.map { ($0.name, $0) })
        for (index, page) in drift.filter({ $0.name.hasSuffix("target.md") }).enumerated() where index % 6 == 0 {
            let source = byName[page.name.replacing("target.md", with: "new-source.md")] ?? byName[page.name.replacing("target.md", with: "source.md")]
            if let source { pairs.append((page.name, page.locale, source.bytes, page.bytes)) }
        }
        for locale in ["de-DE", "ja-JP", "ru-RU", "zh-CN", "zh-TW"] {
            let folder = "\(Repository.content)/\(locale)"
            for path in try Repository.files(folder, ending: ".md") {
                let source = "\(Repository.content)/en-US" + path.dropFirst(folder.count)
                if FileSystem.kind(source) == .file { pairs.append((path, locale, try FileSystem.read(source), try FileSystem.read(path))) }
            }
        }
        return pairs
    }

    @Test("each segment of either side is in exactly one unit")
    func complete() throws {
        let pairs = try pairs()
        #expect(pairs.count > 40)
        for pair in pairs { #expect(try Fixture.breaches(Fixture.align(pair.source, pair.target, pair.locale)).isEmpty, "\(pair.name)") }
        print("alignments checked: \(pairs.count)")
    }

    @Test("also between pages that have nothing to do with each other")
    func strangers() throws {
        let pairs = try pairs()
        for (index, pair) in pairs.enumerated() where index % 5 == 0 {
            let other = pairs[(index + 137) % pairs.count]
            #expect(try Fixture.breaches(Fixture.align(pair.source, other.target, other.locale)).isEmpty, "\(pair.name), \(other.name)")
        }
    }

    @Test("also where a side is empty")
    func empty() throws {
        #expect(try Fixture.links(Fixture.align("", "")) == [])
        #expect(try Fixture.links(Fixture.align("Text.\n", "")) == ["missing: Text. = "])
        #expect(try Fixture.links(Fixture.align("", "# A\n\nText.\n")) == ["extra:  = A", "extra:  = Text."])
        #expect(try Fixture.links(Fixture.align("", "---\ntitle: x\n---\n<!-- c -->\n")) == [])
    }

    @Test("also for ten thousand segments", .timeLimit(.minutes(8)))
    func large() throws {
        var random = SeededGenerator(3)
        let source = (0..<10_000).map { "Sentence \($0) of \(Int.random(in: 0...9, using: &random)).\n\n" }
        let target = (0..<10_000).filter { $0 % 40 != 7 }.map { "Satz \($0) von so vielen.\n\n" }
        let bitext = try Fixture.align(source.joined(), target.joined())
        #expect(Fixture.breaches(bitext).isEmpty)
        #expect(bitext.units.count { $0.state == .missing } >= 250)
    }

    @Test("also where one side is far longer than the other", .timeLimit(.minutes(8)))
    func lopsided() throws {
        let long = String(repeating: "A sentence here.\n\n", count: 6_700)
        let short = String(repeating: "# Ein Satz.\n\n", count: 60)
        #expect(try Fixture.breaches(Fixture.align(long, short)).isEmpty)
        #expect(try Fixture.breaches(Fixture.align(short, long)).isEmpty)
    }
}

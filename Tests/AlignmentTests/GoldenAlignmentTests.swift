import FileSystem
import TestSupport
import Testing

private let cases = (try? FileSystem.names(inFolder: Repository.root + "/Tests/Golden/alignment").sorted()) ?? []

/// `Tests/Golden/alignment/<case>/source.en-US.md` and `target.<locale>.md` align as `links.txt` says.
@Suite("Golden alignments")
struct GoldenAlignmentTests {
    @Test("align as written down", arguments: cases)
    func golden(name: String) throws {
        let folder = "\(Repository.root)/Tests/Golden/alignment/\(name)"
        let target = try #require(try FileSystem.names(inFolder: folder).first { $0.hasPrefix("target.") })
        let locale = String(target.dropFirst(7).dropLast(3))
        let bitext = try Fixture.align(try FileSystem.read("\(folder)/source.en-US.md"), try FileSystem.read("\(folder)/\(target)"), locale)
        let moved = bitext.movedSections.map { "moved: \(bitext.source[$0].text)" }
        try Golden.expect(Array(((Fixture.links(bitext) + moved).joined(separator: "\n") + "\n").utf8), "alignment/\(name)/links.txt")
    }

    @Test("has cases")
    func hasCases() { #expect(cases.count >= 4) }
}

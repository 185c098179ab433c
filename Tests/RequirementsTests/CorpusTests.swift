import FileSystem
import LocalizationModel
import TestSupport
import Testing

/// Published competency pages: what a translation states is what its source states.
@Suite struct CorpusTests {
    /// Leaves that differ on these pages are faults of the pages (codes written `70 532`, dates without spaces), in per mille.
    @Test(
        .enabled(if: Repository.shared != nil, "needs the shared corpora"),
        arguments: [("de-DE", 1000), ("ja-JP", 1000), ("ru-RU", 990), ("zh-CN", 1000), ("zh-TW", 980)])
    func leavesAreEqual(locale: String, perMille: Int) throws {
        let directory = try #require(Repository.shared) + "/corpora/competencies/" + locale
        let pair = [try PageFixture.tag("en-US"), try PageFixture.tag(locale)]
        var differing: [String] = []
        var count = 0
        for name in try FileSystem.names(inFolder: directory).sorted() where name.hasSuffix(".source.md") {
            let page = String(name.dropLast(".source.md".count))
            guard let a = SeedTests.bytes("\(directory)/\(name)"), let b = SeedTests.bytes("\(directory)/\(page).target.md") else { continue }
            let merged = try PageFixture.merge([("en-US", try PageFixture.sections(a, "en-US")), (locale, try PageFixture.sections(b, locale))])
            count += merged.leaves.count
            differing += merged.leaves.filter { !$0.agrees(pair[0], pair[1]) }.map { "\(page) \($0.id): \($0.sideBySide(pair))" }
        }
        #expect(count > 350)
        let list = differing.joined(separator: "\n")
        #expect((count - differing.count) * 1000 >= count * perMille, "\(differing.count) of \(count) differ:\n\(list)")
    }
}

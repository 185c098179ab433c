import FileSystem
import LocalizationModel
import Testing

/// Published competency pages: what a translation states is what its source states.
@Suite struct CorpusTests {
    static let directory = PageFixture.shared + "/corpora/competencies"

    /// Leaves that differ on these pages are faults of the pages (codes written `70 532`, dates without spaces, an asterisk that
    /// became a list), in per mille.
    @Test(
        .enabled(if: SeedTests.bytes("\(directory)/index.jsonl") != nil, "needs ../shared"),
        arguments: [("de-DE", 985), ("ja-JP", 990), ("ru-RU", 990), ("zh-CN", 1000), ("zh-TW", 975)])
    func leavesAreEqual(locale: String, perMille: Int) throws {
        let own = try PageFixture.tag(locale)
        let source = try PageFixture.tag("en-US")
        var equal = 0
        var count = 0
        for name in try FileSystem.names(inFolder: "\(Self.directory)/\(locale)").sorted() where name.hasSuffix(".source.md") {
            let target = String(name.dropLast(".source.md".count)) + ".target.md"
            guard let a = SeedTests.bytes("\(Self.directory)/\(locale)/\(name)"), let b = SeedTests.bytes("\(Self.directory)/\(locale)/\(target)")
            else { continue }
            let merged = try PageFixture.merge([("en-US", try PageFixture.sections(a, "en-US")), (locale, try PageFixture.sections(b, locale))])
            count += merged.leaves.count
            equal += merged.leaves.count { $0.agrees(source, own) }
        }
        #expect(count > 350)
        #expect(equal * 1000 >= count * perMille, "\(equal) of \(count)")
    }
}

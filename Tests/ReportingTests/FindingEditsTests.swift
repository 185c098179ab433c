import LocalizationModel
import Testing

@testable import Reporting

@Suite("Findings as JSON: drift") struct FindingEditsTests {
    private func json(_ evidence: Finding.Evidence) throws -> String {
        let place = Finding.Place(line: 3, column: 1, endLine: 3, text: "x")
        let finding = Finding(
            rule: "stale-segment", severity: .warning, sign: .outdated, message: "m", page: "p.md", locale: try #require(LocaleTag("de-DE")),
            file: "p.md", source: place, target: place, evidence: evidence)
        return String(decoding: FindingsJSON.report([finding], fingerprint: { _ in "f" }).filter { !" \n".utf8.contains($0) }, as: UTF8.self)
    }

    @Test func theWordsThatChangedAreListed() throws {
        let text = try json(.init(edits: [WordEdit(removed: "15th", added: "15"), WordEdit(removed: "", added: "now")]))
        #expect(text.contains(#""edits":[{"removed":"15th","added":"15"},{"removed":"","added":"now"}]"#), "\(text)")
        #expect(text.contains(#""source":{"line":3"#) && text.contains(#""target":{"line":3"#))
    }

    @Test func withoutEditsThereIsNoList() throws { #expect(!(try json(.init(found: "x")).contains("edits"))) }
}

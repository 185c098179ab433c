import FileSystem
import MarkdownSource
import TestSupport
import Testing

/// `Tests/Golden/markdown/<case>/page.md` reads as `outline.txt` says.
private let cases = (try? FileSystem.names(inFolder: Repository.root + "/Tests/Golden/markdown").sorted()) ?? []

@Suite("Golden Markdown")
struct GoldenMarkdownTests {
    @Test("reads as written down", arguments: cases)
    func golden(name: String) throws {
        let page = try FileSystem.read("\(Repository.root)/Tests/Golden/markdown/\(name)/page.md")
        let document = MarkdownReader.read(page).document
        #expect(DocumentLaws.breaches(document).isEmpty)
        try Golden.expect(Array(Outline.outline(document).utf8), "markdown/\(name)/outline.txt")
    }

    @Test("has cases")
    func hasCases() { #expect(cases.count > 10) }
}

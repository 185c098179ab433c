import LocalizationModel
import MarkdownSource
import TestSupport
import Testing

@Suite("Laws of every document")
struct DocumentLawTests {
    @Test("hold for all pages")
    func pages() throws {
        for page in try Corpus.pages(every: 2) {
            let breaches = DocumentLaws.breaches(MarkdownReader.read(page.bytes).document)
            #expect(breaches.isEmpty, "\(page)")
        }
    }

    @Test("hold for damaged pages")
    func damagedPages() throws {
        var random = SeededGenerator(20_240_601)
        for page in try Corpus.pages(every: 7) {
            for _ in 0..<3 {
                let bytes = Mutation.mutated(page.bytes, &random)
                let breaches = DocumentLaws.breaches(MarkdownReader.read(bytes).document)
                #expect(breaches.isEmpty, "\(page)")
            }
        }
    }

    @Test("hold for random bytes")
    func randomBytes() {
        var random = SeededGenerator(7)
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(DocumentLaws.breaches(MarkdownReader.read(bytes).document).isEmpty, "\(bytes)")
        }
    }
}

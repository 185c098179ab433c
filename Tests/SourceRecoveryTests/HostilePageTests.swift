import SourceRecovery
import TestSupport
import Testing

@Suite("Recovered from hostile pages")
struct HostilePageTests {
    private static let pair = "<span data-ttu-id=\"a\">Satz</span><span class=\"sxs-lookup\"><span data-stu-id=\"a\">Sentence</span></span>"

    private static let pages: [(name: String, first: String, second: String)] = [
        (
            "many segments", String(repeating: "- Das ist ein deutscher Satz.\n- You have to pass all of the exams.\n", count: 5_000),
            String(repeating: "- Это предложение.\n- This is what you have to do for it.\n", count: 5_001)
        ),
        (
            "many headings", (0..<3_000).map { "## <a name=\"a\($0)\"></a>Titel\n\nSatz [x](\($0).md).\n\n" }.joined(),
            (0..<3_000).reversed().map { "## <a name=\"a\($0)\"></a>Заголовок\n\nYou have to read [x](\($0).md).\n\n" }.joined()
        ),
        (
            "a long comment", "Satz.\n\n<!--\n# The page\n\n" + String(repeating: "It is what you have to do for the page. ", count: 25_000) + "\n-->\n",
            "Текст.\n"
        ),
        ("nested comments", String(repeating: "<!-- # The page <!-- is what it is for you -->\n", count: 5_000), "Текст --> <!--\n"),
        ("pairs with one id", String(repeating: pair + " ", count: 5_000), String(repeating: pair + "\n\n", count: 5_000)),
        ("open spans", String(repeating: "<span data-ttu-id=\"a\">", count: 5_000), String(repeating: "<span data-ttu-id=\"", count: 5_000)),
        ("deep quotes", String(repeating: ">", count: 2_000) + " You have to pass all of the exams.\n", String(repeating: "> ", count: 500) + "Текст\n"),
    ]

    @Test("are read in time linear in their length", arguments: pages.indices)
    func linear(_ index: Int) throws {
        let page = Self.pages[index]
        let clock = ContinuousClock()
        let time = try clock.measure {
            let fixture = try Fixture([("de-DE", page.first), ("ru-RU", page.second)])
            for source in fixture.revisions + [fixture.recovered].compactMap({ $0 }) {
                for offset in stride(from: 0, to: source.markdown.count, by: 97) { #expect(source.origin(at: offset).line > 0) }
            }
        }
        // Quadratic would be minutes; a debug build on a busy machine takes seconds.
        #expect(time < .seconds(60), "\(page.name): \(time)")
    }

    @Test("never trap, and take nothing that the pages do not hold")
    func damaged() throws {
        var random = SeededGenerator(5)
        for _ in 0..<150 {
            let files = ["de-DE", "ru-RU", "ja-JP"].map { (locale: $0, bytes: Mutation.mutated(GeneratedPage.bytes(&random), &random)) }
            let fixture = try Fixture(files)
            for source in fixture.revisions + [fixture.recovered].compactMap({ $0 }) {
                for piece in source.pieces {
                    let page = try #require(fixture.pages.first { $0.locale == piece.origin.locale })
                    #expect(source.markdown[piece.range].elementsEqual(page.document.text[piece.origin.span]))
                    #expect(piece.origin.line == page.document.text.line(at: piece.origin.span.lower))
                }
            }
            if let inPlace = fixture.recovered {
                let skeleton = try #require(fixture.pages.first { $0.locale == inPlace.locale }).document.text
                #expect(inPlace.markdown.count { $0 == 0x0A } == skeleton.bytes.count { $0 == 0x0A })
            }
        }
    }
}

import LocalizationModel
import TestSupport
import Testing

@Suite("Recovered source")
struct SourceRecoveryTests {
    private func pair(_ target: String, _ source: String) -> String {
        "<span data-ttu-id=\"a\">\(target)</span><span class=\"sxs-lookup\"><span data-stu-id=\"a\">\(source)</span></span>"
    }

    private let commented =
        "<!--\n# The page\n\nIt says what you have to do and which of the exams are for you.\n\n- An item of the list that is in the comment.\n\nThen there is more to read, so that the comment holds most of the page and is the page.\n-->\n"

    @Test("is the page in a comment, at its lines, with what stands beside it")
    func comment() throws {
        let fixture = try Fixture([("zh-CN", "---\ntitle: 页\n---\n>[!IMPORTANT]\n>\(pair("请看。", "Please see this."))\n\n\(commented)")])
        let segments = try fixture.segments()
        #expect(
            segments.map(\.text) == [
                "Please see this.", "The page", "It says what you have to do and which of the exams are for you.",
                "An item of the list that is in the comment.",
                "Then there is more to read, so that the comment holds most of the page and is the page.",
            ])
        #expect(segments.map(\.method) == [.sideBySide, .comment, .comment, .comment, .comment])
        #expect(segments.map(\.line) == [5, 8, 10, 12, 14])
        #expect(segments.allSatisfy { $0.line == $0.ownLine })
        #expect(fixture.recovered?.isComplete == true && fixture.recovered?.withdrawn != nil)
    }

    @Test("is no comment in another language")
    func foreignComment() throws {
        let german = "<!--\n# Die Seite\n\nSie sagt, was zu tun ist und welche der Prüfungen für Sie bestimmt sind, und noch mehr.\n-->\n"
        #expect(try Fixture([("de-DE", "Kurz.\n\n\(german)")]).recovered == nil)
    }

    @Test("keeps the structure round side-by-side spans")
    func sideBySide() throws {
        let fixture = try Fixture([
            (
                "de-DE",
                "# \(pair("Titel", "Title"))\n\n\(pair("Erster Satz.", "First sentence.")) \(pair("Zweiter.", "Second."))\n\n1. \(pair("Punkt", "Item"))\n    - \(pair("Tief", "Deep"))\n\n> \(pair("Zitat", "Quote"))\n"
            )
        ])
        #expect(
            fixture.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") } == [
                "# Title", "First sentence. Second.", "1. Item", "- Deep", "> Quote",
            ])
        #expect(try fixture.segments().map(\.line) == [1, 3, 3, 5, 6, 8])
        #expect(fixture.recovered?.isComplete == true)
    }

    @Test("is what translations left in its language, where there is no more")
    func leftUntranslated() throws {
        let fixture = try Fixture([
            ("de-DE", "# Titel\n\nDas ist der erste Satz. Trial licenses are not included in this offer.\n\n- You have to pass all of the exams.\n"),
            ("ru-RU", "# Заголовок\n\nЭто первое предложение. Trial licenses are not included in this offer.\n"),
        ])
        #expect(try fixture.segments().map(\.text) == ["Trial licenses are not included in this offer.", "You have to pass all of the exams."])
        #expect(try fixture.segments().map(\.method) == [.leftUntranslated, .leftUntranslated])
        #expect(try fixture.segments().map(\.line) == [3, 5])
        #expect(fixture.recovered?.locale.description == "de-DE" && fixture.recovered?.isComplete == false)
    }

    @Test("comes from the newest page that holds it")
    func newest() throws {
        func page(_ date: String, _ word: String) -> String {
            "---\nms.lasthandoff: \(date)\nms.sourcegitcommit: \(commit(word))\n---\n\(pair("Satz.", "The \(word) sentence."))\n"
        }
        func commit(_ word: String) -> String { String(repeating: word == "new" ? "a" : "b", count: 40) }
        let fixture = try Fixture([("de-DE", page("06/01/2018", "old")), ("ja-JP", page("08/31/2018", "new")), ("ru-RU", page("07/15/2018", "middle"))])
        #expect(fixture.text.contains("The new sentence."))
        #expect(fixture.recovered?.commit == commit("new"))
    }

    @Test("is nil where no translation holds a word of it")
    func none() throws {
        #expect(try Fixture([("de-DE", "# Titel\n\nDas ist ein deutscher Satz.\n"), ("ja-JP", "これは文です。\n")]).recovered == nil)
        #expect(try Fixture([(locale: String, text: String)]()).recovered == nil)
        #expect(try Fixture([("de-DE", "")]).recovered == nil)
    }

    @Test("never traps on damaged pages, and its pieces are the page's bytes")
    func damaged() throws {
        var random = SeededGenerator(11)
        let page = Array("---\ntitle: 页\n---\n# \(pair("一。", "One."))\n\n- \(pair("二。", "Two is **bold**."))\n\n\(commented)".utf8)
        for _ in 0..<400 {
            let fixture = try Fixture([("zh-CN", Mutation.mutated(page, &random))])
            guard let recovered = fixture.recovered else { continue }
            for source in [recovered] + fixture.revisions {
                for piece in source.pieces {
                    #expect(source.markdown[piece.range].elementsEqual(fixture.pages[0].document.text[piece.origin.span]))
                }
            }
        }
    }
}

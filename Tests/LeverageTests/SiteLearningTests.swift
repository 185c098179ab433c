import LocaleData
import LocalizationModel
import Testing

@testable import Leverage

@Suite("Learning from a site")
struct SiteLearningTests {
    private static func memory(_ pairs: [(String, String)]) -> TranslationMemory {
        TranslationMemory(pairs.enumerated().map { .init(source: $1.0, target: $1.1, page: "page.md", line: $0 + 1) })
    }

    private static let german = memory([
        ("The form is free.", "Das Formular ist kostenlos."),
        ("Partners must have 2,000 users in the market.", "Partner müssen 2.000 Benutzer im Markt haben."),
        ("Choose a level.", "Wählen Sie eine Stufe."), ("請選擇層級。", "Ebene wählen"),
    ])

    @Test("the same words give the same sentence, whatever their case and punctuation")
    func exact() throws {
        let match = try #require(Self.german.best(for: "the form is free"))
        #expect(match.entry.target == "Das Formular ist kostenlos." && match.entry.line == 1 && match.similarity == 1)
        #expect(Self.german.best(for: "請選擇層級")?.similarity == 1)
    }

    @Test("another number is another sentence, and a like one")
    func fuzzy() throws {
        let match = try #require(Self.german.best(for: "Partners must have 4,000 users in the market."))
        #expect(match.entry.line == 2 && match.similarity < 1 && match.similarity > 0.8)
    }

    @Test("what is not like anything finds nothing", arguments: ["", " ", "a", "Quite another thing altogether.", "The form", "!!!", "😀"])
    func nothing(sentence: String) { #expect(Self.german.best(for: sentence) == nil) }

    @Test("only sure translations are kept, the first of a sentence, sorted")
    func pairs() {
        func bitext(_ units: [(String, String, TranslationUnit.State, Double)]) -> Bitext {
            func segment(_ text: String, _ index: Int) -> Segment {
                let facts = SegmentFacts(
                    plain: text, letters: LetterCounts(), wordCount: 1, numbers: [], codes: [], inlineCode: [], destinations: [], names: [], strong: [],
                    emphasised: [])
                return Segment(
                    kind: .paragraph, block: index, section: -1, span: SourceSpan(index, index + 1), line: index + 1, text: "*\(text)*", facts: facts)
            }
            return Bitext(
                source: units.enumerated().map { segment($1.0, $0) }, target: units.enumerated().map { segment($1.1, $0) },
                units: units.enumerated().map { TranslationUnit(source: [$0], target: [$0], state: $1.2, confidence: $1.3) }, movedSections: [])
        }
        var learning = SiteLearning()
        learning.add(
            SiteLearning.pairs(
                bitext([
                    ("Two", "Zwei", .translated, 1), ("One", "Eins", .translated, 1), ("Three", "Three", .untranslated, 1), ("Four", "Vier", .translated, 0.2),
                    ("Azure", "Azure", .translated, 1),
                ]), page: "a.md"))
        learning.add(SiteLearning.pairs(bitext([("One", "Einmal", .translated, 1)]), page: "b.md"))
        #expect(learning.memory().map { "\($0.source)=\($0.target)@\($0.page):\($0.line)" } == ["One=*Eins*@a.md:2", "Two=*Zwei*@a.md:1"])
    }
}

@Suite("Memory files")
struct MemoryFileTests {
    @Test("say what was written, tabs and line ends flattened")
    func roundTrip() throws {
        let entries = [TranslationMemory.Entry(source: "a\tb\nc", target: "d", page: "x.md", line: 7)]
        #expect(try MemoryFile.parse(Array(MemoryFile.text(entries).utf8), "m").entries == [.init(source: "a b c", target: "d", page: "x.md", line: 7)])
    }

    @Test("are refused with file and line", arguments: ["a\tb", "a\tb\tc\t0", "a\tb\tc\tx", "a\tb\tc\t1\t2"])
    func broken(line: String) {
        let error = #expect(throws: HexaplaError.self) { try MemoryFile.parse(Array("# head\n\(line)\n".utf8), "m.tsv") }
        #expect(error?.message.hasPrefix("m.tsv:2:") ?? false)
    }
}

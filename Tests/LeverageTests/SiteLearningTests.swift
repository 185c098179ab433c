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

@Suite("A site's own lexicon")
struct OverriddenLexiconTests {
    private static func entry(_ stem: String, _ count: Int, _ form: String, kept: Double?) -> Lexicon.Entry {
        .init(stem: stem, count: count, found: 0.9, chance: 0.1, kept: kept, forms: [form])
    }

    @Test("goes before the general one where it knows a word well, and always in what titles keep")
    func overridden() {
        let general = Lexicon([
            Self.entry("level", 90, "ebene", kept: nil), Self.entry("form", 90, "formul", kept: 0.1), Self.entry("page", 9, "seite", kept: 0.2),
        ])
        let own = Lexicon([
            Self.entry("level", 5, "stufe", kept: 0.3), Self.entry("form", 4, "antrag", kept: 0.8), Self.entry("silver", 3, "silber", kept: nil),
        ])
        let merged = general.overridden(by: own).entries.map { "\($0.stem) \($0.forms[0]) \($0.kept.map { "\($0)" } ?? "-")" }
        #expect(merged == ["form formul 0.8", "level stufe 0.3", "page seite 0.2", "silver silber -"])
    }
}

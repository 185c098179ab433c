import LocaleData
import TestSupport
import Testing

@testable import LocalizationModel

/// What is decided early is what the whole reading says.
@Suite("Verdicts on a segment's language that are decided early")
struct LanguageShortcutTests {
    private static let words = [
        "the", "and", "Partner", "partner", "Daten", "der", "Konto", "konfiguriert", "Zuweisungsregel", "assignments", "quarterly", "Azure", "und", "IT",
        "net452",
        "Überprüfung", "überprüfte", "of", "licenses", "Müller", "für", "Ihre", "send", "form", "Formular", "to", "von", "it’s", "und/oder",
    ]

    private struct Choice {
        var state: UInt64 = 42
        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static func profiles() throws -> [String: LocaleProfile] {
        let store = LocaleStore(directory: Repository.locales)
        return Dictionary(uniqueKeysWithValues: try store.profiles(for: store.available()).map { ($0.description, $1) })
    }

    @Test("A text that is surely the translation's own is so when every word is read")
    func open() throws {
        let profiles = try Self.profiles()
        let (german, english) = (try #require(profiles["de-DE"]), try #require(profiles["en-US"]))
        let odds = try #require(LanguageOdds(own: german, source: english))
        var choice = Choice()
        var sure = 0
        for _ in 0..<3_000 {
            let text = (0...choice.next(14)).map { _ in Self.words[choice.next(Self.words.count)] }.joined(separator: " ")
            let facts = SegmentFacts(
                plain: text, letters: LetterCounts(), wordCount: 0, numbers: [], codes: [], inlineCode: [], destinations: [], names: [], strong: [],
                emphasised: [])
            var reading = LanguageReading(facts, odds)
            guard reading.isSurelyOwn else { continue }
            sure += 1
            reading.settle()
            #expect(reading.verdict == .own, "\(text)")
        }
        #expect(sure > 300)
    }

    @Test("A text that cannot hold a clause of the source's holds none", arguments: ["ru-RU", "ja-JP", "zh-CN"])
    func clauses(locale: String) throws {
        let profiles = try Self.profiles()
        let (ownProfile, sourceProfile) = (try #require(profiles[locale]), try #require(profiles["en-US"]))
        let (own, source) = (WordTable(ownProfile.functionWords), WordTable(sourceProfile.functionWords))
        let pieces = ["the", "of", "to", "a", "Office", "form", "'s", "’", "é", "для", "или", "的", "表单", "に", "。", "-", ".", "_", "3", "©", " ", " ", " ", " "]
        var (choice, short) = (Choice(), 0)
        for _ in 0..<20_000 {
            let text = (0...choice.next(12)).map { _ in pieces[choice.next(pieces.count)] }.joined()
            guard !LanguageEvidence.mayHoldClause(text) else { continue }
            short += 1
            let words = WordProfile(FoldedText(text).characters, own: own, source: source, isSourceLatin: true)
            #expect(words.longestRunLowerCase <= 2, "\(text)")
        }
        #expect(short > 1_000)
    }
}

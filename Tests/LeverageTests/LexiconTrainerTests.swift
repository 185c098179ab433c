import LocaleData
import LocalizationModel
import Testing

@testable import Leverage

@Suite("Learning a lexicon")
struct LexiconTrainerTests {
    private static func lexicon(_ pairs: [(String, String)], tellsKept: Bool = true) -> Lexicon {
        var trainer = LexiconTrainer()
        for (source, target) in pairs { trainer.add(source: source, target: target, tellsKept: tellsKept) }
        // Other text, so that no word stands everywhere.
        for word in ["rain", "sun", "snow", "wind", "fog", "hail", "ice", "dew", "mist", "storm"] {
            trainer.add(source: "quiet \(word)", target: "\(word)qx zz", tellsKept: tellsKept)
        }
        return trainer.lexicon()
    }

    private static func entry(_ stem: String, _ lexicon: Lexicon) -> Lexicon.Entry? { lexicon.entries.first { $0.stem == stem } }

    private static let german = [
        ("Open the window", "Öffnen Sie das Fenster"), ("Close the window", "Schließen Sie das Fenster"), ("The window is new", "Das Fenster ist neu"),
        ("Open the account", "Öffnen Sie das Konto"), ("Close the account", "Schließen Sie das Konto"), ("The account is new", "Das Konto ist neu"),
        ("Open the folder", "Öffnen Sie den Ordner"), ("Close the folder", "Schließen Sie den Ordner"), ("Pay the bill", "Zahlen Sie die Rechnung"),
        ("Send the letter", "Senden Sie den Brief"), ("Read it twice", "Lesen Sie ihn zweimal"), ("Ask a friend", "Fragen Sie eine Freundin"),
    ]

    @Test("finds the form that goes with a word")
    func forms() throws {
        let lexicon = Self.lexicon(Self.german)
        #expect(Self.entry("window", lexicon)?.forms == ["fenste"])
        #expect(Self.entry("accoun", lexicon)?.forms == ["konto"])
        #expect(Self.entry("open", lexicon)?.forms == ["öffnen"])
        let window = try #require(Self.entry("window", lexicon))
        #expect(window.count == 3 && window.found > 0.7 && window.chance < 0.3 && window.kept ?? 0 < 0.1)
    }

    @Test("knows pairs of Han and three katakana where words are not divided")
    func undivided() {
        let lexicon = Self.lexicon([
            ("Choose the customer", "顧客を選びます"), ("The customer pays", "顧客が払います"), ("A customer calls", "顧客から電話です"), ("Read the guide", "ガイドを読みます"),
            ("The guide is short", "ガイドは短いです"), ("Print the guide", "ガイドを印刷します"), ("It rains", "雨です"), ("Go home", "家に帰ります"),
        ])
        #expect(Self.entry("custom", lexicon)?.forms == ["顧客"])
        #expect(Self.entry("guide", lexicon)?.forms == ["ガイド"])
    }

    @Test("a form belongs to the word that it goes with most")
    func competition() {
        // 'gold' never stands without 'level': without a contest it would claim 'stufe' too.
        let lexicon = Self.lexicon([
            ("The gold level", "Die Stufe Gold"), ("A gold level", "Eine Stufe Gold"), ("My gold level", "Meine Stufe Gold"),
            ("The first level", "Die erste Stufe"),
            ("Her next level", "Ihre nächste Stufe"), ("One level more", "Eine Stufe mehr"), ("Some other text", "Anderer Text"),
            ("Nothing here", "Nichts hier"),
        ])
        #expect(Self.entry("level", lexicon)?.forms == ["stufe"])
        #expect(Self.entry("gold", lexicon)?.forms == [])
    }

    @Test("titles tell which words stay as they are")
    func kept() throws {
        var pairs = Self.german
        for _ in 0..<4 { pairs += [("Azure", "Azure"), ("Levels", "Stufen")] }
        pairs += [
            ("Azure is here", "Azure ist da"), ("Azure costs money", "Azure kostet Geld"), ("The levels differ", "Die Stufen weichen ab"),
            ("All levels", "Alle Stufen"),
        ]
        let lexicon = Self.lexicon(pairs)
        #expect(try #require(Self.entry("azure", lexicon)?.kept) > 0.7)
        #expect(Self.entry("levels", lexicon)?.kept == 0)
        #expect(try #require(lexicon.evidence(onTitle: "Azure", ignoring: [])).kept > 0.7)
        #expect(lexicon.evidence(onTitle: "Azure Levels Unheard", ignoring: [])?.isComplete == false)
        #expect(lexicon.evidence(onTitle: "Unheard", ignoring: []) == nil)
        #expect(try #require(lexicon.evidence(onTitle: "The Azure", ignoring: ["the"])).isComplete)
    }

    @Test("what stands twice counts once, and what is too rare not at all")
    func repetition() {
        let lexicon = Self.lexicon([("Open it", "Öffnen Sie es"), ("Open it", "Öffnen Sie es"), ("Open it", "Öffnen Sie es"), ("Go now", "Gehen Sie")])
        #expect(lexicon.entries.isEmpty)
    }

    @Test("depends on nothing but the pairs")
    func deterministic() {
        let text = LexiconFile.text(Self.lexicon(Self.german), provenance: [])
        for _ in 0..<3 { #expect(LexiconFile.text(Self.lexicon(Self.german), provenance: []) == text) }
    }

    @Test("takes rubbish", arguments: ["", "\u{0}", "😀😀", "\u{FFFD}", "a", String(repeating: "wort ", count: 5000), "́́́", "語", "ー", "\u{E000}\u{10FFFF}"])
    func rubbish(text: String) {
        let lexicon = Self.lexicon([(text, text), (text, "x y"), ("x y", text), ("abc def", text)], tellsKept: true)
        #expect(lexicon.entries.allSatisfy { (0...1).contains($0.found) && (0...1).contains($0.chance) && (0...1).contains($0.kept ?? 0) })
    }
}

import LocalizationModel
import TestSupport
import Testing

@Suite("Texts compared and searched by their bytes")
struct TextSearchTests {
    private static let texts = [
        "", "a", "Abc", "bc", "é", "e\u{301}", "e", "ée", "re\u{301}sume", "résumé", "が", "か\u{3099}", "か", "x\r\ny", "\r", "日本語", "本", "Ё", "👩‍👧", "👩",
        "ab", "K", "\u{212A}", "Grüße", "Gru\u{308}ße", "a;", "a\u{37E}", "a\r\n", "a\r", "a\n",
    ]

    @Test("texts are the same where `==` says so")
    func same() {
        for a in Self.texts { for b in Self.texts { #expect(a.isSame(as: b) == (a == b), "\(a) \(b)") } }
    }

    @Test("parts are found as characters")
    func contained() {
        for text in Self.texts { for part in Self.texts { #expect(TextSearch.contains(text, part) == text.contains(part), "\(text) \(part)") } }
    }

    @Test("parts are counted as Swift finds them")
    func counted() {
        var random = SeededGenerator(2)
        let pieces = ["a", "b", "é", "e\u{301}", "中", "\u{301}", " ", "\r", "\n"]
        for _ in 0..<5_000 {
            let (text, part) = (pieces.sample(0...12, &random).joined(), pieces.sample(1...2, &random).joined())
            #expect(TextSearch.count(of: part, in: text) == text.ranges(of: part).count, "\(text) \(part)")
            #expect(TextSearch.contains(text, part) == text.contains(part), "\(text) \(part)")
        }
    }
}

import TestSupport
import Testing

@testable import LocalizationModel

@Suite("Characters of a text, folded")
struct FoldedTextTests {
    private static let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

    @Test("What the tables say of a scalar is what Unicode says")
    func tables() {
        for scalar in Self.scalars {
            guard let lone = LoneScalars[scalar.value] else { continue }
            let character = Character(scalar)
            let isSame =
                character.lowercased().unicodeScalars.elementsEqual([Unicode.Scalar(UInt32(lone.code)) ?? " "]) && lone.isLetter == character.isLetter
                && lone.isNumber == character.isNumber && lone.isCapital == (character.lowercased() != String(character))
                && lone.isLatin == (scalar.value < 0x250) && lone.isEastAsian == (scalar.value >= 0x3040)
            if !isSame { Issue.record("U+\(String(scalar.value, radix: 16))") }
        }
    }

    @Test("A lone scalar is a character whatever stands beside it, and equal to no other")
    func lone() {
        let lone = Self.scalars.filter { LoneScalars[$0.value] != nil }
        #expect(lone.count > 40_000 && Set(lone.map { String($0) }).count == lone.count)
        let neighbours: [Unicode.Scalar] = ["a", "\n", "é", "й", "の", "가", "—", "☎"]
        for scalar in lone {
            for neighbour in neighbours {
                let text = String(String.UnicodeScalarView([neighbour, scalar, neighbour]))
                if text.count != 3 || FoldedText(text).characters.count != 3 { Issue.record("U+\(String(scalar.value, radix: 16))") }
            }
        }
    }

    @Test("Folded characters are equal where the characters are")
    func equality() {
        let pieces = [
            "a", "A", "é", "e\u{301}", "É", "İ", "ß", "Й", "и\u{306}", "が", "か\u{3099}", "한", "👩‍💻", "🇩🇪", "\r\n", "१", "Å", "\u{212B}", "ﬁ", "x", "7", "七", "Ⅷ",
            " ",
        ]
        for a in pieces {
            for b in pieces {
                let (left, right) = (FoldedText(a).characters, FoldedText(b).characters)
                #expect(left.count == 1 && (left == right) == (a.lowercased() == b.lowercased()), "\(a) \(b)")
            }
            #expect(FoldedText(a).characters[0].isLetter == Character(a).isLetter && FoldedText(a).characters[0].isNumber == Character(a).isNumber)
        }
    }

    @Test("A text has as many folded characters as characters")
    func texts() {
        var random = SeededGenerator(1)
        let pieces = ["a", "É", "e\u{301}", "и\u{306}", "が", "👩‍💻", "\r\n", "\r", "\n", " ", "中", "—", "1"]
        for _ in 0..<2_000 {
            let text = pieces.sample(0...12, &random).joined()
            #expect(FoldedText(text).characters.count == text.count)
        }
    }
}

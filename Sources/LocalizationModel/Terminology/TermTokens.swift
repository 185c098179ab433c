/// A text cut into what terms are compared by: words, marks, and the single letters of scripts that do not divide words.
///
/// `E-Mail` is three, `Partner Center` two, `合作夥伴` four. White space divides and is none itself.
enum TermTokens {
    private enum Kind {
        case space, word, katakana, single
    }

    /// Ranges of the characters, ascending.
    static func ranges(in text: [FoldedCharacter]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(text.count / 4 + 1)
        var place = 0
        while place < text.count {
            let start = place
            let kind = kind(text[place])
            place += 1
            switch kind {
            case .space: continue
            case .single: break
            case .word, .katakana: while place < text.count, self.kind(text[place]) == kind { place += 1 }
            }
            ranges.append(start..<place)
        }
        return ranges
    }

    /// True for a run of letters or digits, to which endings may be added.
    static func isWord(_ token: ArraySlice<FoldedCharacter>) -> Bool { token.first.map { kind($0) == .word } ?? false }

    private static func kind(_ character: FoldedCharacter) -> Kind {
        let code = character.code
        guard character.isLetterOrNumber else {
            // The long vowel is a letter; spaces from the no-break one to the ideographic one.
            return code == 0x20 || code == 0x09 || code == 0x0A || code == 0xA0 || code == 0x202F || code == 0x3000 ? .space : .single
        }
        switch code {
        case ..<0x3040, 0xAC00...0xD7A3, 0xFF10...0xFF5A: return .word
        case 0x30A1...0x30FA, 0x30FC...0x30FE, 0xFF66...0xFF9D: return .katakana
        default: return .single
        }
    }
}

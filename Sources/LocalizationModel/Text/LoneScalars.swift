/// The scalars that real pages are written with: each is a character by itself whatever stands beside it, unless that is none of
/// these, and no other scalar is equal to it.
///
/// Letters with marks of their own, jamo, emoji and the other scripts are not among them: `Character` answers for those.
enum LoneScalars {
    /// Nil for a scalar that is none of these.
    @inline(__always) static subscript(scalar: UInt32) -> FoldedCharacter? {
        scalar < firstBeyondAlphabets ? alphabets[Int(scalar)] : beyondAlphabets(scalar)
    }

    /// True for a text of nothing else: two such texts are equal where their bytes are.
    static func makeUp(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            if text[place] < 0x80, text[place] != 0x0D {
                place += 1
            } else {
                let (scalar, length) = text.scalar(at: place)
                guard Self[scalar] != nil else { return false }
                place += length
            }
        }
        return true
    }

    /// Where precomposed letters stand.
    static let composedRanges: [ClosedRange<UInt32>] = [0xC0...0x52F, 0x3041...0x30FF]

    // MARK: Latin, Greek, Cyrillic

    private static let firstBeyondAlphabets: UInt32 = 0x530

    /// By scalar, from Unicode's own tables.
    static let alphabets: [FoldedCharacter?] = (0..<firstBeyondAlphabets).map { value in
        guard isLoneInAlphabets(value), let scalar = Unicode.Scalar(value) else { return nil }
        let properties = scalar.properties
        let lower = properties.lowercaseMapping.unicodeScalars
        // A letter whose other case is elsewhere, or several letters.
        guard lower.count == 1, let folded = lower.first?.value, folded < firstBeyondAlphabets, (value < 0x250) == (folded < 0x250) else { return nil }
        return FoldedCharacter(folded, isLetter: properties.isAlphabetic, isNumber: properties.numericType != nil, isCapital: folded != value)
    }

    /// All but a carriage return, which is one character with the line feed after it, combining marks, and what is equal to others.
    private static func isLoneInAlphabets(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0D, 0x300...0x36F, 0x374, 0x37E, 0x387, 0x483...0x489: false
        default: true
        }
    }

    // MARK: Punctuation, kana, ideographs

    private static func beyondAlphabets(_ scalar: UInt32) -> FoldedCharacter? {
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF: FoldedCharacter(scalar, isLetter: true, isNumber: ideographicNumbers.contains(scalar))
        case 0x3005...0x3006, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xAC00...0xD7A3, 0xFF41...0xFF5A, 0xFF66...0xFF9D:
            FoldedCharacter(scalar, isLetter: true, isNumber: false)
        case 0xFF21...0xFF3A: FoldedCharacter(scalar + 0x20, isLetter: true, isNumber: false, isCapital: true)
        case 0xFF10...0xFF19: FoldedCharacter(scalar, isLetter: false, isNumber: true)
        case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x2328, 0x232B...0x2426, 0x2500...0x2775, 0x2794...0x2ADB, 0x3000...0x3004,
            0x3008...0x3020, 0x309B...0x309C, 0x30A0, 0x30FB, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
            FoldedCharacter(scalar, isLetter: false, isNumber: false)
        default: nil
        }
    }

    /// Ideographs that are numbers.
    private static let ideographicNumbers = IdeographSet(
        """
        㐅㒃㠪㭍一七万三两九二五亖京亿什仟仨伍佰俩倆億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拐拾捌柒洞漆玖百皕秭肆萬貮貳贰鈎钩阡陆陌陸零
        """)
}

/// A set of ideographs, a bit each.
private struct IdeographSet {
    private static let first: UInt32 = 0x3400
    private var words = [UInt64](repeating: 0, count: (0x9FFF - 0x3400) / 64 + 1)

    init(_ text: String) {
        for scalar in text.unicodeScalars {
            let place = Int(scalar.value - Self.first)
            words[place / 64] |= 1 << UInt64(place % 64)
        }
    }

    @inline(__always) func contains(_ scalar: UInt32) -> Bool {
        let place = Int(scalar - Self.first)
        return words[place / 64] & 1 << UInt64(place % 64) != 0
    }
}

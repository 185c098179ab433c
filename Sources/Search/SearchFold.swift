import LocalizationModel

/// Which letters the search takes for the same: case, accents and compatibility forms fall away.
///
/// The client (`templates/assets/search.js`) folds what a reader types by the same rule; a test compares the two in a browser. A scalar becomes
/// the canonical composition of its compatibility decomposition in lower case, without the marks U+0300 to U+036F (Unicode Standard Annex 15).
public struct SearchFold {
    /// What one scalar becomes, after Unicode's tables.
    private let folded: (UInt32) -> [UInt32]
    /// A letter and the sound mark after it as one; nil where there is no such letter.
    private let composed: (UInt32, UInt32) -> UInt32?
    private var known: [UInt32: [UInt32]] = [:]
    private var kinds: [UInt32: Kind] = [:]

    public init(folded: @escaping (UInt32) -> [UInt32], composed: @escaping (UInt32, UInt32) -> UInt32?) {
        self.folded = folded
        self.composed = composed
    }

    /// What a scalar does in a text.
    public enum Kind: Sendable {
        /// Divides words.
        case separator
        /// Part of a word that spaces divide from others.
        case word
        /// Of a script that writes no spaces between words, or agglutinates like Korean: found by pairs.
        case running
    }

    /// Appends what a scalar becomes.
    mutating func append(_ scalar: UInt32, to text: inout [UInt32]) {
        switch scalar {
        case 0x41...0x5A: text.append(scalar + 0x20)
        case 0..<0x80, 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0xAC00...0xD7A3, 0x3001...0x3002: text.append(scalar)
        // а to я without й; А to Я without Й.
        case 0x430...0x438, 0x43A...0x44F: text.append(scalar)
        case 0x410...0x418, 0x41A...0x42F: text.append(scalar + 0x20)
        // The sound marks of kana that stand apart.
        case 0x3099, 0x309A, 0xFF9E, 0xFF9F:
            let mark = scalar >= 0xFF9E ? scalar - 0xFF9E + 0x3099 : scalar
            if let last = text.last, let whole = composed(last, mark) { text[text.count - 1] = whole } else { text.append(mark) }
        default:
            if let known = known[scalar] { return text.append(contentsOf: known) }
            let result = folded(scalar)
            known[scalar] = result
            text.append(contentsOf: result)
        }
    }

    /// Of a folded scalar.
    mutating func kind(_ scalar: UInt32) -> Kind {
        switch scalar {
        case 0x61...0x7A, 0x30...0x39, 0x430...0x44F: return .word
        case 0..<0x80, 0x3000...0x3004, 0x3008...0x3020: return .separator
        case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA: return .running
        default:
            if let known = kinds[scalar] { return known }
            let kind = Self.kindByTables(scalar)
            kinds[scalar] = kind
            return kind
        }
    }

    private static func kindByTables(_ scalar: UInt32) -> Kind {
        if running.contains(where: { $0.contains(scalar) }) { return .running }
        guard let scalar = Unicode.Scalar(scalar) else { return .separator }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
            .decimalNumber, .letterNumber, .otherNumber:
            return .word
        default: return .separator
        }
    }

    /// Thai, Lao, Tibetan, Myanmar, Khmer; radicals, kana, bopomofo, ideographs, Hangul.
    private static let running: [ClosedRange<UInt32>] = [
        0x0E01...0x0EFF, 0x0F00...0x0FBC, 0x1000...0x109F, 0x1780...0x17DD, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x309F,
        0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0x20000...0x3FFFF,
    ]
}

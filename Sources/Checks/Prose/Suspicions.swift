import LocalizationModel

/// What the bytes of a block give reason to look for: a rule makes the `Prose` of a block only where its own reason is there.
struct Suspicions: OptionSet {
    let rawValue: UInt8

    /// Any mark that may quote.
    static let quotation = Self(rawValue: 1 << 0)
    /// A mark or letter whose width may be that of another script.
    static let width = Self(rawValue: 1 << 1)
    /// A character of another orthography, or letters of two scripts side by side.
    static let script = Self(rawValue: 1 << 2)
    /// Twice the same in a row.
    static let repetition = Self(rawValue: 1 << 3)
    /// Braces, percent and dollar signs, angle brackets.
    static let placeholder = Self(rawValue: 1 << 4)
}

/// Looks a locale's text over, each byte once.
struct SuspicionScan: Sendable {
    /// Characters of another orthography.
    let foreign: ScalarSet
    /// Characters that never stand twice in a row but in the words that are known.
    let single: ScalarSet
    /// True where the language is written with ideographs or kana.
    let isEastAsian: Bool
    private let isCyrillic: Bool

    init(_ profile: LocaleProfile) {
        foreign = ScalarSet(profile.foreignCharacters)
        single = ScalarSet(profile.repetition.single)
        isEastAsian = profile.isEastAsian
        isCyrillic = profile.scripts.contains("Cyrl")
    }

    func suspicions(_ bytes: [UInt8]) -> Suspicions {
        bytes.withUnsafeBufferPointer { isEastAsian ? eastAsian($0) : alphabetic($0) }
    }

    private func alphabetic(_ bytes: UnsafeBufferPointer<UInt8>) -> Suspicions {
        var found: Suspicions = []
        var word = 0
        for i in bytes.indices {
            let byte = bytes[i]
            if byte > 0x40, byte < 0x7B { continue }
            switch byte {
            case 0x20, 0x0A:
                if i + 1 < bytes.count, word < i, bytes[word] == bytes[i + 1], isRepeated(bytes, word, i) { found.insert(.repetition) }
                word = i + 1
            case UInt8(ascii: "\""): found.insert(.quotation)
            case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "<"): found.insert(.placeholder)
            // Latin-1 marks («), general punctuation (“).
            case 0xC2, 0xE2: found.insert(.quotation)
            case 0xE3, 0xEF: found.insert([.width, .quotation])
            case 0xD0, 0xD1:
                if i > 0 && bytes[i - 1].isASCIILetter || i + 2 < bytes.count && bytes[i + 2].isASCIILetter { found.insert(.script) }
            case UInt8(ascii: "&"): found.insert([.quotation, .placeholder])
            default: continue
            }
        }
        if isCyrillic, !found.contains(.script), hasLoneLetter(bytes) { found.insert(.script) }
        return found
    }

    /// True where the word that ends at `end` is the next one as well.
    private func isRepeated(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        guard end + 1 + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[start + offset] != bytes[end + 1 + offset] { return false }
        let behind = end + 1 + length
        return bytes[start] > 0x40 && (behind == bytes.count || !bytes[behind].isASCIIAlphanumeric && bytes[behind] < 0x80)
    }

    /// A Latin letter that is a word by itself.
    private func hasLoneLetter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > 4 else { return false }
        for i in 1..<bytes.count - 1 where bytes[i] > 0x60 && bytes[i] < 0x7B && bytes[i - 1] == 0x20 && bytes[i + 1] == 0x20 { return true }
        return false
    }

    private func eastAsian(_ bytes: UnsafeBufferPointer<UInt8>) -> Suspicions {
        var found: Suspicions = []
        var (i, last) = (0, UInt32(0))
        while i < bytes.count {
            let byte = bytes[i]
            if byte < 0x80 {
                switch byte {
                case UInt8(ascii: "\""): found.insert(.quotation)
                case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "<"): found.insert(.placeholder)
                case UInt8(ascii: "&"): found.insert([.quotation, .placeholder])
                case UInt8(ascii: "!"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"):
                    if i > 0, bytes[i - 1] >= 0x80 { found.insert(.width) }
                case UInt8(ascii: "("), UInt8(ascii: ")"):
                    if i > 0, bytes[i - 1] >= 0x80 || i + 1 < bytes.count && bytes[i + 1] >= 0x80 { found.insert(.width) }
                default: break
                }
                i += 1
                continue
            }
            let (scalar, length) = bytes.scalar(at: i)
            // Where ideographs and kana are.
            if scalar >= 0x3041, scalar < 0xA000 {
                if foreign.contains(scalar) { found.insert(.script) }
                if scalar == last, single.contains(scalar) { found.insert(.repetition) }
            } else if scalar >= 0xFF01, scalar <= 0xFF60 {
                found.insert(.width)
            } else if scalar < 0x3020 {
                found.insert(.quotation)
            }
            last = scalar
            i += length
        }
        return found
    }
}

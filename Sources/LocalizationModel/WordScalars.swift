/// Unicode scalars that make words; the scripts met most are told without a look into Unicode's tables.
public enum WordScalars {
    /// Unicode's property Alphabetic.
    public static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x80: UInt8(truncatingIfNeeded: value).isASCIILetter
        // Latin but × and ÷; Cyrillic; kana and their long vowel; CJK unified ideographs.
        case 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x0400...0x0481, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF: true
        // General, CJK and full-width punctuation.
        case 0x2010...0x205E, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFF01...0xFF20: false
        default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
        }
    }

    /// Letters and what has a numeric value.
    public static func isLetterOrNumber(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x80: UInt8(truncatingIfNeeded: value).isASCIIAlphanumeric
        case 0xFF10...0xFF19, 0x3007: true
        case 0x2010...0x205E, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFF01...0xFF0F, 0xFF1A...0xFF20: false
        default: isLetter(value) || Unicode.Scalar(value)?.properties.numericType != nil
        }
    }
}

/// Unicode scalars that make words; the scripts met most are told without a look into Unicode's tables.
public enum WordScalars {
    /// Unicode's property Alphabetic.
    @inlinable
    public static func isLetter(_ value: UInt32) -> Bool {
        value < 0x80 ? UInt8(truncatingIfNeeded: value).isASCIILetter : known(value) ?? isAlphabetic(value)
    }

    /// Letters and what has a numeric value.
    @inlinable
    public static func isLetterOrNumber(_ value: UInt32) -> Bool {
        if value < 0x80 { return UInt8(truncatingIfNeeded: value).isASCIIAlphanumeric }
        if let isLetter = known(value) { return isLetter || isFullWidthDigit(value) }
        return isAlphabetic(value) || isNumeric(value)
    }

    /// True for letters and false for others of the scripts met most; nil for scalars to be looked up. Of those that are no letters only
    /// full-width digits have a numeric value.
    @inlinable
    static func known(_ value: UInt32) -> Bool? {
        switch value {
        // No-break space; × and ÷; Latin; Cyrillic.
        case 0xA0, 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x0400...0x0481: true
        // General, CJK and full-width punctuation.
        case 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFF01...0xFF20: false
        // Kana and their long vowel; CJK unified ideographs.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF: true
        default: nil
        }
    }

    @inlinable
    static func isFullWidthDigit(_ value: UInt32) -> Bool { value >= 0xFF10 && value <= 0xFF19 }

    @usableFromInline
    static func isAlphabetic(_ value: UInt32) -> Bool { Unicode.Scalar(value)?.properties.isAlphabetic ?? false }

    @usableFromInline
    static func isNumeric(_ value: UInt32) -> Bool { Unicode.Scalar(value)?.properties.numericType != nil }
}

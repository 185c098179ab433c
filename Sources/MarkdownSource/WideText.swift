/// Scripts that write no spaces between words.
enum WideText {
    /// True where a line end between two characters is none for readers: both are wide, or one is and the other is a mark that
    /// such texts share with others. Hangul has spaces, and keeps them.
    static func joins(_ before: UInt32?, _ after: UInt32?) -> Bool {
        guard let before, let after else { return false }
        return isWide(before) ? isWide(after) || isShared(after) : isShared(before) && isWide(after)
    }

    /// East Asian Width F, W or H (UAX #11) without Hangul and pictures.
    static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        // Radicals, punctuation, kana, Bopomofo; compatibility Jamo (3131 to 318E) are Hangul's.
        case 0x2E80...0x2FFF, 0x3000...0x3130, 0x318F...0x31FF, 0x3220...0x325F, 0x3280...0x4DBF, 0x4E00...0xA4CF: true
        // Compatibility ideographs, vertical and small forms, full and half width.
        case 0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFF9F, 0xFFE0...0xFFE6: true
        case 0x1B000...0x1B16F, 0x1F200...0x1F2FF, 0x20000...0x3FFFD: true
        default: false
        }
    }

    /// Quotation marks, dashes, points, the tones of Bopomofo: wide beside wide letters, narrow beside others.
    private static func isShared(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xB7, 0x02C7, 0x02CA, 0x02CB, 0x02D9, 0x02EA, 0x02EB, 0x2014...0x2016, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026: true
        default: false
        }
    }
}

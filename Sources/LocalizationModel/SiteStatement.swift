/// What a page says of something of which other pages may say the same, in numbers.
public struct SiteStatement: Hashable, Sendable {
    /// Digest of what it is about: a sentence of the source, and the locale.
    public let subject: UInt64
    /// Digest of how it is said.
    public let wording: UInt32

    public init(subject: UInt64, wording: UInt32) {
        self.subject = subject
        self.wording = wording
    }

    /// The digest of a text's letters in lower case: numbers, spaces and punctuation are no wording.
    public static func wording(_ text: String) -> UInt32 {
        var text = text
        let hash = text.withUTF8 { bytes in
            var (hash, i) = (FNV1a.basis, 0)
            while i < bytes.count {
                let byte = bytes[i]
                if byte < 0x80 {
                    if byte.isASCIILetter { hash = FNV1a.next(hash, UInt64(byte.asciiLowercased)) }
                    i += 1
                    continue
                }
                let (scalar, length) = bytes.scalar(at: i)
                if !isPunctuation(scalar) { hash = FNV1a.next(hash, UInt64(scalar)) }
                i += length
            }
            return hash
        }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// Signs of Latin-1, general punctuation, CJK punctuation, full-width signs and digits.
    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0xFF00...0xFF20: true
        default: false
        }
    }
}

/// How most pages say what a page says in another way.
public struct PrevailingWording: Sendable {
    public let wording: UInt32
    public let text: String
    /// The first page, by its path, that says it so.
    public let page: String

    public init(wording: UInt32, text: String, page: String) {
        self.wording = wording
        self.text = text
        self.page = page
    }
}

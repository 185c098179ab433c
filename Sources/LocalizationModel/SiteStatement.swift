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

    /// The digest of a text, as it stands.
    public static func wording(_ text: String) -> UInt32 {
        let hash = FNV1a.hash(text.utf8)
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
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

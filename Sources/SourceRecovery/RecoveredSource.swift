import LocalizationModel

/// The source of a page as its translations still hold it: Markdown whose every line keeps the number it has in
/// the page it was taken from.
public struct RecoveredSource: Sendable {
    /// A run of recovered bytes and where it stood.
    public struct Piece: Sendable {
        public let range: Range<Int>
        public let method: SourceOrigin.Method
        /// Offset in the page at which the run starts.
        public let original: Int
    }

    public let markdown: [UInt8]
    /// Ascending; bytes outside are white space.
    public let pieces: [Piece]
    /// The page that the source was taken from.
    public let locale: LocaleTag
    public let commit: String?
    /// False where parts of the page had no source's words.
    public let isComplete: Bool
    /// The part that stands in a comment: the newest source has withdrawn it.
    public let withdrawn: Range<Int>?

    /// Where the word at `offset` of the Markdown was found, given the text of the page it was taken from.
    public func origin(at offset: Int, in page: SourceText) -> SourceOrigin {
        let piece = pieces.last { $0.range.lowerBound <= offset }
        let original = piece.map { min(page.bytes.count, $0.original + offset - $0.range.lowerBound) } ?? 0
        return SourceOrigin(
            method: piece?.method ?? .leftUntranslated, locale: locale, span: SourceSpan(original, original), line: page.line(at: original))
    }
}

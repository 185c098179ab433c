import LocalizationModel

/// The source of a page as its translations still hold it.
public struct RecoveredSource: Sendable {
    /// How the Markdown is laid out.
    public enum Layout: Sendable {
        /// Every line keeps the number it has in the skeleton; what is not known is empty. For comparing with the translations.
        case inPlace
        /// The page as the source may have stood: without front matter and the anchors that localisation systems add to
        /// headings; a comment names the place of what is not known.
        case page
    }

    /// A run of recovered bytes and where it stood. The bytes are those of the page, unchanged.
    public struct Piece: Sendable {
        public let range: Range<Int>
        public let origin: SourceOrigin
        /// The source commit that the page follows from which it was taken.
        public let commit: String?
    }

    /// A segment of the skeleton whose source is not known.
    public struct Gap: Sendable {
        /// Where the translated segment stands in the skeleton.
        public let span: SourceSpan
        /// 1-based.
        public let line: Int
    }

    public let markdown: [UInt8]
    /// Ascending; bytes outside are the skeleton's structure: marks of lists and tables, code, white space.
    public let pieces: [Piece]
    /// Ascending.
    public let gaps: [Gap]
    /// The page whose structure the Markdown has.
    public let locale: LocaleTag
    /// The locales whose pages follow this source, sorted.
    public let locales: [LocaleTag]
    /// The source's commit, where the skeleton or a page of the same source names it.
    public let commit: String?
    /// The newest hand-off of these pages, ISO 8601.
    public let handOffDate: String?
    /// False where parts of the page had no source's words.
    public let isComplete: Bool
    /// The part that stands in a comment: the newest source has withdrawn it.
    public let withdrawn: Range<Int>?
    private let text: SourceText

    init(
        _ text: SourceText, pieces: [Piece], gaps: [Gap], locale: LocaleTag, revision: PageRevision, isComplete: Bool, withdrawn: Range<Int>?
    ) {
        self.text = text
        markdown = text.bytes
        self.pieces = pieces
        self.gaps = gaps
        self.locale = locale
        locales = revision.pages.map(\.locale).sorted()
        commit = revision.commit
        handOffDate = revision.handOffDate
        self.isComplete = isComplete
        self.withdrawn = withdrawn
    }

    /// Where the word at `offset` of the Markdown was found; in structure, where the next word was. O(log pieces).
    public func origin(at offset: Int) -> SourceOrigin {
        guard let last = pieces.last else { return SourceOrigin(method: .leftUntranslated, locale: locale, span: SourceSpan(0, 0), line: 1) }
        let index = firstPiece(endingAfter: offset)
        let piece = index < pieces.count ? pieces[index] : last
        let line = max(1, piece.origin.line + text.line(at: offset) - text.line(at: piece.range.lowerBound))
        let original = max(0, piece.origin.span.lower + offset - piece.range.lowerBound)
        return SourceOrigin(method: piece.origin.method, locale: piece.origin.locale, span: SourceSpan(original, original), line: line)
    }

    /// The pieces that a span of the Markdown is made of.
    public func pieces(in span: SourceSpan) -> ArraySlice<Piece> {
        let first = firstPiece(endingAfter: span.lower)
        var end = first
        while end < pieces.count, pieces[end].range.lowerBound < span.upper { end += 1 }
        return pieces[first..<end]
    }

    private func firstPiece(endingAfter offset: Int) -> Int {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

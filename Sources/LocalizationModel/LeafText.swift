/// The text of a leaf block without the prefixes of its containers (`> `, indentation, list markers), as one
/// run of bytes in which lines are joined by a line feed, with the way back to the file.
public struct LeafText: Sendable {
    /// A run of bytes that is contiguous both here and in the file.
    public struct Piece: Sendable {
        public let start: Int
        public let span: SourceSpan
        public init(start: Int, span: SourceSpan) {
            self.start = start
            self.span = span
        }
    }

    public let bytes: [UInt8]
    public let pieces: [Piece]
    /// Inline constructs in order of their start; nested ones follow the one that holds them.
    public let inlines: [Inline]

    public init(bytes: [UInt8], pieces: [Piece], inlines: [Inline]) {
        self.bytes = bytes
        self.pieces = pieces
        self.inlines = inlines
    }

    /// The offset in the file of the byte at `offset` here.
    public func fileOffset(_ offset: Int) -> Int {
        var low = 0
        var high = pieces.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if pieces[middle].start <= offset { low = middle } else { high = middle - 1 }
        }
        guard high >= 0 else { return 0 }
        let piece = pieces[low]
        return min(piece.span.upper, piece.span.lower + offset - piece.start)
    }

    /// The range here of a span of the file; nil where the span starts or ends outside.
    public func range(of span: SourceSpan) -> Range<Int>? {
        guard let first = pieces.first(where: { $0.span.lower <= span.lower && span.lower < $0.span.upper }),
            let last = pieces.last(where: { $0.span.lower < span.upper && span.upper <= $0.span.upper }), !span.isEmpty
        else { return nil }
        let (lower, upper) = (first.start + span.lower - first.span.lower, last.start + span.upper - last.span.lower)
        return lower < upper ? lower..<upper : nil
    }

    /// The span of the file that covers a non-empty range here.
    public func fileSpan(_ range: Range<Int>) -> SourceSpan {
        guard !range.isEmpty else {
            let offset = fileOffset(range.lowerBound)
            return SourceSpan(offset, offset)
        }
        let lower = fileOffset(range.lowerBound)
        return SourceSpan(lower, max(lower, fileOffset(range.upperBound - 1) + 1))
    }
}

/// An inline construct of a leaf block; ranges count bytes of its `LeafText`.
public struct Inline: Sendable {
    public enum Kind: Hashable, Sendable {
        case code
        /// `reference` is true where the destination stands in a definition elsewhere.
        case link(destination: String, reference: Bool)
        case image(destination: String)
        /// `<https://…>` or a bare address that GFM links.
        case autolink(destination: String)
        case emphasis
        case strong
        /// Any one tag, declaration or comment; the name is in lower case, `/a` for a closing tag.
        case html(tag: String)
        case hardBreak
        case footnoteReference
        /// `[!INCLUDE …]` and the like in running text.
        case directive
    }

    public let kind: Kind
    public let range: Range<Int>
    /// What stands between the delimiters: the label of a link, the text of a code span.
    public let content: Range<Int>
    /// The title of a link or image (`[a](b "title")`), without its quotes.
    public let title: Range<Int>?

    public init(kind: Kind, range: Range<Int>, content: Range<Int>, title: Range<Int>? = nil) {
        self.kind = kind
        self.range = range
        self.content = content
        self.title = title
    }
}

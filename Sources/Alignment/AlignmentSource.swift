import LocalizationModel

/// A source as the aligner sees it, made ready once for all its translations.
public struct AlignmentSource: Sendable {
    let side: SegmentAligner.Side
    let items: [AlignmentItem]
    let stems: SourceStems

    public init(_ side: SegmentAligner.Side) {
        self.side = side
        items = AlignmentItem.items(of: side)
        stems = SourceStems(items)
    }
}

/// The words of a source as lexicons know them.
struct SourceStems {
    /// FNV-1a of each word's stem, in the order of the text.
    private var hashes: [UInt64] = []
    /// Where each segment's words start, and the end of the last one's.
    private var starts = [0]

    init(_ items: [AlignmentItem]) {
        for item in items {
            LexicalText(item.text).stems { hashes.append(FNV1a.hash($0)) }
            starts.append(hashes.count)
        }
    }

    var count: Int { starts.count - 1 }

    /// The words of a segment.
    subscript(segment: Int) -> ArraySlice<UInt64> { hashes[starts[segment]..<starts[segment + 1]] }
}

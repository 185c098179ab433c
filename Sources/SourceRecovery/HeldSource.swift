import LocalizationModel

/// What one page holds of its source: its parts in order, and which of them are known to be the source's.
struct HeldSource {
    /// A segment, a side-by-side pair with its tags, or the comment that holds the page.
    struct Part {
        enum State {
            /// The source's words, by their own evidence or by the markup.
            case source
            /// In the source's script, and perhaps in its words: names, codes, numbers.
            case neutral
            case translated
        }
        /// What gives way to the source: with tags and comment marks.
        let whole: SourceSpan
        /// The words in this page.
        let text: SourceSpan
        let state: State
        let method: SourceOrigin.Method
        /// The leaf block; nil for what has no place in the structure.
        let block: Int?
        let facts: SegmentFacts?
    }

    enum Rank: Int { case segments, sideBySide, comment }

    let page: Page
    private(set) var parts: [Part] = []
    /// More than segments where the page holds its source in full, or nearly so.
    let rank: Rank
    /// Parts that are known to be the source's.
    let count: Int
    var holdsPage: Bool { rank != .segments }

    /// Side by side counts as the whole page from this share of the page's segments on.
    private static let leastShare = 0.6

    /// Where nothing is known of the page's own language, only the markup tells what is the source's.
    init(_ page: Page, _ languages: SiteLanguages) {
        self.page = page
        let document = page.document
        let pairs = PairedSegments(page)
        let covers = Double(pairs.pairedCount) >= Self.leastShare * Double(max(1, page.segments.count)) && pairs.pairedCount > 0
        let comment = document.withdrawnComment.flatMap { Self.isSource($0, page, languages.source) ? $0 : nil }
        let reading = SegmentReading(page, languages, keepsNeutral: covers)
        var parts = pairs.parts
        parts += pairs.unpaired.map { reading.part($0, block: $0.block) }
        // The text of an image directive has a key, and no place among the segments.
        parts += page.keyed.filter { $0.block >= 0 }.map { reading.part($0, block: nil) }
        if let comment {
            let text = document.text.bytes[comment.content.range].trimmedOfLineEnds
            parts.append(
                Part(
                    whole: comment.span, text: SourceSpan(text.startIndex, text.endIndex), state: .source, method: .comment, block: nil, facts: nil))
        }
        parts.sort { $0.whole.lower < $1.whole.lower }
        var end = document.body.lower
        self.parts = parts.filter { part in
            guard part.whole.lower >= end else { return false }
            end = part.whole.upper
            return true
        }
        rank = comment != nil ? .comment : covers ? .sideBySide : .segments
        count = self.parts.count { $0.state == .source }
    }

    /// True where frequent words of the source's language make up a good part of the comment, and nothing in it is published side by side.
    private static func isSource(_ comment: Comment, _ page: Page, _ source: LocaleProfile) -> Bool {
        guard !page.document.sideBySide.contains(where: { comment.content.contains($0.target) }) else { return false }
        let words = page.document.text.string(comment.content).lowercased().split { !$0.isLetter }
        let hits = words.count { source.functionWords.contains(String($0)) }
        return hits * 8 >= words.count && hits >= 3
    }
}

/// The pairs of a page as parts, and the segments that touch none. Linear: both ascend.
private struct PairedSegments {
    private(set) var parts: [HeldSource.Part] = []
    private(set) var unpaired: [Segment] = []
    private(set) var pairedCount = 0

    init(_ page: Page) {
        let pairs = page.document.sideBySide
        /// For each pair the first segment that it touches.
        var holders = [Segment?](repeating: nil, count: pairs.count)
        var next = 0
        for segment in page.segments {
            while next < pairs.count, pairs[next].target.upper <= segment.span.lower { next += 1 }
            var index = next
            while index < pairs.count, pairs[index].target.overlaps(segment.span) {
                if holders[index] == nil { holders[index] = segment }
                index += 1
            }
            if index == next { unpaired.append(segment) } else { pairedCount += 1 }
        }
        let bytes = page.document.text.bytes
        parts = zip(pairs, holders).map { pair, holder in
            HeldSource.Part(
                whole: Self.whole(pair, bytes), text: pair.source, state: .source, method: .sideBySide, block: holder?.block, facts: holder?.facts)
        }
    }

    /// The pair with its tags, `<span data-ttu-id="ID">` to the last `</span></span>`.
    private static func whole(_ pair: SideBySidePair, _ bytes: [UInt8]) -> SourceSpan {
        var lower = pair.target.lower
        while lower > 0, !bytes.hasBytes("<span data-ttu-id=\"", at: lower) { lower -= 1 }
        return SourceSpan(lower, min(bytes.count, pair.source.upper + 14))
    }
}

extension ArraySlice<UInt8> {
    /// Without the empty lines at either end; blanks before the first word stay.
    fileprivate var trimmedOfLineEnds: ArraySlice<UInt8> {
        var (lower, upper) = (startIndex, endIndex)
        var i = lower
        while i < upper, self[i].isWhitespace {
            if self[i] == 0x0A { lower = i + 1 }
            i += 1
        }
        while upper > lower, self[upper - 1].isWhitespace { upper -= 1 }
        return self[lower..<upper]
    }
}

import LocalizationModel

/// What a page holds of its source in comments and beside its segments.
struct SourceTakes {
    private(set) var takes: [Take] = []
    /// True where this is the source of the whole page, or nearly so.
    private(set) var holdsPage = false

    /// Side by side counts as the whole page from this share of the page's segments on.
    private static let leastShare = 0.6

    /// Without the profile of the page's own language, words that stand in no pair are left out.
    init(_ page: Page, own: LocaleProfile?, source: LocaleProfile) {
        let document = page.document
        let comment = document.withdrawnComment.flatMap { Self.isSource(document.text.string($0.content), source) ? $0 : nil }
        let unpaired = Self.unpaired(page)
        let paired = page.segments.count - unpaired.count
        let covers = Double(paired) >= Self.leastShare * Double(max(1, page.segments.count)) && paired > 0
        holdsPage = comment != nil || covers
        guard holdsPage else { return }
        var runs = document.sideBySide.map { Run(Take(span: $0.target, method: .sideBySide, text: $0.source), whole: Self.whole($0)) }
        if let comment { runs.append(Run(Take(span: comment.content, method: .comment, text: nil), whole: comment.span)) }
        guard !document.sideBySide.isEmpty else {
            takes = runs.compactMap(\.take)
            return
        }
        let evidence = own.map { LanguageEvidence(own: $0, source: source) }
        let translated = unpaired.filter { segment in
            guard let evidence else { return true }
            let verdict = evidence.verdict(on: segment.facts, source: nil)
            return verdict == .own || verdict == .mixed
        }
        runs += translated.map { Run(nil, whole: $0.span) }
        runs.sort { $0.whole.lower < $1.whole.lower }
        takes = Self.withMarkup(runs, document.body)
    }

    /// A part of the page that is not the structure round the segments: replaced by its take, or left out.
    private struct Run {
        let take: Take?
        /// With tags and comment marks.
        let whole: SourceSpan
        init(_ take: Take?, whole: SourceSpan) {
            self.take = take
            self.whole = whole
        }
    }

    /// Segments that touch no pair. Linear: both ascend.
    private static func unpaired(_ page: Page) -> [Segment] {
        var pairs = page.document.sideBySide[...]
        return page.segments.filter { segment in
            while let pair = pairs.first, pair.target.upper <= segment.span.lower { pairs.removeFirst() }
            return !(pairs.first?.target.overlaps(segment.span) ?? false)
        }
    }

    /// The pair with its tags, `<span data-ttu-id="ID">` to the last `</span></span>`.
    private static func whole(_ pair: SideBySidePair) -> SourceSpan {
        SourceSpan(pair.target.lower - pair.id.utf8.count - 21, pair.source.upper + 14)
    }

    /// Adds the structure between the runs: list markers, block quote marks, table bars, code, spaces.
    private static func withMarkup(_ runs: [Run], _ body: SourceSpan) -> [Take] {
        var takes: [Take] = []
        var position = body.lower
        for run in runs where run.whole.lower >= position {
            if run.whole.lower > position { takes.append(Take(span: SourceSpan(position, run.whole.lower), method: .sideBySide, text: nil)) }
            if let take = run.take { takes.append(take) }
            position = run.whole.upper
        }
        if position < body.upper { takes.append(Take(span: SourceSpan(position, body.upper), method: .sideBySide, text: nil)) }
        return takes
    }

    /// True where frequent words of the source's language make up a good part of the text.
    private static func isSource(_ text: String, _ source: LocaleProfile) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        let hits = words.count { source.functionWords.contains(String($0)) }
        return hits * 8 >= words.count && hits >= 3
    }
}

import LocalizationModel

/// What a page holds of its source in comments and beside its segments.
struct SourceTakes {
    private(set) var takes: [Take] = []
    /// True where this is the source of the whole page, or nearly so.
    private(set) var holdsPage = false

    /// Side by side counts as the whole page from this share of the page's segments on.
    private static let leastShare = 0.6

    init(_ page: Page, source: LocaleProfile) {
        let document = page.document
        let comment = document.withdrawnComment.flatMap { Self.isSource(document.text.string($0.content), source) ? $0 : nil }
        var runs: [Take] = document.sideBySide.map { Take(span: $0.target, method: .sideBySide, text: $0.source) }
        if let comment { runs.append(Take(span: comment.content, method: .comment, text: nil)) }
        runs.sort { $0.span.lower < $1.span.lower }
        let paired = page.segments.count { segment in document.sideBySide.contains { $0.target.overlaps(segment.span) } }
        let covers = Double(paired) >= Self.leastShare * Double(max(1, page.segments.count)) && paired > 0
        holdsPage = comment != nil || covers
        guard holdsPage else { return }
        takes = Self.withMarkup(runs, page)
    }

    /// Adds the structure between the runs (list markers, block quote marks, number signs) and leaves the
    /// translation's words, the spans' tags and the comment's marks out.
    private static func withMarkup(_ runs: [Take], _ page: Page) -> [Take] {
        var takes: [Take] = []
        let bytes = page.document.text.bytes
        for run in runs {
            let line = page.document.text.span(ofLine: page.document.text.line(at: run.span.lower))
            var end = line.lower
            // What stands on the line before the first tag or letter is structure.
            while end < run.span.lower, bytes[end] != UInt8(ascii: "<"), !isLetter(bytes[end]) { end += 1 }
            if run.method == .sideBySide, end > line.lower, takes.last.map({ $0.span.upper <= line.lower }) ?? true {
                takes.append(Take(span: SourceSpan(line.lower, end), method: run.method, text: nil))
            }
            takes.append(run)
        }
        return takes
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte >= 0xC3 }

    /// True where frequent words of the source's language make up a good part of the text.
    private static func isSource(_ text: String, _ source: LocaleProfile) -> Bool {
        let words = text.lowercased().split { !$0.isLetter }
        let hits = words.count { source.functionWords.contains(String($0)) }
        return hits * 8 >= words.count && hits >= 3
    }
}

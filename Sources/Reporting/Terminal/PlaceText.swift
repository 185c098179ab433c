import LocalizationModel

/// The text of a place on one line as it may be shown, with carets under what a finding is about.
struct PlaceText {
    let text: String
    private let scalars: [Unicode.Scalar]
    /// Scalars of `text`, ascending and disjoint.
    private let marks: [Range<Int>]

    /// `found` is marked where the place has no marks of its own.
    init(_ place: Finding.Place, marking found: String? = nil) {
        let ranges = place.marks.isEmpty ? found.flatMap { Self.range(of: $0, in: place.text) }.map { [$0] } ?? [] : place.markedRanges
        let text = VisibleText.of(place.text)
        self.text = text
        scalars = Array(text.unicodeScalars)
        guard !ranges.isEmpty, scalars.count != place.text.unicodeScalars.count else {
            marks = ranges
            return
        }
        // Some characters are shown as several: the marks move with them.
        let written = Array(place.text.unicodeScalars)
        func shown(_ place: Int) -> Int { VisibleText.of(String(String.UnicodeScalarView(written[..<place]))).unicodeScalars.count }
        marks = ranges.map { shown($0.lowerBound)..<max(shown($0.lowerBound), shown($0.upperBound)) }
    }

    /// A line end is one space.
    static func onOneLine(_ text: String) -> String { VisibleText.of(text) }

    /// Nil also for the whole text, which needs no mark.
    private static func range(of words: String, in text: String) -> Range<Int>? {
        guard words != text, !words.isEmpty, let range = text.firstRange(of: words) else { return nil }
        let lower = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return lower..<lower + words.unicodeScalars.count
    }

    /// What fits into so many columns, with the first mark in it; the carets are empty where no mark is left.
    func fitted(_ columns: Int) -> (text: String, carets: String) {
        guard let first = marks.first else { return (DisplayWidth.fitted(text, columns), "") }
        let widths = DisplayWidth.widths(scalars)
        func width(_ range: Range<Int>) -> Int { widths[range].reduce(0, +) }
        var start = 0
        if width(0..<first.upperBound) >= columns {
            // A third of the line leads up to the mark.
            var room = columns / 3
            start = first.lowerBound
            while start > 0, room > 0 {
                start -= 1
                room -= widths[start]
            }
            // What joins the character before it does not begin a line.
            while start < first.lowerBound, widths[start] == 0 { start += 1 }
        }
        let rest = String(String.UnicodeScalarView(scalars[start...]))
        let lead = start > 0 ? "…" : ""
        let shown = lead + DisplayWidth.fitted(rest, columns - lead.count)
        let end = DisplayWidth.of(shown)
        var carets = ""
        for mark in marks where mark.lowerBound >= start {
            let before = width(start..<mark.lowerBound) + lead.count
            guard before < end else { break }
            carets = DisplayWidth.padded(carets, before) + String(repeating: "^", count: max(1, min(width(mark), end - before)))
        }
        return (shown, carets)
    }
}

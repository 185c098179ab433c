import LocalizationModel

/// The text of a place on one line, with carets under what a finding is about.
struct PlaceText {
    let text: String
    /// Unicode scalars of `text`, ascending and disjoint.
    private let marks: [Range<Int>]

    /// `found` is marked where the place has no marks of its own.
    init(_ place: Finding.Place, marking found: String? = nil) {
        let text = Self.onOneLine(place.text)
        self.text = text
        marks = place.marks.isEmpty ? found.flatMap { Self.range(of: $0, in: text) }.map { [$0] } ?? [] : place.markedRanges
    }

    /// A line end is one scalar, as the space that takes its place.
    static func onOneLine(_ text: String) -> String {
        func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        guard text.utf8.contains(where: isLineEnd) else { return text }
        return String(decoding: text.utf8.map { isLineEnd($0) ? 0x20 : $0 }, as: UTF8.self)
    }

    /// Nil also for the whole text, which needs no mark.
    private static func range(of words: String, in text: String) -> Range<Int>? {
        guard words != text, !words.isEmpty, let range = text.firstRange(of: words) else { return nil }
        let lower = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        return lower..<lower + words.unicodeScalars.count
    }

    /// What fits into so many columns, with the first mark in it; the carets are empty where no mark is left.
    func fitted(_ columns: Int) -> (text: String, carets: String) {
        guard !marks.isEmpty else { return (DisplayWidth.fitted(text, columns), "") }
        let scalars = Array(text.unicodeScalars)
        func width(_ range: Range<Int>) -> Int { scalars[range].reduce(0) { $0 + DisplayWidth.width($1) } }
        var start = 0
        if let mark = marks.first, width(0..<mark.upperBound) >= columns {
            // A third of the line leads up to the mark.
            var room = columns / 3
            start = mark.lowerBound
            while start > 0, room > 0 {
                start -= 1
                room -= DisplayWidth.width(scalars[start])
            }
        }
        let rest = String(text.unicodeScalars.dropFirst(start))
        let shown = (start > 0 ? "…" : "") + DisplayWidth.fitted(rest, columns - (start > 0 ? 1 : 0))
        var carets = ""
        for mark in marks where mark.lowerBound >= start {
            let before = width(start..<mark.lowerBound) + (start > 0 ? 1 : 0)
            guard before + width(mark) <= DisplayWidth.of(shown) else { break }
            carets = DisplayWidth.padded(carets, before) + String(repeating: "^", count: max(1, width(mark)))
        }
        return (shown, carets)
    }
}

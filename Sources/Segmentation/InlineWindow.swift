import LocalizationModel

/// The inlines that overlap each of several ranges, asked for in ascending order: linear over all of them together.
struct InlineWindow {
    private var rest: ArraySlice<Inline>
    /// Those that started before and have not ended.
    private var open: [Inline] = []

    init(_ inlines: [Inline]) { rest = inlines[...] }

    mutating func overlapping(_ range: Range<Int>) -> [Inline] {
        while let next = rest.first, next.range.lowerBound < range.upperBound {
            open.append(next)
            rest.removeFirst()
        }
        open.removeAll { $0.range.upperBound <= range.lowerBound }
        return open
    }
}

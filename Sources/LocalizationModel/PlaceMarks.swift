extension Finding.Place {
    /// Where the marks stand in `text`, in Unicode scalars: ascending, disjoint; those that are not found there are left out.
    public var markedRanges: [Range<Int>] {
        guard !marks.isEmpty else { return [] }
        let scalars = Array(text.unicodeScalars)
        var ranges: [Range<Int>] = []
        for mark in marks {
            let sought = Array(mark.text.unicodeScalars)
            let free = ranges.last?.upperBound ?? 0
            // The first line of the text is that of the file; further ones stood behind the marks of their containers.
            let guess = mark.line == line ? mark.column - column : -1
            let start = Self.stands(sought, in: scalars, at: guess) ? guess : Self.first(sought, in: scalars, from: free)
            if let start, start >= free { ranges.append(start..<start + sought.count) }
        }
        return ranges
    }

    private static func stands(_ sought: [Unicode.Scalar], in scalars: [Unicode.Scalar], at start: Int) -> Bool {
        start >= 0 && !sought.isEmpty && start + sought.count <= scalars.count && scalars[start..<start + sought.count].elementsEqual(sought)
    }

    private static func first(_ sought: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard start < scalars.count, !sought.isEmpty else { return nil }
        return scalars[start...].firstRange(of: sought)?.lowerBound
    }
}

import LocalizationModel

extension Page {
    /// The visible words of the segments in a span.
    ///
    /// - Parameter separator: what stands between two sentences.
    func words(in span: SourceSpan, separator: String = " ") -> String {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
        }
        return segments[low...].prefix { $0.span.lower < span.upper }.map(\.facts.plain).joined(separator: separator)
    }
}

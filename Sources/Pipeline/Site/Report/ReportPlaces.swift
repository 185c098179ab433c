import LocalizationModel

/// Where the segments of a translation stand on its report page.
struct ReportPlaces {
    /// Segment of the translation → number of its unit, from 1.
    private let numbers: [Int: Int]
    /// Front matter key → number of its unit.
    private let keys: [String: Int]
    private let segments: [Segment]

    init(_ translation: PageGroup.Translation, _ source: SourcePage?) {
        var numbers: [Int: Int] = [:]
        var keys: [String: Int] = [:]
        var next = 0
        for unit in Self.keyed(translation) {
            next += 1
            if let key = unit.target?.key, unit.target?.kind == .metadata, keys[key] == nil { keys[key] = next }
        }
        for unit in Self.units(translation, source) {
            next += 1
            for target in unit.target { numbers[target] = next }
        }
        self.numbers = numbers
        self.keys = keys
        segments = translation.bitext?.target ?? []
    }

    /// The front matter values and texts of image directives that the report shows, in its order.
    static func keyed(_ translation: PageGroup.Translation) -> [NestedUnit] { (translation.bitext?.nested ?? []).filter { $0.holder == nil } }

    /// The units that the report shows, in its order: all but what the source has withdrawn and this page too.
    static func units(_ translation: PageGroup.Translation, _ source: SourcePage?) -> [TranslationUnit] {
        (translation.bitext?.units ?? []).filter { unit in
            !(unit.target.isEmpty && translation.page.document.isWithdrawn && unit.source.allSatisfy { source?.withdrawn.contains($0) ?? false })
        }
    }

    /// The unit of the first segment in a span of the page's file.
    func number(of span: SourceSpan) -> Int? {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
        }
        return low < segments.count && segments[low].span.overlaps(span) ? numbers[low] : nil
    }

    func number(ofKey key: String) -> Int? { keys[key] }
}

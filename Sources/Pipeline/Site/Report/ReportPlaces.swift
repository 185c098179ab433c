import LocalizationModel

/// Where the segments of a translation stand on its report page.
struct ReportPlaces {
    /// The front matter values and texts of image directives that the report shows, in its order.
    let keyed: [NestedUnit]
    /// The units behind them, in the order of the report.
    let units: [TranslationUnit]
    private let addresses: UnitAddresses
    private let segments: [Segment]
    /// By segment of the translation: its place in `units`, -1 where it is not shown.
    private let holders: [Int]
    /// Front matter key → place in `keyed`.
    private let keys: [String: Int]

    init(_ translation: PageGroup.Translation, _ source: SourcePage?) {
        keyed = Self.keyed(translation)
        units = Self.units(translation, source)
        segments = translation.bitext?.target ?? []
        var addresses = UnitAddresses(count: keyed.count + units.count)
        for unit in keyed { addresses.add([unit.source?.key ?? unit.target?.key ?? "", (unit.source ?? unit.target)?.text ?? ""]) }
        if let bitext = translation.bitext {
            for unit in units {
                if unit.source.isEmpty {
                    addresses.add(unit.target.lazy.map { bitext.target[$0].text })
                } else {
                    addresses.add(unit.source.lazy.map { bitext.source[$0].text })
                }
            }
        }
        self.addresses = addresses
        var holders = Array(repeating: -1, count: segments.count)
        for (place, unit) in units.enumerated() { for target in unit.target { holders[target] = place } }
        self.holders = holders
        let named = keyed.enumerated().lazy.compactMap { place, unit in unit.target.flatMap { $0.kind == .metadata ? $0.key.map { ($0, place) } : nil } }
        keys = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    /// What a unit is linked by: those of `keyed` come first, then those of `units`.
    func address(_ index: Int) -> String { addresses[index] }

    private static func keyed(_ translation: PageGroup.Translation) -> [NestedUnit] { (translation.bitext?.nested ?? []).filter { $0.holder == nil } }

    /// The units that the report shows, in its order: all but what the source has withdrawn and this page too.
    private static func units(_ translation: PageGroup.Translation, _ source: SourcePage?) -> [TranslationUnit] {
        (translation.bitext?.units ?? []).filter { unit in
            !(unit.target.isEmpty && translation.page.document.isWithdrawn && unit.source.allSatisfy { source?.withdrawn.contains($0) ?? false })
        }
    }

    /// The address of the unit of the first segment in a span of the page's file.
    func address(of span: SourceSpan) -> String? {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
        }
        guard low < segments.count, segments[low].span.overlaps(span), holders[low] >= 0 else { return nil }
        return addresses[keyed.count + holders[low]]
    }

    func address(ofKey key: String) -> String? { keys[key].map { addresses[$0] } }
}

import LocalizationModel

/// Where the segments of a translation stand on its report page.
struct ReportPlaces {
    /// Segment of the translation → its unit, from 0.
    private let numbers: [Int: Int]
    /// Front matter key → its unit.
    private let keys: [String: Int]
    private let segments: [Segment]
    private let addresses: UnitAddresses

    init(_ translation: PageGroup.Translation, _ source: SourcePage?) {
        var numbers: [Int: Int] = [:]
        var keys: [String: Int] = [:]
        let (keyed, units) = (Self.keyed(translation), Self.units(translation, source))
        for (number, unit) in keyed.enumerated() {
            if let key = unit.target?.key, unit.target?.kind == .metadata, keys[key] == nil { keys[key] = number }
        }
        for (number, unit) in units.enumerated() { for target in unit.target { numbers[target] = keyed.count + number } }
        self.numbers = numbers
        self.keys = keys
        segments = translation.bitext?.target ?? []
        addresses = Self.addresses(keyed, units, translation)
    }

    /// The addresses of all units, in the report's order.
    static func addresses(_ keyed: [NestedUnit], _ units: [TranslationUnit], _ translation: PageGroup.Translation) -> UnitAddresses {
        var addresses = UnitAddresses()
        for unit in keyed { addresses.add([unit.source?.key ?? unit.target?.key ?? "", (unit.source ?? unit.target)?.text ?? ""]) }
        guard let bitext = translation.bitext else { return addresses }
        for unit in units {
            if unit.source.isEmpty {
                addresses.add(unit.target.lazy.map { bitext.target[$0].text })
            } else {
                addresses.add(unit.source.lazy.map { bitext.source[$0].text })
            }
        }
        return addresses
    }

    /// The front matter values and texts of image directives that the report shows, in its order.
    static func keyed(_ translation: PageGroup.Translation) -> [NestedUnit] { (translation.bitext?.nested ?? []).filter { $0.holder == nil } }

    /// The units that the report shows, in its order: all but what the source has withdrawn and this page too.
    static func units(_ translation: PageGroup.Translation, _ source: SourcePage?) -> [TranslationUnit] {
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
        return low < segments.count && segments[low].span.overlaps(span) ? numbers[low].map { addresses[$0] } : nil
    }

    func address(ofKey key: String) -> String? { keys[key].map { addresses[$0] } }
}

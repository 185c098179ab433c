import LocalizationModel

/// The texts of the source that stand apart from its running text, with those of every locale: front matter values, image
/// texts, link titles.
struct ModelNested {
    struct Text {
        /// The id of the segment that holds it; nil for a front matter value.
        let holder: String?
        let id: String
        let section: String?
        let source: Segment
        let targets: ByLocale<ModelSegments.Target>
    }

    /// By the source's segment that holds them.
    private(set) var held: [Int: [Text]] = [:]
    /// Those that no segment holds.
    private(set) var keyed: [Text] = []
    private var wanted: [String: Int] = [:]
    private let units: [(locale: LocaleTag, bySource: [Int: NestedUnit])]

    init(_ group: PageGroup, _ model: ModelSegments) {
        units = group.translations.map { translation in
            let pairs = (translation.bitext?.nested ?? []).compactMap { unit in unit.source.map { ($0.span.lower, unit) } }
            return (translation.page.locale, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        }
        guard let page = group.source?.page else { return }
        for segment in page.keyed { keyed.append(text(segment, nil)) }
        for (index, segment) in page.segments.enumerated() where !segment.nested.isEmpty {
            let holder = model.segments[model.position(ofSource: index)]
            held[index] = segment.nested.map { text($0, holder) }
        }
    }

    private mutating func text(_ segment: Segment, _ holder: ModelSegments.Segment?) -> Text {
        let base = "\(holder?.section ?? "")/\(ShortHash.of("\(segment.kind.rawValue) \(segment.key ?? "") \(segment.text)"))"
        let ordinal = wanted[base, default: 0] + 1
        wanted[base] = ordinal
        let targets = units.compactMap { locale, bySource in
            bySource[segment.span.lower].map { unit in
                (locale: locale, value: ModelSegments.Target(text: unit.target?.text, line: unit.target?.line, alignment: unit.state, unit: []))
            }
        }
        return Text(
            holder: holder?.id, id: ordinal == 1 ? base : "\(base)-\(ordinal)", section: holder?.section, source: segment,
            targets: ByLocale(targets))
    }
}

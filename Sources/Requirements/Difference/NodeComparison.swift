import LocalizationModel

/// Compares what each language states in one node, in two states of it.
struct NodeComparison {
    let old: RequirementNode
    let new: RequirementNode
    /// Those that have the node in both states, ascending.
    let locales: [LocaleTag]

    /// True where the node and those beside it are the same ones in both states: a word that joins them was then added or removed,
    /// and not shifted.
    let isAmongSame: Bool

    /// The aspects whose values stand for themselves.
    static let stated: [FactChange.Aspect] = [
        .choice, .connector, .quantity, .scope, .money, .date, .exam, .certification, .product, .focusArea, .link,
    ]

    func changes(place: FactChange.Place, requirement: FactChange.Requirement) -> [FactChange] {
        let quantities = [qualifiers(.comparison, Self.comparisons), qualifiers(.counted, Self.counted), qualifiers(.money, Self.periods)]
        let rows = Self.stated.map { ($0, cells(of: $0)) } + quantities
        return FactChange.Aspect.allCases.flatMap { aspect in
            rows.filter { $0.0 == aspect && $0.1.contains(where: \.isChanged) }.map { aspect, cells in
                FactChange(
                    .changed, aspect, place: place, requirement: requirement, counted: aspect == .quantity ? counted(cells) : nil,
                    scope: aspect == .scope ? nil : scope, cells: cells)
            }
        }
    }

    /// What a language states in both states. Where its words stayed, they state what they stated: merging completes facts by what
    /// other languages say, and those may have changed.
    private func readings(_ locale: LocaleTag, ofWords: Bool) -> (old: RequirementNode.Reading, new: RequirementNode.Reading)? {
        guard let before = old.readings.first(where: { $0.locale == locale }), let after = new.readings.first(where: { $0.locale == locale }) else {
            return nil
        }
        let isKept = ofWords && old.wording(in: locale).map { $0.text == new.wording(in: locale)?.text } ?? false
        return (before, isKept ? before : after)
    }

    /// Aspects that words outside the requirement's own can change: a label, what joins it, the destination of a reference.
    private static let outside: Set<FactChange.Aspect> = [.choice, .connector, .link]

    // MARK: Values

    /// What a language states of an aspect, free of language; ascending, links in canonical form.
    static func values(of aspect: FactChange.Aspect, in reading: RequirementNode.Reading) -> [String] {
        switch aspect {
        case .scope: reading.facts.scope.map { [$0] } ?? []
        case .focusArea: reading.facts.subjects.filter { $0.kind == .focusArea }.map(\.name)
        default: FactRow.Aspect(rawValue: aspect.rawValue)?.values(reading) ?? []
        }
    }

    private typealias Row = (locale: LocaleTag, old: [String], new: [String])

    /// Without the values that every language states in both states.
    private func cells(of aspect: FactChange.Aspect) -> [FactChange.Cell] {
        let rows: [Row] = locales.compactMap { locale in
            guard let (before, after) = readings(locale, ofWords: !Self.outside.contains(aspect)), states(aspect, before, after) else { return nil }
            return (locale, Self.values(of: aspect, in: before), Self.values(of: aspect, in: after))
        }
        guard rows.contains(where: { $0.old != $0.new }) else { return [] }
        let lists = rows.flatMap { [$0.old, $0.new] }
        let common = lists.dropFirst().reduce(lists.first ?? []) { Self.shared($0, $1) }
        return rows.map { row in
            FactChange.Cell(locale: row.locale, old: Self.without(common, row.old), new: Self.without(common, row.new))
        }.filter { $0.old != [] || $0.new != [] }
    }

    /// False for a language whose words leave the aspect open, so that they cannot have changed it.
    private func states(_ aspect: FactChange.Aspect, _ before: RequirementNode.Reading, _ after: RequirementNode.Reading) -> Bool {
        switch aspect {
        case .choice:
            before.facts.kind.isGroup && after.facts.kind.isGroup
                && !(FactRow.Aspect.choice.isOpen(before, of: old) && FactRow.Aspect.choice.isOpen(after, of: new))
        case .connector: isAmongSame || before.connector != nil && after.connector != nil
        default: true
        }
    }

    /// What both lists have, as often as both have it.
    private static func shared(_ a: [String], _ b: [String]) -> [String] {
        var left = b
        return a.filter { value in left.firstIndex(of: value).map { left.remove(at: $0) } != nil }
    }

    private static func without(_ common: [String], _ values: [String]) -> [String] {
        var left = common
        return values.filter { value in left.firstIndex(of: value).map { left.remove(at: $0) } == nil }
    }

    // MARK: What goes with a value

    private typealias Qualified = [(value: String, qualifier: String?)]

    /// No word is as good as `at least`.
    private static func comparisons(_ facts: RequirementFacts) -> Qualified {
        facts.quantities.map { (FactRow.Aspect.text($0.value), ($0.comparison ?? .atLeast).rawValue) }
    }

    private static func counted(_ facts: RequirementFacts) -> Qualified { facts.quantities.map { (FactRow.Aspect.text($0.value), $0.counted) } }

    private static func periods(_ facts: RequirementFacts) -> Qualified {
        facts.money.map { ("\(FactRow.Aspect.text($0.amount)) \($0.currency)", $0.period?.rawValue) }
    }

    /// Values that stayed and are qualified otherwise now; a language that leaves the qualifier open says nothing.
    private func qualifiers(_ aspect: FactChange.Aspect, _ read: (RequirementFacts) -> Qualified) -> (FactChange.Aspect, [FactChange.Cell]) {
        func known(_ reading: RequirementNode.Reading) -> [String: String] {
            Dictionary(read(reading.facts).compactMap { pair in pair.qualifier.map { (pair.value, $0) } }, uniquingKeysWith: { first, _ in first })
        }
        let rows = locales.compactMap { locale in readings(locale, ofWords: true).map { (locale: locale, old: known($0.old), new: known($0.new)) } }
        let values = Set(rows.flatMap { row in row.old.keys.filter { value in row.new[value].map { $0 != row.old[value] } ?? false } }).sorted()
        let cells = rows.map { row in
            func text(_ qualifiers: [String: String]) -> [String] { values.compactMap { value in qualifiers[value].map { "\($0) \(value)" } } }
            return FactChange.Cell(locale: row.locale, old: text(row.old), new: text(row.new))
        }
        return (aspect, cells.filter { $0.old?.count == values.count && $0.new?.count == values.count && !values.isEmpty })
    }

    /// What the changed quantities count.
    private func counted(_ cells: [FactChange.Cell]) -> String? {
        let changed = Set(cells.flatMap { ($0.old ?? []) + ($0.new ?? []) })
        let facts = (new.readings + old.readings).map(\.facts) + [new.facts]
        return facts.lazy.flatMap(\.quantities).first { $0.counted != nil && changed.contains(FactRow.Aspect.text($0.value)) }?.counted
    }

    private var scope: String? { new.facts.scope ?? new.facts.quantities.lazy.compactMap(\.scope).first }
}

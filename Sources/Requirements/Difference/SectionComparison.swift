import LocalizationModel

/// Compares one section in two states, node by node.
///
/// Recursion is as deep as the trees, which `PageOutline.deepestList` bounds.
struct SectionComparison {
    let place: FactChange.Place
    let locales: Set<LocaleTag>
    let source: LocaleTag
    private(set) var found = FoundChanges()

    init(place: FactChange.Place, locales: Set<LocaleTag>, source: LocaleTag) {
        self.place = place
        self.locales = locales
        self.source = source
    }

    mutating func compare(_ old: RequirementSection?, _ new: RequirementSection?) {
        let before = Self.present(old?.requirements ?? []).intersection(locales)
        let after = Self.present(new?.requirements ?? []).intersection(locales)
        tellPresence(.section, before, after, requirement: nil)
        compare(old?.requirements ?? [], new?.requirements ?? [], parent: "", among: before.intersection(after))
    }

    /// The languages that have any of the nodes.
    private static func present(_ nodes: [RequirementNode]) -> Set<LocaleTag> {
        nodes.reduce(into: []) { found, node in
            found.formUnion(node.readings.map(\.locale))
            found.formUnion(present(node.children))
        }
    }

    /// - Parameter active: the languages that have what is above the nodes in both states; the others' change has been told.
    private mutating func compare(_ old: [RequirementNode], _ new: [RequirementNode], parent: String, among active: Set<LocaleTag>) {
        guard !active.isEmpty, !(old.isEmpty && new.isEmpty) else { return }
        let new = Regrouping.regroup(new, like: old)
        let alignment = StateAlignment(old, new)
        for (first, second) in alignment.order {
            switch (first, second) {
            case (let i?, let j?): compare(old[i], new[j], isAmongSame: alignment.isSame, among: active)
            case (let i?, nil): gone(old[i], parent, active)
            case (nil, let j?): come(new[j], parent, active)
            case (nil, nil): continue
            }
        }
    }

    private mutating func compare(_ old: RequirementNode, _ new: RequirementNode, isAmongSame: Bool, among active: Set<LocaleTag>) {
        let before = Set(old.readings.map(\.locale)).intersection(active)
        let after = Set(new.readings.map(\.locale)).intersection(active)
        let requirement = FactChange.Requirement(id: new.id, label: RequirementLabel.label(of: new, source: source))
        // A group that `or` alone makes is told by its members.
        let isWordless = old.isWordless || new.isWordless
        if !isWordless { tellPresence(.requirement, before, after, requirement: requirement) }
        let both = before.intersection(after)
        let comparison = NodeComparison(old: old, new: new, locales: both.sorted(), isAmongSame: isAmongSame)
        found.append(comparison.changes(place: place, requirement: requirement))
        compare(old.children, new.children, parent: new.id, among: isWordless ? active : both)
    }

    private mutating func tellPresence(
        _ aspect: FactChange.Aspect, _ before: Set<LocaleTag>, _ after: Set<LocaleTag>, requirement: FactChange.Requirement?
    ) {
        let gained = after.subtracting(before)
        let lost = before.subtracting(after)
        let kept = before.intersection(after).map { FactChange.Cell(locale: $0, old: [], new: []) }
        if !gained.isEmpty {
            let absent = locales.subtracting(before.union(after)).map { FactChange.Cell(locale: $0, old: nil, new: nil) }
            found.append(
                [FactChange(.added, aspect, place: place, requirement: requirement, cells: gained.map { .init(locale: $0, old: nil, new: []) } + kept + absent)]
            )
        }
        if !lost.isEmpty {
            found.append(
                [FactChange(.removed, aspect, place: place, requirement: requirement, cells: lost.map { .init(locale: $0, old: [], new: nil) } + kept)])
        }
    }

    private mutating func gone(_ node: RequirementNode, _ parent: String, _ active: Set<LocaleTag>) {
        let lost = Self.present([node]).intersection(active)
        guard !lost.isEmpty else { return }
        let cells = lost.map { FactChange.Cell(locale: $0, old: [], new: nil) }
        found.append(top(.removed, node, parent, cells))
    }

    private mutating func come(_ node: RequirementNode, _ parent: String, _ active: Set<LocaleTag>) {
        let gained = Self.present([node]).intersection(active)
        guard !gained.isEmpty else { return }
        let cells = gained.map { FactChange.Cell(locale: $0, old: nil, new: []) }
        found.append(top(.added, node, parent, cells + active.subtracting(gained).map { FactChange.Cell(locale: $0, old: nil, new: nil) }))
    }

    private func top(_ kind: FactChange.Kind, _ node: RequirementNode, _ parent: String, _ cells: [FactChange.Cell]) -> FoundChanges.Top {
        let requirement = FactChange.Requirement(id: node.id, label: RequirementLabel.label(of: node, source: source))
        return .init(change: FactChange(kind, .requirement, place: place, requirement: requirement, cells: cells), node: node, parent: parent)
    }
}

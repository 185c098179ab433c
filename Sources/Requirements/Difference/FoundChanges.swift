import LocalizationModel

/// Changes in their order, in which requirements that are gone here and come there are one move.
struct FoundChanges {
    /// A requirement without a partner, with all below it.
    struct Top {
        let change: FactChange
        let node: RequirementNode
        /// The id of the node that it stands below; empty at the top of a section.
        let parent: String
    }

    private enum Entry {
        case change(FactChange)
        case top(Top)
    }

    private var entries: [Entry] = []

    mutating func append(_ changes: [FactChange]) { entries += changes.map(Entry.change) }
    mutating func append(_ top: Top) { entries.append(.top(top)) }
    mutating func append(_ other: FoundChanges) { entries += other.entries }

    /// The changes, a move where its requirement stands now. Linear in the nodes that have no partner.
    var changes: [FactChange] {
        var gone: [String: [Int]] = [:]
        for (index, entry) in entries.enumerated().reversed() {
            guard case .top(let top) = entry, top.change.kind == .removed else { continue }
            gone[Self.signature(top.node), default: []].append(index)
        }
        var moves: [Int: FactChange?] = [:]
        for (index, entry) in entries.enumerated() {
            guard case .top(let top) = entry, top.change.kind == .added, let candidates = gone[Self.signature(top.node)],
                let place = candidates.lastIndex(where: { isMove(from: $0, to: top) }), case .top(let origin) = entries[candidates[place]]
            else { continue }
            gone[Self.signature(top.node)]?.remove(at: place)
            moves[candidates[place]] = .some(nil)
            moves[index] = .some(Self.move(origin, top))
        }
        return entries.enumerated().compactMap { index, entry in
            if let move = moves[index] { return move }
            return switch entry {
            case .change(let change): change
            case .top(let top): top.change
            }
        }
    }

    /// Codes, links or words that stayed speak for a move; a number alone may be another one.
    private func isMove(from index: Int, to top: Top) -> Bool {
        guard case .top(let origin) = entries[index] else { return false }
        let words = Set(origin.node.wordings.map(\.text))
        return !NodeSummary(top.node).subjects.isEmpty || top.node.wordings.contains { words.contains($0.text) }
    }

    /// Nil where a requirement only changed places with its siblings: their order says nothing.
    private static func move(_ old: Top, _ new: Top) -> FactChange? {
        guard let origin = old.change.place, let place = new.change.place else { return nil }
        if origin.address == place.address, old.parent == new.parent { return nil }
        let isAcross = origin.address != place.address
        let (from, to) = isAcross ? (origin.address, place.address) : (old.node.id, new.node.id)
        let before = Set(old.change.cells.filter(\.isChanged).map(\.locale))
        let after = Set(new.change.cells.filter(\.isChanged).map(\.locale))
        let cells = before.union(after).map { locale in
            FactChange.Cell(locale: locale, old: before.contains(locale) ? [from] : nil, new: after.contains(locale) ? [to] : nil)
        }
        return FactChange(.moved, .requirement, place: place, origin: origin, requirement: new.change.requirement, cells: cells)
    }

    /// What a node and all below it state, free of language.
    private static func signature(_ node: RequirementNode) -> String {
        let reading = node.readings.first.map { RequirementNode.Reading(locale: $0.locale, facts: node.facts) }
        let own = NodeComparison.stated.map { aspect in reading.map { NodeComparison.values(of: aspect, in: $0).joined(separator: ",") } ?? "" }
        return own.joined(separator: ";") + "(" + node.children.map(signature).joined() + ")"
    }
}

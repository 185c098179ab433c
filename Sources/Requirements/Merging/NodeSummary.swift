import LocalizationModel

/// What two nodes of different languages are compared by.
struct NodeSummary {
    let isNote: Bool
    let isContainer: Bool
    let quantities: [Double]
    let codes: Set<String>
    let links: Set<String>
    /// Codes and links of the node and of what is below it, at most `mostFacts`.
    let subjects: Set<String>
    /// Quantities of the node and of what is below it.
    let values: Set<Double>

    /// More facts than that tell nothing more, and cost time at each level of the tree.
    private static let mostFacts = 48

    init(_ node: RequirementNode) {
        isNote = node.kind == .note
        isContainer = !node.children.isEmpty
        quantities = node.facts.quantities.map(\.value)
        codes = Set(node.facts.codes)
        links = Set(node.facts.links.map(LinkIdentity.canonical))
        var subjects = codes.union(links)
        var values = Set(quantities)
        var pending = node.children[...]
        var seen = 0
        while let next = pending.popFirst(), seen < Self.mostFacts {
            seen += 1
            subjects.formUnion(next.facts.codes)
            for link in next.facts.links { subjects.insert(LinkIdentity.canonical(link)) }
            for quantity in next.facts.quantities { values.insert(quantity.value) }
            if pending.count < Self.mostFacts { pending += next.children }
        }
        self.subjects = subjects
        self.values = values
    }

    var hasFacts: Bool { !subjects.isEmpty || !values.isEmpty }

    /// True where all that can be compared is the same.
    func isSame(as other: NodeSummary) -> Bool {
        isNote == other.isNote && isContainer == other.isContainer && quantities == other.quantities && subjects == other.subjects
            && values == other.values
    }

    /// How well two nodes fit: positive where facts speak for it, negative where they speak against it.
    func score(_ other: NodeSummary) -> Int {
        guard isNote == other.isNote else { return -20 }
        var score = isContainer == other.isContainer ? 3 : -2
        score += Self.compare(codes, other.codes, same: 12, some: 4, none: -6)
        score += Self.compare(links, other.links, same: 6, some: 3, none: -3)
        score += Self.compare(subjects, other.subjects, same: 6, some: 3, none: -4)
        score += Self.compare(values, other.values, same: 3, some: 1, none: -2)
        if !quantities.isEmpty || !other.quantities.isEmpty { score += quantities == other.quantities ? 5 : -2 }
        if hasFacts != other.hasFacts { score -= 4 }
        return score
    }

    /// From 0 to 1, how surely two paired nodes are the same: 1 where all that can be compared is, .8 where facts speak for it, .5 where
    /// only their places do.
    func confidence(_ other: NodeSummary) -> Double { isSame(as: other) ? 1 : hasFacts && other.hasFacts && score(other) > 0 ? 0.8 : 0.5 }

    private static func compare<Fact: Hashable>(_ a: Set<Fact>, _ b: Set<Fact>, same: Int, some: Int, none: Int) -> Int {
        if a.isEmpty || b.isEmpty { return 0 }
        return a == b ? same : a.isDisjoint(with: b) ? none : some
    }
}

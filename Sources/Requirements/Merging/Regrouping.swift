import LocalizationModel

/// Brings the requirements of two languages that join them otherwise into groups of the same shape.
///
/// Where one language writes `or` and another `and`, the wordless groups that connectors make differ, and the same requirements would
/// never meet. What each language writes between them is kept with the requirements themselves (`RequirementNode.Reading.connector`).
enum Regrouping {
    /// The second list in the groups of the first; as it is where they have the same shape.
    static func regroup(_ nodes: [RequirementNode], like model: [RequirementNode]) -> [RequirementNode] {
        guard nodes.contains(where: \.isWordless) || model.contains(where: \.isWordless), !hasShape(nodes, of: model) else { return nodes }
        let (members, places) = (flat(nodes), flat(model))
        guard let locale = members.first?.readings.first?.locale else { return nodes }
        var placed = members.count == places.count ? members.map { [$0] } : aligned(members, places)
        let before = placed.count > places.count ? placed.removeFirst() : []
        var rest = placed[...]
        return before + take(&rest, like: model, locale)
    }

    /// For each member of the model what meets it, and what follows that without meeting any; what comes before the first, first.
    private static func aligned(_ members: [RequirementNode], _ places: [RequirementNode]) -> [[RequirementNode]] {
        let alignment = SiblingAlignment(places.map(NodeSummary.init), members.map(NodeSummary.init))
        var placed: [[RequirementNode]] = [[]]
        for (place, member) in alignment.order {
            if place != nil { placed.append([]) }
            if let member { placed[placed.count - 1].append(members[member]) }
        }
        return placed
    }

    /// The nesting of a list, in letters.
    static func shape(_ nodes: [RequirementNode]) -> String {
        nodes.map { node in (node.isWordless ? "w" : ".") + (node.children.isEmpty ? "" : "(" + shape(node.children) + ")") }.joined()
    }

    /// The members of wordless groups in the place of the groups.
    private static func flat(_ nodes: [RequirementNode]) -> [RequirementNode] { nodes.flatMap { $0.isWordless ? flat($0.children) : [$0] } }

    private static func hasShape(_ nodes: [RequirementNode], of model: [RequirementNode]) -> Bool {
        nodes.count == model.count
            && zip(nodes, model).allSatisfy { $0.isWordless == $1.isWordless && (!$0.isWordless || hasShape($0.children, of: $1.children)) }
    }

    private static func take(
        _ placed: inout ArraySlice<[RequirementNode]>, like model: [RequirementNode], _ locale: LocaleTag
    ) -> [RequirementNode] {
        model.flatMap { node -> [RequirementNode] in
            guard node.isWordless else { return placed.popFirst() ?? [] }
            let children = take(&placed, like: node.children, locale)
            let facts = RequirementFacts(kind: .allOf, isKindImplied: true)
            return children.isEmpty ? [] : [RequirementNode(facts: facts, readings: [.init(locale: locale, facts: facts)], children: children)]
        }
    }
}

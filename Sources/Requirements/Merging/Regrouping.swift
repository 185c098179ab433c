import LocalizationModel

/// Brings the requirements of two languages that join them otherwise into groups of the same shape.
///
/// Where one language writes `or` and another `and`, the wordless groups that connectors make differ, and the same requirements would
/// never meet. What each language writes between them is kept with the requirements themselves (`RequirementNode.Reading.connector`).
enum Regrouping {
    /// The second list in the groups of the first; as it is where they have the same shape, or not the same number of members.
    static func regroup(_ nodes: [RequirementNode], like model: [RequirementNode]) -> [RequirementNode] {
        guard nodes.contains(where: \.isWordless) || model.contains(where: \.isWordless), !hasShape(nodes, of: model) else { return nodes }
        var members = flat(nodes)[...]
        guard members.count == flat(model).count, let locale = members.first?.readings.first?.locale else { return nodes }
        return take(&members, like: model, locale)
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

    private static func take(_ members: inout ArraySlice<RequirementNode>, like model: [RequirementNode], _ locale: LocaleTag) -> [RequirementNode] {
        model.compactMap { node in
            guard node.isWordless else { return members.popFirst() }
            let children = take(&members, like: node.children, locale)
            let facts = RequirementFacts(kind: .allOf, isKindImplied: true)
            return RequirementNode(facts: facts, readings: [.init(locale: locale, facts: facts)], children: children)
        }
    }
}

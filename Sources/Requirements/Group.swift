import LocalizationModel

/// Requirements in a row as one group: all of them, or any.
///
/// `or` binds weaker than `and`. What stands on one side of a connector is one part of the group, so that the tree has the
/// same shape whichever of the two words a language writes.
struct Group {
    let kind: RequirementNode.Kind
    /// True where neither a connector nor the label says `all` or `any`.
    let isKindImplied: Bool
    let children: [RequirementNode]
    private let locale: LocaleTag

    /// - Parameter cue: what the group's label says of its members, as in `one of the following`.
    init(_ elements: [TreeBuilder.Element], cue: RequirementNode.Kind?, locale: LocaleTag) {
        self.locale = locale
        let alternatives = Self.split(elements, at: .or)
        let parts = alternatives.map { Self.split($0, at: .and) }
        if parts.count > 1 {
            kind = .anyOf
            isKindImplied = false
            children = parts.flatMap { part in
                Self.joined(part.flatMap { Self.joined(Self.nodes($0), cue, locale) }, part.count > 1 ? .allOf : cue, locale)
            }
        } else if let only = parts.first, only.count > 1 {
            kind = .allOf
            isKindImplied = false
            children = only.flatMap { Self.joined(Self.nodes($0), cue, locale) }
        } else {
            kind = cue ?? .allOf
            isKindImplied = cue == nil
            children = Self.nodes(elements)
        }
    }

    /// The group as a node without words.
    func node() -> RequirementNode { Self.node(children, isKindImplied ? nil : kind, locale) }

    private static func node(_ children: [RequirementNode], _ kind: RequirementNode.Kind?, _ locale: LocaleTag) -> RequirementNode {
        let facts = RequirementNode.Facts(
            locale: locale, kind: kind ?? .allOf, isKindImplied: kind == nil, quantities: [], codes: [], links: [])
        return RequirementNode(
            id: "", kind: facts.kind, quantities: [], codes: [], links: [], wordings: [], facts: [facts], children: children)
    }

    /// One node for several requirements, the notes among them beside it.
    private static func joined(
        _ nodes: [RequirementNode], _ kind: RequirementNode.Kind?, _ locale: LocaleTag
    ) -> [RequirementNode] {
        let demands = nodes.filter { $0.kind != .note }
        guard demands.count > 1 else { return nodes }
        return [node(demands, kind, locale)] + nodes.filter { $0.kind == .note }
    }

    private static func nodes(_ elements: [TreeBuilder.Element]) -> [RequirementNode] {
        elements.compactMap { if case .node(let node) = $0 { node } else { nil } }
    }

    /// The parts between the connectors of one kind; empty parts are left out.
    private static func split(_ elements: [TreeBuilder.Element], at connector: Vocabulary.Connector) -> [[TreeBuilder.Element]] {
        elements.split { if case .connector(connector) = $0 { true } else { false } }
            .map(Array.init).filter { !nodes($0).isEmpty }
    }
}

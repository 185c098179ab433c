import LocalizationModel

/// Requirements in a row as one group: all of them, any, or some.
///
/// `or` binds weaker than `and`. What stands on one side of a connector is one part of the group, so that the tree has the
/// same shape whichever of the two words a language writes.
struct Group {
    /// What a label says of the members of its group, as in `one of the following`.
    struct Cue: Hashable {
        let kind: RequirementNode.Kind
        /// For `someOf`: how many.
        var choose: Int?
    }

    let cue: Cue
    /// True where neither a connector nor the label says `all` or `any`.
    let isImplied: Bool
    let children: [RequirementNode]
    private let locale: LocaleTag

    init(_ elements: [TreeBuilder.Element], cue: Cue?, locale: LocaleTag) {
        self.locale = locale
        let isConnected = elements.contains(where: \.isConnector)
        let elements = isConnected ? Self.connected(elements) : elements
        let parts = isConnected ? Self.split(elements, at: .or).map { Self.split($0, at: .and) } : []
        if parts.count > 1 {
            self.cue = Cue(kind: .anyOf)
            isImplied = false
            children = parts.flatMap { part in
                Self.joined(part.flatMap { Self.joined(Self.nodes($0), cue, locale) }, part.count > 1 ? Cue(kind: .allOf) : cue, locale)
            }
        } else if let only = parts.first, only.count > 1 {
            self.cue = Cue(kind: .allOf)
            isImplied = false
            children = only.flatMap { Self.joined(Self.nodes($0), cue, locale) }
        } else {
            let nodes = Self.nodes(elements)
            let stated = cue.flatMap { Self.possible($0, nodes) }
            self.cue = stated ?? Cue(kind: .allOf)
            isImplied = stated == nil
            children = nodes
        }
    }

    /// A cue that asks for as many as there are, or more, says nothing of a choice.
    private static func possible(_ cue: Cue, _ nodes: [RequirementNode]) -> Cue? {
        guard let choose = cue.choose else { return cue }
        let demands = nodes.count { $0.kind != .note }
        return choose < demands ? cue : nil
    }

    /// Says in the facts of the group's label what kind of group it is.
    func describe(_ facts: inout RequirementFacts) {
        facts.kind = cue.kind
        facts.choose = cue.choose
        facts.isKindImplied = isImplied
    }

    /// The group as a node without words.
    func node() -> RequirementNode { Self.node(children, isImplied ? nil : cue, locale) }

    private static func node(_ children: [RequirementNode], _ cue: Cue?, _ locale: LocaleTag) -> RequirementNode {
        let facts = RequirementFacts(kind: cue?.kind ?? .allOf, isKindImplied: cue == nil, choose: cue?.choose)
        return RequirementNode(facts: facts, readings: [.init(locale: locale, facts: facts)], children: children)
    }

    /// One node for several requirements, the notes among them beside it.
    private static func joined(_ nodes: [RequirementNode], _ cue: Cue?, _ locale: LocaleTag) -> [RequirementNode] {
        let demands = nodes.filter { $0.kind != .note }
        guard demands.count > 1 else { return nodes }
        return [node(demands, cue.flatMap { possible($0, demands) }, locale)] + nodes.filter { $0.kind == .note }
    }

    /// Each node with the connector that stands right before it.
    private static func connected(_ elements: [TreeBuilder.Element]) -> [TreeBuilder.Element] {
        var pending: RequirementNode.Connector?
        return elements.map { element in
            switch element {
            case .connector(let connector):
                pending = pending ?? connector
                return element
            case .node(var node):
                if let connector = pending, !node.readings.isEmpty { node.readings[0].connector = connector }
                pending = nil
                return .node(node)
            }
        }
    }

    private static func nodes(_ elements: [TreeBuilder.Element]) -> [RequirementNode] {
        elements.compactMap { if case .node(let node) = $0 { node } else { nil } }
    }

    /// The parts between the connectors of one kind; empty parts are left out.
    private static func split(_ elements: [TreeBuilder.Element], at kind: RequirementNode.Connector.Kind) -> [[TreeBuilder.Element]] {
        elements.split { if case .connector(let connector) = $0 { connector.kind == kind } else { false } }
            .map(Array.init).filter { !nodes($0).isEmpty }
    }
}

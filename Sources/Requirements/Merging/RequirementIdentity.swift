import LocalizationModel

/// Gives the nodes of a section ids that edits elsewhere do not change.
enum RequirementIdentity {
    /// The same nodes with ids. Linear in the nodes, but for the keys of labels, which look down the tree.
    static func assign(_ nodes: [RequirementNode], below parent: String = "") -> [RequirementNode] {
        var seen: [String: Int] = [:]
        return nodes.map { node in
            let local = key(node) ?? node.kind.rawValue
            let count = (seen[local] ?? 0) + 1
            seen[local] = count
            let id = parent + (parent.isEmpty ? "" : "/") + local + (count > 1 ? "~\(count)" : "")
            var named = node
            named.id = id
            named.children = assign(node.children, below: id)
            return named
        }
    }

    /// What a node states, in few letters; nil where neither it nor what is below it states anything.
    private static func key(_ node: RequirementNode) -> String? {
        let below = (node.children.first { ownKey($0) != nil } ?? node.children.first).flatMap(firstSubject)
        guard let own = ownKey(node) else { return below.map { "of-" + $0 } }
        return node.facts.codes.isEmpty ? own + (below.map { "-of-" + $0 } ?? "") : own
    }

    private static func ownKey(_ node: RequirementNode) -> String? {
        let facts = node.facts
        if !facts.codes.isEmpty { return facts.codes.map { $0.lowercased().replacing(" ", with: "-") }.joined(separator: "+") }
        if let link = facts.links.first { return LinkName.name(link) }
        let values = facts.quantities.map(\.value) + facts.money.map(\.amount)
        return values.isEmpty ? nil : values.map(FactRow.Aspect.text).joined(separator: "+")
    }

    /// The first code or link of a node or below its first members, else the first quantity there.
    private static func firstSubject(_ node: RequirementNode) -> String? {
        var node = node
        var quantity: String?
        while true {
            if let own = ownKey(node) {
                if !node.facts.codes.isEmpty || !node.facts.links.isEmpty { return own }
                quantity = quantity ?? own
            }
            guard let next = node.children.first(where: { ownKey($0) != nil }) ?? node.children.first else { return quantity }
            node = next
        }
    }
}

import LocalizationModel

/// Gives the nodes of a section ids that edits elsewhere do not change.
enum RequirementIdentity {
    /// Gives ids. Linear in the nodes, but for the keys of labels, which look down the tree.
    static func assign(_ nodes: inout [RequirementNode], below parent: String = "") {
        var seen: [String: Int] = [:]
        for index in nodes.indices {
            let local = key(nodes[index]) ?? nodes[index].kind.rawValue
            let count = (seen[local] ?? 0) + 1
            seen[local] = count
            let id = parent + (parent.isEmpty ? "" : "/") + local + (count > 1 ? "~\(count)" : "")
            nodes[index].id = id
            if !nodes[index].children.isEmpty { assign(&nodes[index].children, below: id) }
        }
    }

    /// What a node states, in few letters; nil where neither it nor what is below it states anything.
    private static func key(_ node: RequirementNode) -> String? {
        let own = ownKey(node)
        if let own, node.facts.subjects.contains(where: \.isCode) { return own }
        let below = (node.children.first { ownKey($0) != nil } ?? node.children.first).flatMap(firstSubject)
        guard let own else { return below.map { "of-" + $0 } }
        return own + (below.map { "-of-" + $0 } ?? "")
    }

    private static func ownKey(_ node: RequirementNode) -> String? {
        let facts = node.facts
        if facts.subjects.contains(where: \.isCode) { return facts.codes.map(hyphenated).joined(separator: "+") }
        if let link = facts.links.first { return LinkName.name(link) }
        if facts.quantities.isEmpty, facts.money.isEmpty { return nil }
        return (facts.quantities.map(\.value) + facts.money.map(\.amount)).map(FactRow.Aspect.text).joined(separator: "+")
    }

    private static func hyphenated(_ code: String) -> String {
        String(decoding: LowerCase.bytes(of: code).map { $0 == 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    }

    /// The first code or link of a node or below its first members, else the first quantity there.
    private static func firstSubject(_ node: RequirementNode) -> String? {
        var node = node
        var quantity: String?
        while true {
            if let own = ownKey(node) {
                if node.facts.subjects.contains(where: \.isCode) || !node.facts.links.isEmpty { return own }
                quantity = quantity ?? own
            }
            guard let next = node.children.first(where: { ownKey($0) != nil }) ?? node.children.first else { return quantity }
            node = next
        }
    }
}

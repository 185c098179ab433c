import LocalizationModel

/// Hands the market that a label names down to the quantities below it: `**Developed markets**` over `2,000 users`.
enum ScopeInheritance {
    /// The same nodes of one language. Recursion is as deep as the trees, which `PageOutline.deepestList` bounds.
    static func apply(_ nodes: [RequirementNode], from outer: String? = nil) -> [RequirementNode] {
        nodes.map { node in
            var node = node
            let scope = node.facts.scope ?? outer
            if scope != nil {
                place(scope, in: &node.facts)
                for index in node.readings.indices { place(scope, in: &node.readings[index].facts) }
            }
            node.children = apply(node.children, from: scope)
            return node
        }
    }

    private static func place(_ scope: String?, in facts: inout RequirementFacts) {
        for index in facts.quantities.indices where facts.quantities[index].scope == nil { facts.quantities[index].scope = scope }
        for index in facts.money.indices where facts.money[index].scope == nil { facts.money[index].scope = scope }
    }
}

import LocalizationModel

/// Settles what the languages of a merged tree leave open, and what most of them state.
enum Agreement {
    /// The same trees: what a language only implies or may mean is read as the languages that state it do.
    static func settle(_ nodes: [RequirementNode]) -> [RequirementNode] {
        nodes.map { node in
            let facts = quantitiesSettled(kindsSettled(node.facts))
            guard !facts.isEmpty else { return node }
            return RequirementNode(
                id: node.id, kind: most(facts.map(\.kind)), quantities: most(facts.map(\.quantities)), codes: most(facts.map(\.codes)),
                links: links(facts), wordings: node.wordings, facts: facts, children: settle(node.children))
        }
    }

    /// An implied kind becomes the one that most of the others state.
    private static func kindsSettled(_ facts: [RequirementNode.Facts]) -> [RequirementNode.Facts] {
        let stated = facts.filter { !$0.isKindImplied && ($0.kind == .allOf || $0.kind == .anyOf) }.map(\.kind)
        guard !stated.isEmpty else { return facts }
        let kind = most(stated)
        return facts.map { $0.isKindImplied ? with($0, kind: kind, quantities: $0.quantities, uncertain: $0.uncertain) : $0 }
    }

    /// An uncertain quantity that another language is sure of becomes one.
    private static func quantitiesSettled(_ facts: [RequirementNode.Facts]) -> [RequirementNode.Facts] {
        var sure: [RequirementNode.Quantity: Int] = [:]
        for one in facts { sure.merge(counts(one.quantities), uniquingKeysWith: max) }
        return facts.map { one in
            guard !one.uncertain.isEmpty else { return one }
            var found = counts(one.quantities)
            var quantities = one.quantities
            var uncertain: [RequirementNode.Quantity] = []
            for quantity in one.uncertain {
                if found[quantity, default: 0] < sure[quantity, default: 0] {
                    found[quantity, default: 0] += 1
                    quantities.append(quantity)
                } else {
                    uncertain.append(quantity)
                }
            }
            return with(one, kind: one.kind, quantities: quantities.sorted { $0.value < $1.value }, uncertain: uncertain)
        }
    }

    private static func counts(_ quantities: [RequirementNode.Quantity]) -> [RequirementNode.Quantity: Int] {
        quantities.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func with(
        _ facts: RequirementNode.Facts, kind: RequirementNode.Kind, quantities: [RequirementNode.Quantity],
        uncertain: [RequirementNode.Quantity]
    ) -> RequirementNode.Facts {
        .init(
            locale: facts.locale, kind: kind, isKindImplied: facts.isKindImplied, quantities: quantities, uncertain: uncertain,
            codes: facts.codes, links: facts.links)
    }

    /// As `most`, for links that differ only by their locale.
    private static func links(_ facts: [RequirementNode.Facts]) -> [String] {
        facts[mostIndex(facts.map { $0.links.map(LinkIdentity.canonical).sorted() })].links
    }

    /// What most languages state; of those even, the first. The list is not empty.
    private static func most<Fact: Hashable>(_ facts: [Fact]) -> Fact { facts[mostIndex(facts)] }

    private static func mostIndex<Fact: Hashable>(_ facts: [Fact]) -> Int {
        var counts: [Fact: Int] = [:]
        for fact in facts { counts[fact, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return facts.firstIndex { counts[$0] == most } ?? 0
    }
}

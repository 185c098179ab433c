import LocalizationModel

/// Settles what the languages of a merged tree leave open, and what most of them state.
enum Agreement {
    /// What a language only implies or may mean is read as the languages that state it do.
    static func settle(_ nodes: inout [RequirementNode]) {
        for index in nodes.indices where !nodes[index].readings.isEmpty {
            if isSettled(nodes[index].readings) {
                complete(&nodes[index])
            } else {
                nodes[index].readings = settled(nodes[index].readings, nodes[index].wordings)
                nodes[index].facts = agreed(nodes[index].readings.map(\.facts))
            }
            settle(&nodes[index].children)
        }
    }

    /// True where all languages state the same, each value once: they have nothing to tell each other but the products they name.
    static func isSettled(_ readings: [RequirementNode.Reading]) -> Bool {
        guard let first = readings.first?.facts, first.money.isEmpty, !first.refersBack, first.quantities.count < 2, first.dates.count < 2 else { return false }
        return readings.dropFirst().allSatisfy { reading in
            let facts = reading.facts
            return facts.kind == first.kind && facts.isKindImplied == first.isKindImplied && facts.choose == first.choose
                && facts.quantities == first.quantities && facts.money.isEmpty && facts.dates == first.dates && facts.subjects == first.subjects
                && !facts.refersBack && facts.scope == first.scope && SameFacts.haveSameLinks(facts.links, first.links)
        }
    }

    static func complete(_ node: inout RequirementNode) {
        node.readings = ProductAgreement.settle(node.readings, node.wordings)
        node.facts = node.readings[0].facts
        if !node.facts.uncertain.isEmpty { node.facts.uncertain = [] }
        if !node.facts.names.isEmpty { node.facts.names = [] }
        if node.readings.count > 1 {
            if !node.facts.subjects.isEmpty { node.facts.subjects = most(node.readings.map(\.facts.subjects)) }
            node.facts.conjunction = most(node.readings.map(\.facts.conjunction))
        }
    }

    static func settled(_ readings: [RequirementNode.Reading], _ wordings: [RequirementNode.Wording]) -> [RequirementNode.Reading] {
        let codes = MisspelledCodes.settle(kindsSettled(readings), wordings)
        return ProductAgreement.settle(AttributeAgreement.settle(quantitiesSettled(codes)), wordings)
    }

    /// What most languages state, aspect by aspect; of those even, the first one. The list is not empty.
    static func agreed(_ facts: [RequirementFacts]) -> RequirementFacts {
        let group = facts[mostIndex(facts.map { Choice($0) })]
        return RequirementFacts(
            kind: group.kind, isKindImplied: facts.allSatisfy(\.isKindImplied), choose: group.choose, quantities: most(facts.map(\.quantities)),
            money: most(facts.map(\.money)), dates: most(facts.map(\.dates)), subjects: most(facts.map(\.subjects)),
            links: facts[mostIndex(facts.map { $0.links.map(LinkIdentity.canonical).sorted() })].links,
            refersBack: most(facts.map(\.refersBack)), conjunction: most(facts.map(\.conjunction)), scope: most(facts.map(\.scope)))
    }

    /// All of a list, any, or k of it.
    private struct Choice: Hashable {
        let kind: RequirementNode.Kind
        let choose: Int?
        init(_ facts: RequirementFacts) {
            kind = facts.kind
            choose = facts.choose
        }
    }

    /// An implied kind becomes the one that most of the others state.
    private static func kindsSettled(_ readings: [RequirementNode.Reading]) -> [RequirementNode.Reading] {
        let stated = readings.map(\.facts).filter { !$0.isKindImplied && $0.kind.isGroup }.map(Choice.init)
        guard !stated.isEmpty else { return readings }
        let choice = most(stated)
        return readings.map { reading in
            guard reading.facts.isKindImplied else { return reading }
            var reading = reading
            reading.facts.kind = choice.kind
            reading.facts.choose = choice.choose
            return reading
        }
    }

    /// An uncertain quantity that another language is sure of becomes one.
    private static func quantitiesSettled(_ readings: [RequirementNode.Reading]) -> [RequirementNode.Reading] {
        guard readings.contains(where: { !$0.facts.uncertain.isEmpty }), readings.contains(where: { !$0.facts.quantities.isEmpty }) else { return readings }
        var sure: [Double: Int] = [:]
        for reading in readings { sure.merge(counts(reading.facts.quantities), uniquingKeysWith: max) }
        return readings.map { reading in
            guard !reading.facts.uncertain.isEmpty else { return reading }
            var reading = reading
            var found = counts(reading.facts.quantities)
            var settled: [RequirementFacts.Quantity] = []
            let uncertain = reading.facts.uncertain.filter { quantity in
                guard found[quantity.value, default: 0] < sure[quantity.value, default: 0] else { return true }
                found[quantity.value, default: 0] += 1
                settled.append(quantity)
                return false
            }
            guard !settled.isEmpty else { return reading }
            reading.facts.uncertain = uncertain
            reading.facts.quantities = (reading.facts.quantities + settled).sorted { $0.value < $1.value }
            return reading
        }
    }

    private static func counts(_ quantities: [RequirementFacts.Quantity]) -> [Double: Int] {
        quantities.reduce(into: [:]) { $0[$1.value, default: 0] += 1 }
    }

    /// What most languages state; of those even, the first. The list is not empty.
    static func most<Fact: Hashable>(_ facts: [Fact]) -> Fact { facts[mostIndex(facts)] }

    private static func mostIndex<Fact: Hashable>(_ facts: [Fact]) -> Int {
        if facts.allSatisfy({ $0 == facts[0] }) { return 0 }
        var counts: [Fact: Int] = [:]
        for fact in facts { counts[fact, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return facts.firstIndex { counts[$0] == most } ?? 0
    }
}

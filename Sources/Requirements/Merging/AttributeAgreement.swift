import LocalizationModel

/// Completes what a language's words say of a value (how it bounds, what it counts, where and when it holds) by what the other
/// languages say of the same value: a word that the vocabulary lacks is no disagreement.
enum AttributeAgreement {
    static func settle(_ readings: [RequirementNode.Reading]) -> [RequirementNode.Reading] {
        guard readings.count > 1 else { return readings }
        let all = readings.map(\.facts)
        let quantities = Dictionary(grouping: all.flatMap(\.quantities), by: \.value).mapValues(typical)
        let money = Dictionary(grouping: all.flatMap(\.money), by: \.amount).mapValues(typical)
        let retired = Set(all.flatMap(\.dates).filter(\.isRetirement).map(\.text))
        let scope = common(all.map(\.scope))
        let refersBack = all.count { $0.refersBack } * 2 > all.count
        return readings.map { reading in
            var reading = reading
            if reading.facts.scope == nil, let scope { reading.facts.scope = scope }
            reading.facts.refersBack = refersBack
            asMoney(&reading.facts, money)
            if refersBack { asTaken(&reading.facts, all.flatMap(\.quantities)) }
            if !reading.facts.quantities.isEmpty {
                reading.facts.quantities = reading.facts.quantities.map { completed(asStated($0, by: quantities), by: quantities[$0.value] ?? $0) }
            }
            if !reading.facts.money.isEmpty { reading.facts.money = reading.facts.money.map { completed($0, by: money[$0.amount] ?? $0) } }
            for index in reading.facts.dates.indices where retired.contains(reading.facts.dates[index].text) { reading.facts.dates[index].isRetirement = true }
            return reading
        }
    }

    /// A number that other languages call an amount of money is one.
    private static func asMoney(_ facts: inout RequirementFacts, _ money: [Double: RequirementFacts.Money]) {
        guard !money.isEmpty else { return }
        var stated = Set(facts.money.map(\.amount))
        for quantity in facts.quantities {
            guard let known = money[quantity.value], stated.insert(quantity.value).inserted else { continue }
            facts.money.append(.init(amount: quantity.value, currency: known.currency, comparison: quantity.comparison, scope: quantity.scope))
        }
        let amounts = Set(facts.money.map(\.amount))
        facts.quantities.removeAll { amounts.contains($0.value) && money[$0.value] != nil }
        facts.money.sort { $0.amount < $1.amount }
    }

    /// `6 or more` of what other languages call `more than 5`.
    private static func asStated(
        _ quantity: RequirementFacts.Quantity, by typical: [Double: RequirementFacts.Quantity]
    ) -> RequirementFacts.Quantity {
        guard quantity.comparison == .atLeast, quantity.value == quantity.value.rounded(), typical[quantity.value - 1]?.comparison == .moreThan
        else { return quantity }
        var quantity = quantity
        quantity.value -= 1
        quantity.comparison = .moreThan
        return quantity
    }

    /// Two numbers of which other languages take one from among the other are one quantity: `1 dieser 2 Personen`.
    private static func asTaken(_ facts: inout RequirementFacts, _ all: [RequirementFacts.Quantity]) {
        for case (let value, let among?) in all.map({ ($0.value, $0.among) }) {
            guard let taken = facts.quantities.firstIndex(where: { $0.value == value && $0.among == nil }),
                let rest = facts.quantities.firstIndex(where: { $0.value == among && $0.among == nil }), taken != rest
            else { continue }
            facts.quantities[taken].among = among
            facts.quantities.remove(at: rest)
        }
    }

    /// What most languages say of a value. The list is not empty.
    private static func typical(_ all: [RequirementFacts.Quantity]) -> RequirementFacts.Quantity {
        .init(value: all[0].value, comparison: common(all.map(\.comparison)), counted: common(all.map(\.counted)), scope: common(all.map(\.scope)))
    }

    private static func typical(_ all: [RequirementFacts.Money]) -> RequirementFacts.Money {
        .init(
            amount: all[0].amount, currency: all[0].currency, period: common(all.map(\.period)), comparison: common(all.map(\.comparison)),
            scope: common(all.map(\.scope)))
    }

    private static func completed(_ quantity: RequirementFacts.Quantity, by typical: RequirementFacts.Quantity) -> RequirementFacts.Quantity {
        var quantity = quantity
        quantity.comparison = quantity.comparison ?? typical.comparison
        quantity.counted = typical.counted
        quantity.scope = quantity.scope ?? typical.scope
        return quantity
    }

    private static func completed(_ money: RequirementFacts.Money, by typical: RequirementFacts.Money) -> RequirementFacts.Money {
        var money = money
        money.period = money.period ?? typical.period
        money.comparison = money.comparison ?? typical.comparison
        money.scope = money.scope ?? typical.scope
        return money
    }

    /// What most of those say that say something; of those even, the first.
    private static func common<Value: Hashable>(_ values: [Value?]) -> Value? {
        let stated = values.compactMap(\.self)
        return stated.isEmpty ? nil : Agreement.most(stated)
    }
}

import LocalizationModel

/// Completes what a language's words say of a value (how it bounds, what it counts, where and when it holds) by what the other
/// languages say of the same value: a word that the vocabulary lacks is no disagreement.
enum AttributeAgreement {
    static func settle(_ readings: [RequirementNode.Reading]) -> [RequirementNode.Reading] {
        guard readings.count > 1 else { return readings }
        let all = readings.map(\.facts)
        let quantities = Dictionary(grouping: all.flatMap(\.quantities), by: \.value)
        let money = Dictionary(grouping: all.flatMap(\.money), by: \.amount)
        let retired = Set(all.flatMap(\.dates).filter(\.isRetirement).map(\.text))
        let scope = common(all.map(\.scope))
        let refersBack = all.count { $0.refersBack } * 2 > all.count
        return readings.map { reading in
            var reading = reading
            reading.facts.scope = reading.facts.scope ?? scope
            reading.facts.refersBack = refersBack
            asMoney(&reading.facts, money)
            reading.facts.quantities = reading.facts.quantities.map { completed(asStated($0, by: quantities), by: quantities[$0.value] ?? []) }
            reading.facts.money = reading.facts.money.map { completed($0, by: money[$0.amount] ?? []) }
            for index in reading.facts.dates.indices where retired.contains(reading.facts.dates[index].text) { reading.facts.dates[index].isRetirement = true }
            return reading
        }
    }

    /// A number that other languages call an amount of money is one.
    private static func asMoney(_ facts: inout RequirementFacts, _ money: [Double: [RequirementFacts.Money]]) {
        guard !money.isEmpty else { return }
        for quantity in facts.quantities {
            guard let known = money[quantity.value]?.first, !facts.money.contains(where: { $0.amount == quantity.value }) else { continue }
            facts.money.append(.init(amount: quantity.value, currency: known.currency, comparison: quantity.comparison, scope: quantity.scope))
        }
        let amounts = Set(facts.money.map(\.amount))
        facts.quantities.removeAll { amounts.contains($0.value) && money[$0.value] != nil }
        facts.money.sort { $0.amount < $1.amount }
    }

    /// `6 or more` of what other languages call `more than 5`.
    private static func asStated(
        _ quantity: RequirementFacts.Quantity, by others: [Double: [RequirementFacts.Quantity]]
    ) -> RequirementFacts.Quantity {
        guard quantity.comparison == .atLeast, quantity.value == quantity.value.rounded(), others[quantity.value].map({ $0.count == 1 }) ?? true,
            others[quantity.value - 1]?.contains(where: { $0.comparison == .moreThan }) ?? false
        else { return quantity }
        var quantity = quantity
        quantity.value -= 1
        quantity.comparison = .moreThan
        return quantity
    }

    private static func completed(_ quantity: RequirementFacts.Quantity, by others: [RequirementFacts.Quantity]) -> RequirementFacts.Quantity {
        var quantity = quantity
        quantity.comparison = quantity.comparison ?? common(others.map(\.comparison))
        quantity.counted = common(others.map(\.counted))
        quantity.scope = quantity.scope ?? common(others.map(\.scope))
        return quantity
    }

    private static func completed(_ money: RequirementFacts.Money, by others: [RequirementFacts.Money]) -> RequirementFacts.Money {
        var money = money
        money.period = money.period ?? common(others.map(\.period))
        money.comparison = money.comparison ?? common(others.map(\.comparison))
        money.scope = money.scope ?? common(others.map(\.scope))
        return money
    }

    /// What most of those say that say something; of those even, the first.
    private static func common<Value: Hashable>(_ values: [Value?]) -> Value? {
        let stated = values.compactMap(\.self)
        return stated.isEmpty ? nil : Agreement.most(stated)
    }
}

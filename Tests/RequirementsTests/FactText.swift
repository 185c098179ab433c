import LocalizationModel
import Requirements

/// Facts as a short line, every aspect of them: `any-of, 2 person, of the same`, `statement, atLeast 2000 user @developedMarkets`.
enum FactText {
    static func text(_ facts: RequirementFacts) -> String { parts(facts).joined(separator: ", ") }

    /// The same for what languages can be compared by: without focus areas, whose names are translated, links in a row of their own.
    static func comparable(_ facts: RequirementFacts) -> String {
        var facts = facts
        facts.subjects.removeAll { $0.kind == .focusArea }
        facts.links = facts.links.map(LinkIdentity.canonical).sorted()
        return text(facts)
    }

    /// A value without a needless fraction, whatever its size.
    static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    private static func parts(_ facts: RequirementFacts) -> [String] {
        [facts.choose.map { "\($0)-of" } ?? facts.kind.rawValue] + facts.quantities.map(quantity) + facts.money.map(money) + facts.dates.map(date)
            + facts.subjects.map { "\($0.kind.rawValue) \($0.name)" } + facts.links.map { "<\($0)>" } + (facts.scope.map { ["in @\($0)"] } ?? [])
            + (facts.refersBack ? ["of the same"] : [])
    }

    static func quantity(_ quantity: RequirementFacts.Quantity) -> String {
        words([
            quantity.comparison?.rawValue, number(quantity.value), quantity.counted, quantity.among.map { "of \(number($0))" }, place(quantity.scope),
        ])
    }

    static func money(_ money: RequirementFacts.Money) -> String {
        words([money.comparison?.rawValue, number(money.amount), money.currency, money.period?.rawValue, place(money.scope)])
    }

    static func date(_ date: RequirementFacts.CalendarDate) -> String { (date.isRetirement ? "retires " : "") + date.text }

    private static func place(_ scope: String?) -> String? { scope.map { "@" + $0 } }

    private static func words(_ parts: [String?]) -> String { parts.compactMap(\.self).joined(separator: " ") }
}

extension RequirementNode {
    /// True where two languages state the same here, in all aspects.
    func agrees(_ a: LocaleTag, _ b: LocaleTag) -> Bool {
        guard let first = facts(in: a), let second = facts(in: b) else { return false }
        return FactText.comparable(first) == FactText.comparable(second)
    }

    /// What each language states, as in `de-DE: statement, 2 person | ja-JP: lacks it`.
    func sideBySide(_ locales: [LocaleTag]) -> String {
        locales.map { locale in "\(locale): \(facts(in: locale).map(FactText.comparable) ?? "lacks it")" }.joined(separator: " | ")
    }
}

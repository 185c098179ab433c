import LocalizationModel

/// Reads amounts of money: a number that stands beside the name or the sign of a currency.
struct MoneyReader {
    private let text: ClauseText
    private let currencies: [ClauseText.Mention]

    /// Bytes between an amount and its currency: a space, also a no-break one.
    private static let widestGap = 3

    init(_ text: ClauseText) {
        self.text = text
        currencies = text.mentions(of: text.roles.currencies)
    }

    /// The currency of an amount, ISO 4217; nil for a number of anything else.
    func currency(of number: ClauseText.Number) -> String? {
        guard !currencies.isEmpty, let place = number.range else { return nil }
        let beside = currencies.near(place, within: Self.widestGap).filter { mention in
            let gap =
                mention.range.lowerBound >= place.upperBound
                ? place.upperBound..<mention.range.lowerBound : mention.range.upperBound..<max(mention.range.upperBound, place.lowerBound)
            let touches = mention.range.lowerBound >= place.upperBound || mention.range.upperBound <= place.lowerBound
            return touches && gap.count <= Self.widestGap && text.bytes[gap].allSatisfy { $0 == 0x20 || $0 >= 0x80 }
        }
        return beside.min { $0.role < $1.role }.map { text.roles.label(of: $0.role) }
    }

    /// The time that all amounts of the text count in; nil where it names none, or several.
    var period: RequirementFacts.Period? {
        let named = text.roles.periods.filter { text.hasMention(of: $0.roles) }
        return named.count == 1 ? named[0].period : nil
    }
}

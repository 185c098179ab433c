import LocalizationModel

/// Reads the quantities, amounts and dates of one segment.
struct QuantityReader {
    private(set) var facts = RequirementFacts(kind: .statement)
    private let text: ClauseText
    private let segment: SegmentFacts
    private let vocabulary: Vocabulary
    private let scopes: [ClauseText.Mention]
    private var counted: [ClauseText.Mention] = []
    private var comparisons: [ClauseText.Mention] = []
    /// For each byte: whether it is in a word for `the following`; empty where there is none.
    private var following: [Bool] = []

    private var roles: RoleTable { text.roles }

    /// - Parameters:
    ///   - segment: its place in the page.
    ///   - isSubject: true where the text names an exam or is a link: its numbers then belong to a title (`Windows Server 2016`).
    init(_ segment: Int, _ facts: SegmentFacts, isSubject: Bool, words: PageWords) {
        self.segment = facts
        vocabulary = words.vocabulary
        text = words.clause(segment)
        scopes = text.mentions(of: text.roles.scopes)
        readWords()
        let dates = DateReader(text)
        if !dates.found.isEmpty { self.facts.dates = dates.found.map(\.date).sorted() }
        let dated = [Bool].covered(dates.found.map(\.range), count: text.bytes.count)
        read(dated.isEmpty ? text.numbers : text.numbers.filter { number in number.range.map { !dated[$0].contains(true) } ?? true }, isSubject)
        // Words that may be numbers, and those of the source's language, which the reader of the page's own cannot know.
        if !isSubject {
            for cardinal in words.foreignCardinals(segment) where cardinal > 1 { self.facts.quantities.append(.init(value: cardinal)) }
            for value in words.weakNumbers(segment) { self.facts.uncertain.append(.init(value: value)) }
        }
        takeFromAmong()
        if self.facts.quantities.count > 1 { self.facts.quantities.sort { $0.value < $1.value } }
        if self.facts.uncertain.count > 1 { self.facts.uncertain.sort { $0.value < $1.value } }
        if self.facts.money.count > 1 { self.facts.money.sort { $0.amount < $1.amount } }
    }

    /// What words say without any number.
    private mutating func readWords() {
        if scopes.count == 1 { facts.scope = roles.label(of: scopes[0].role) }
        if !saysAndOr { facts.conjunction = text.hasMention(of: roles.or) ? .or : text.hasMention(of: roles.and) ? .and : nil }
        facts.refersBack = text.hasMention(of: roles.same) && text.hasMention(of: roles.person)
    }

    /// `and/or` leaves open which of the two: another language may say either.
    private var saysAndOr: Bool {
        let either = text.mentions(of: roles.or)
        guard !either.isEmpty else { return false }
        return text.mentions(of: roles.and).contains { and in either.contains { (0...1).contains($0.range.lowerBound - and.range.upperBound) } }
    }

    /// Digits, cardinals and what is set strong are sure, `1` only where it is set strong or leads the text: elsewhere one language
    /// writes `1`, the other `one` or nothing. Numbers behind a name, ordinals, months and weak number words are not sure; neither are
    /// cardinals beside a strong count: they only repeat how many there are (`**1** individual passes one of the three exams`).
    private mutating func read(_ numbers: [ClauseText.Number], _ isSubject: Bool) {
        guard !numbers.isEmpty else { return }
        counted = text.mentions(of: roles.counted)
        comparisons = text.mentions(of: roles.comparisons)
        following = [Bool].covered(comparisons.isEmpty ? [] : text.mentions(of: roles.following).map(\.range), count: text.bytes.count)
        let money = MoneyReader(text)
        let period = money.period
        let hasStrongCount = StatementReader.hasStrongCount(segment)
        for one in numbers {
            let number = one.number
            let hasDigits = number.text.utf8.contains(where: \.isASCIIDigit)
            if !isSubject, hasDigits, let currency = money.currency(of: one) {
                facts.money.append(.init(amount: number.value, currency: currency, period: period, comparison: comparison(one), scope: scope(one)))
                continue
            }
            let isSure = hasDigits ? number.strength == .digits || Self.isGrouped(number) : !hasStrongCount && vocabulary.isCardinal(number.text)
            if StatementReader.isStrong(number, in: segment)
                || !isSubject && isSure && (number.value != 1 || segment.plain.hasPrefix(number.text))
            {
                facts.quantities.append(quantity(one))
            } else if !isSubject {
                facts.uncertain.append(quantity(one))
            }
        }
    }

    private func quantity(_ one: ClauseText.Number) -> RequirementFacts.Quantity {
        guard let place = one.range else { return .init(value: one.number.value) }
        let role = text.nearest(to: place, among: counted, within: Self.countedReach)
        return .init(
            value: one.number.value, comparison: comparison(one), counted: role.map(roles.label), scope: scope(one))
    }

    private func comparison(_ one: ClauseText.Number) -> RequirementFacts.Comparison? {
        guard let place = one.range else { return nil }
        // `以下` is `at most` right behind a number and its counter, `the following` anywhere else.
        let meant = comparisons.near(place, within: Self.comparisonReach).filter { mention in
            following.isEmpty || !following[mention.range].contains(true) || (0...Self.counterReach).contains(mention.range.lowerBound - place.upperBound)
        }
        return text.nearest(to: place, among: meant, within: Self.comparisonReach).flatMap(roles.comparison)
    }

    /// The market that a number is for: the text's only one; of several the one named before it, or behind it where the first number
    /// stands before the first market.
    private func scope(_ one: ClauseText.Number) -> String? {
        if scopes.count < 2 { return facts.scope }
        guard let place = one.range, let first = text.numbers.lazy.compactMap(\.range).first else { return nil }
        let isNamedBefore = scopes[0].range.lowerBound < first.lowerBound
        let index = scopes.firstIndex(from: place.lowerBound) - (isNamedBefore ? 1 : 0)
        return scopes.indices.contains(index) ? roles.label(of: scopes[index].role) : nil
    }

    /// `1 of the same 2 individuals`: one quantity, taken from among the other.
    private mutating func takeFromAmong() {
        guard facts.refersBack, facts.quantities.count == 2, text.hasMention(of: roles.person) else { return }
        let sorted = facts.quantities.sorted { $0.value < $1.value }
        guard sorted[0].value < sorted[1].value else { return }
        var taken = sorted[0]
        taken.among = sorted[1].value
        taken.counted = taken.counted ?? sorted[1].counted
        facts.quantities = [taken]
    }

    /// True for digits in groups, `1.000`: no version and no year is written so.
    private static func isGrouped(_ number: SegmentFacts.Number) -> Bool {
        number.value >= 1000 && number.value == number.value.rounded() && number.text.utf8.contains { !$0.isASCIIDigit }
    }

    // Bytes between a number and the words that belong to it.
    private static let countedReach = 32
    private static let comparisonReach = 28
    private static let counterReach = 6
}

/// What a requirement states, free of any language.
public struct RequirementFacts: Hashable, Sendable {
    public var kind: RequirementNode.Kind
    /// True where no word says `all` or `any` of a group. The kind is then the one that other languages state, else all-of.
    public var isKindImplied: Bool
    /// How many of the children must hold, for `Kind.someOf` only; at least 2 and less than their number.
    public var choose: Int?
    /// True where the words refer to people named before: `the same 2 individuals`.
    public var refersBack: Bool
    /// `or` where the words offer alternatives (`the exams or a certification`), `and` where they only add; nil for neither.
    public var conjunction: RequirementNode.Connector.Kind?
    /// The rest. One reference: facts are copied with their nodes all the time, and most of them state little.
    private var details: SharedDetails

    public init(
        kind: RequirementNode.Kind, isKindImplied: Bool = false, choose: Int? = nil, quantities: [Quantity] = [], uncertain: [Quantity] = [],
        money: [Money] = [], dates: [CalendarDate] = [], subjects: [Subject] = [], names: [String] = [], links: [String] = [], refersBack: Bool = false,
        conjunction: RequirementNode.Connector.Kind? = nil, scope: String? = nil
    ) {
        self.kind = kind
        self.isKindImplied = isKindImplied
        self.choose = choose
        self.refersBack = refersBack
        self.conjunction = conjunction
        let details = Details(
            quantities: quantities, uncertain: uncertain, money: money, dates: dates, subjects: subjects, names: names, links: links, scope: scope)
        self.details = details.isEmpty ? .none : SharedDetails(details)
    }

    /// What is counted, as in 2,000 entitlements. Ascending by value: languages name the same quantities in different order.
    public var quantities: [Quantity] {
        get { details.values.quantities }
        _modify { yield &own.quantities }
    }
    /// Numbers that may be quantities and may be none, ascending: `365` in `Office 365`, `one`, `May`. Where another language
    /// is sure of one of them, merging makes it a quantity here, too.
    public var uncertain: [Quantity] {
        get { details.values.uncertain }
        _modify { yield &own.uncertain }
    }
    /// Ascending by amount.
    public var money: [Money] {
        get { details.values.money }
        _modify { yield &own.money }
    }
    /// Ascending.
    public var dates: [CalendarDate] {
        get { details.values.dates }
        _modify { yield &own.dates }
    }
    /// Exams, certifications, products and focus areas, ascending by kind and name.
    public var subjects: [Subject] {
        get { details.values.subjects }
        _modify { yield &own.subjects }
    }
    /// Latin names in the text as written; merging makes those products that languages of different scripts share.
    public var names: [String] {
        get { details.values.names }
        _modify { yield &own.names }
    }
    /// References: destinations as written, in the order of the text.
    public var links: [String] {
        get { details.values.links }
        _modify { yield &own.links }
    }
    /// Where this and all below it hold, by its role in the vocabulary without `scope_`, as in `developedMarkets`.
    public var scope: String? {
        get { details.values.scope }
        _modify { yield &own.scope }
    }

    /// The details for changing: no other facts share them.
    private var own: Details {
        get { details.values }
        _modify {
            if !isKnownUniquelyReferenced(&details) { details = SharedDetails(details.values) }
            yield &details.values
        }
    }

    /// The names of exams and certifications, in upper case, ascending.
    public var codes: [String] { subjects.isEmpty ? [] : subjects.filter(\.isCode).map(\.name).sorted() }
}

extension RequirementFacts {
    private struct Details: Hashable, Sendable {
        var quantities: [Quantity] = []
        var uncertain: [Quantity] = []
        var money: [Money] = []
        var dates: [CalendarDate] = []
        var subjects: [Subject] = []
        var names: [String] = []
        var links: [String] = []
        var scope: String?

        var isEmpty: Bool {
            quantities.isEmpty && uncertain.isEmpty && money.isEmpty && dates.isEmpty && subjects.isEmpty && names.isEmpty && links.isEmpty && scope == nil
        }
    }

    /// Details that several facts may share.
    ///
    /// `@unchecked Sendable`: they are changed only by facts that alone refer to them.
    private final class SharedDetails: Hashable, @unchecked Sendable {
        fileprivate var values: Details

        /// Those of facts that state nothing of the kind.
        static let none = SharedDetails(Details())

        init(_ values: Details) { self.values = values }

        static func == (a: SharedDetails, b: SharedDetails) -> Bool { a === b || a.values == b.values }

        func hash(into hasher: inout Hasher) { values.hash(into: &hasher) }
    }
}

extension RequirementFacts {
    /// A number of things.
    public struct Quantity: Hashable, Sendable {
        public var value: Double
        /// Nil where no word says how the value is meant.
        public var comparison: Comparison?
        /// What is counted, by its role in the vocabulary of `locales/` (without `counted_`), as in `person`; nil where no known word stands beside it.
        public var counted: String?
        /// Where the quantity holds, by its role in the vocabulary without `scope_`, as in `developedMarkets`; nil for everywhere.
        public var scope: String?
        /// How many the counted ones are taken from, in `1 of the same 2 individuals`.
        public var among: Double?

        public init(value: Double, comparison: Comparison? = nil, counted: String? = nil, scope: String? = nil, among: Double? = nil) {
            self.value = value
            self.comparison = comparison
            self.counted = counted
            self.scope = scope
            self.among = among
        }
    }

    /// How a value bounds what is counted; the raw values are the roles of the vocabulary.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        case atLeast, atMost, moreThan, lessThan, exactly
    }

    /// An amount of money and the time in which it counts.
    public struct Money: Hashable, Sendable {
        /// In units of the currency, not in hundredths.
        public var amount: Double
        /// ISO 4217, as in `USD`.
        public var currency: String
        public var period: Period?
        public var comparison: Comparison?
        public var scope: String?

        public init(amount: Double, currency: String, period: Period? = nil, comparison: Comparison? = nil, scope: String? = nil) {
            self.amount = amount
            self.currency = currency
            self.period = period
            self.comparison = comparison
            self.scope = scope
        }
    }

    /// The raw values are the roles of the vocabulary.
    public enum Period: String, Hashable, Sendable, CaseIterable {
        case perYear, perMonth, lastTwelveMonths
    }

    /// A day, a month or a year of the Gregorian calendar.
    public struct CalendarDate: Hashable, Sendable, Comparable {
        public var year: Int
        /// From 1 to 12.
        public var month: Int?
        /// From 1 to 31.
        public var day: Int?
        /// True where the text says that something ends on this day: an exam that is retired.
        public var isRetirement: Bool

        public init(year: Int, month: Int? = nil, day: Int? = nil, isRetirement: Bool = false) {
            self.year = year
            self.month = month
            self.day = day
            self.isRetirement = isRetirement
        }

        public static func < (a: Self, b: Self) -> Bool { (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0) }

        /// ISO 8601, as far as it is known: `2017-09-30`, `2017-09`, `2017`.
        public var text: String {
            func two(_ value: Int?) -> String { value.map { $0 < 10 ? "-0\($0)" : "-\($0)" } ?? "" }
            return "\(year)" + two(month) + (month == nil ? "" : two(day))
        }
    }

    /// What a requirement is about.
    public struct Subject: Hashable, Sendable, Comparable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case exam, certification, product
            case focusArea = "focus-area"
        }
        public var kind: Kind
        /// The code of an exam or certification in upper case, the name of a product as written.
        public var name: String

        public init(_ kind: Kind, _ name: String) {
            self.kind = kind
            self.name = name
        }

        /// True for what has a code of its own.
        public var isCode: Bool { kind == .exam || kind == .certification }

        public static func < (a: Self, b: Self) -> Bool { (a.kind.rawValue, a.name) < (b.kind.rawValue, b.name) }
    }
}

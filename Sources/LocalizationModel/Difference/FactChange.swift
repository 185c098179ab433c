/// One fact that two states of a page state differently, with what each language stated before and states now.
public struct FactChange: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case changed, added, removed
        /// The same facts stand in another place.
        case moved
    }

    public enum Aspect: String, Hashable, Sendable, CaseIterable {
        /// A whole section, or a whole requirement with all below it.
        case section, requirement
        /// All of a list, any of it, or k of it, as its label says.
        case choice
        /// Whether `or` or `and` joins the requirement to the one before it.
        case connector
        case quantity
        /// How a quantity is meant, as in at least; what is counted.
        case comparison, counted
        /// Where a requirement holds, as in developed markets.
        case scope
        case money, date, exam, certification, product
        case focusArea = "focus-area"
        case link
        // What the front matter states.
        case title, description, keywords, robots
        /// The commit of the source that was translated.
        case commit
        /// That the page was withdrawn by commenting it out.
        case withdrawal

        /// True where each language states the fact in words of its own.
        public var isText: Bool { self == .title || self == .description || self == .keywords }
    }

    /// A section of the page.
    public struct Place: Hashable, Sendable {
        /// `RequirementSection.address`.
        public let address: String
        /// The level that the heading names, as in `gold`.
        public let level: String?
        /// The option that the level belongs to.
        public let option: String?
        /// What people call it: the level, with the option where the page has the level several times, else the words of the heading.
        public let name: String

        public init(address: String, level: String?, option: String?, name: String) {
            self.address = address
            self.level = level
            self.option = option
            self.name = name
        }
    }

    /// A node of the requirement tree.
    public struct Requirement: Hashable, Sendable {
        /// `RequirementNode.id` in the newer state that has it.
        public let id: String
        /// Its words in the source's language, else in the first that has any, without markup.
        public let label: String

        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// One language.
    public struct Cell: Hashable, Sendable {
        public let locale: LocaleTag
        /// What it stated, free of language but for the texts of front matter: `4000`, `any-of`. Nil where it had no such requirement,
        /// empty where it stated nothing of the aspect.
        public let old: [String]?
        public let new: [String]?

        public init(locale: LocaleTag, old: [String]?, new: [String]?) {
            self.locale = locale
            self.old = old
            self.new = new
        }

        public var isChanged: Bool { old != new }
    }

    public let kind: Kind
    public let aspect: Aspect
    /// Where it stands now, or stood where it is gone; nil for front matter.
    public let place: Place?
    /// Where a moved requirement stood.
    public let origin: Place?
    /// Nil for sections and front matter.
    public let requirement: Requirement?
    /// What a quantity counts, by its role in the vocabulary, as in `person`; nil where no language says.
    public let counted: String?
    /// Where the fact holds, by its role in the vocabulary, as in `developedMarkets`; nil for everywhere.
    public let scope: String?
    /// One for each language that has the page in both states and the fact in either, ordered by locale; one of them differs.
    public let cells: [Cell]

    public init(
        _ kind: Kind, _ aspect: Aspect, place: Place? = nil, origin: Place? = nil, requirement: Requirement? = nil, counted: String? = nil,
        scope: String? = nil, cells: [Cell]
    ) {
        self.kind = kind
        self.aspect = aspect
        self.place = place
        self.origin = origin
        self.requirement = requirement
        self.counted = counted
        self.scope = scope
        self.cells = cells.sorted { $0.locale < $1.locale }
    }

    /// The languages that state still what another one stated before it changed.
    public var behind: [LocaleTag] {
        guard !aspect.isText, kind != .moved else { return [] }
        let left = Set(cells.filter(\.isChanged).map(\.old))
        return cells.filter { !$0.isChanged && left.contains($0.old) }.map(\.locale)
    }
}

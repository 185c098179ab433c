/// One fact of a page, side by side in every language: a row of the facts table.
public struct FactRow: Sendable {
    /// What is compared.
    public enum Aspect: String, Hashable, Sendable, CaseIterable {
        /// All of a list, any of it, or k of it, as its label says.
        case choice
        /// Whether `or` or `and` joins the requirement to the one before it.
        case connector
        /// Whether the words offer alternatives or only add.
        case conjunction
        case quantity, money, date, exam, certification, product, link
        /// That the requirement is there at all.
        case presence
    }

    /// How a language stands to what holds.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        case agrees
        /// The odd one out (≠).
        case disagrees
        /// It follows an older source, and states what that stated (≈).
        case older
        /// Its words leave it open: nothing to compare.
        case open
    }

    /// One language.
    public struct Cell: Sendable {
        public let locale: LocaleTag
        /// Free of language, as in `2000`, `70-346`, `any-of`; ascending, links in the order of the text. Empty where nothing is stated.
        public let values: [String]
        public let standing: Standing
        /// The words that state it; nil where the node has none of its own.
        public let wording: RequirementNode.Wording?

        public init(locale: LocaleTag, values: [String], standing: Standing, wording: RequirementNode.Wording?) {
            self.locale = locale
            self.values = values
            self.standing = standing
            self.wording = wording
        }
    }

    /// `RequirementSection.address`.
    public let section: String
    /// `RequirementNode.id`, unique in the section.
    public let node: String
    public let aspect: Aspect
    /// What holds: what the source states, else most of the languages that follow its newest commit.
    public let values: [String]
    /// One for each language that has the section, ordered by locale.
    public let cells: [Cell]

    public init(section: String, node: String, aspect: Aspect, values: [String], cells: [Cell]) {
        self.section = section
        self.node = node
        self.aspect = aspect
        self.values = values
        self.cells = cells
    }

    /// The languages that state something else, ordered by locale.
    public var oddOnes: [Cell] { cells.filter { $0.standing == .disagrees } }
}

/// The requirements of one section of a page, the same tree for every language.
public struct RequirementSection: Sendable {
    /// The stable anchor of the section's heading, as in `silver`.
    public let anchor: String
    /// The anchors of the enclosing sections, outermost first.
    public let path: [String]
    public let requirements: [RequirementNode]
    public init(anchor: String, path: [String], requirements: [RequirementNode]) {
        self.anchor = anchor
        self.path = path
        self.requirements = requirements
    }
}

/// A node of the requirement tree with the words of each language hanging from it.
public struct RequirementNode: Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// All children must hold.
        case allOf = "all-of"
        /// One child is enough.
        case anyOf = "any-of"
        /// A single statement.
        case statement
        /// A remark that demands nothing.
        case note
    }

    /// A quantity and what it counts, as in 2,000 entitlements.
    public struct Quantity: Hashable, Sendable {
        public let value: Double
        public init(value: Double) { self.value = value }
    }

    /// The words of one language.
    public struct Wording: Hashable, Sendable {
        public let locale: LocaleTag
        public let text: String
        public let line: Int
        public init(locale: LocaleTag, text: String, line: Int) {
            self.locale = locale
            self.text = text
            self.line = line
        }
    }

    /// Stable below its section: made of the facts, not of the position, where it has any.
    public let id: String
    public let kind: Kind
    public let quantities: [Quantity]
    /// Exam numbers, certification codes and the like.
    public let codes: [String]
    public let links: [String]
    public let wordings: [Wording]
    public let children: [RequirementNode]

    public init(
        id: String, kind: Kind, quantities: [Quantity], codes: [String], links: [String], wordings: [Wording],
        children: [RequirementNode]
    ) {
        self.id = id
        self.kind = kind
        self.quantities = quantities
        self.codes = codes
        self.links = links
        self.wordings = wordings
        self.children = children
    }
}

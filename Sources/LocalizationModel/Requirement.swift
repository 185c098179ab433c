/// The requirements of one section of a page, the same tree for every language.
public struct RequirementSection: Sendable {
    /// The stable anchor of the section's heading, as in `silver`; empty before the first heading.
    public let anchor: String
    /// The anchors of the enclosing sections, outermost first.
    public let path: [String]
    /// The level that the heading names, as in `silver`: the part of the vocabulary's role after `level_`.
    public let level: String?
    /// The heading in each language.
    public let headings: [RequirementNode.Wording]
    /// All of them must hold.
    public let requirements: [RequirementNode]

    public init(
        anchor: String, path: [String], level: String? = nil, headings: [RequirementNode.Wording] = [], requirements: [RequirementNode]
    ) {
        self.anchor = anchor
        self.path = path
        self.level = level
        self.headings = headings
        self.requirements = requirements
    }
}

/// A node of the requirement tree with the words of each language hanging from it.
public struct RequirementNode: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// All children must hold.
        case allOf = "all-of"
        /// One child is enough; notes among the children do not count.
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
        /// The Markdown as written, lines joined by a space.
        public let text: String
        /// 1-based line of its first byte, front matter included.
        public let line: Int
        /// The span in the locale's file; nil where the words stand in none.
        public let span: SourceSpan?
        public init(locale: LocaleTag, text: String, line: Int, span: SourceSpan? = nil) {
            self.locale = locale
            self.text = text
            self.line = line
            self.span = span
        }
    }

    /// What one language states in this node, to be compared with the others.
    public struct Facts: Hashable, Sendable {
        public let locale: LocaleTag
        public let kind: Kind
        /// True where no word of this language says `all` or `any` of a group. The kind is then the one that other languages
        /// state, else all-of.
        public let isKindImplied: Bool
        /// Ascending: languages name the same quantities in different order.
        public let quantities: [Quantity]
        /// Numbers that may be quantities and may be none, ascending: `365` in `Office 365`, `one`, `May`. Where another language
        /// is sure of one of them, merging makes it a quantity here, too.
        public let uncertain: [Quantity]
        /// In upper case, ascending.
        public let codes: [String]
        /// Destinations as written, in the order of the text.
        public let links: [String]
        public init(
            locale: LocaleTag, kind: Kind, isKindImplied: Bool = false, quantities: [Quantity], uncertain: [Quantity] = [], codes: [String],
            links: [String]
        ) {
            self.locale = locale
            self.kind = kind
            self.isKindImplied = isKindImplied
            self.quantities = quantities
            self.uncertain = uncertain
            self.codes = codes
            self.links = links
        }
    }

    /// Unique in its section. A path of keys, each made of facts where the node or what is below it has any, else
    /// of the node's position among those of its siblings that have none.
    public let id: String
    /// Kind, quantities, codes and links: what most languages state, the first one where they are even.
    public let kind: Kind
    public let quantities: [Quantity]
    /// Exam numbers, certification codes and the like.
    public let codes: [String]
    public let links: [String]
    /// One for each language that has words for this node; a group made by `or` alone has none.
    public let wordings: [Wording]
    /// One for each language that has this node.
    public let facts: [Facts]
    public let children: [RequirementNode]

    public init(
        id: String, kind: Kind, quantities: [Quantity], codes: [String], links: [String], wordings: [Wording], facts: [Facts] = [],
        children: [RequirementNode]
    ) {
        self.id = id
        self.kind = kind
        self.quantities = quantities
        self.codes = codes
        self.links = links
        self.wordings = wordings
        self.facts = facts
        self.children = children
    }

    /// What a language states here; nil where it lacks the node.
    public func facts(in locale: LocaleTag) -> Facts? { facts.first { $0.locale == locale } }

    /// The words of a language.
    public func wording(in locale: LocaleTag) -> Wording? { wordings.first { $0.locale == locale } }
}

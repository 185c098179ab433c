/// A node of the requirement tree with the words of each language hanging from it.
public struct RequirementNode: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// All children must hold.
        case allOf = "all-of"
        /// One child is enough; notes among the children do not count.
        case anyOf = "any-of"
        /// `RequirementFacts.choose` of the children must hold; notes do not count.
        case someOf = "k-of-n"
        /// A single statement.
        case statement
        /// A remark that demands nothing.
        case note

        /// True where other requirements hang from such a node.
        public var isGroup: Bool { self == .allOf || self == .anyOf || self == .someOf }
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
        /// Translated, left in the source's language (`untranslated`) or in part (`partial`), by the evidence of the words alone;
        /// nil in the source itself.
        public let state: TranslationUnit.State?
        /// From 0 to 1: how surely these words are this node's. 1 in the language that the others were compared with.
        public var confidence: Double

        public init(
            locale: LocaleTag, text: String, line: Int, span: SourceSpan? = nil, state: TranslationUnit.State? = nil, confidence: Double = 1
        ) {
            self.locale = locale
            self.text = text
            self.line = line
            self.span = span
            self.state = state
            self.confidence = confidence
        }
    }

    /// A word that joins a requirement to the one before it, as in `**OR**`.
    public struct Connector: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable {
            case or, and
        }
        public let kind: Kind
        public let wording: Wording
        public init(kind: Kind, wording: Wording) {
            self.kind = kind
            self.wording = wording
        }
    }

    /// What one language states in a node, to be compared with the others.
    public struct Reading: Hashable, Sendable {
        public let locale: LocaleTag
        public var facts: RequirementFacts
        /// Nil where no word of its own stands between the node and the one before it.
        public var connector: Connector?
        public init(locale: LocaleTag, facts: RequirementFacts, connector: Connector? = nil) {
            self.locale = locale
            self.facts = facts
            self.connector = connector
        }
    }

    /// Unique in its section. A path of keys, each made of facts where the node or what is below it has any, else
    /// of the node's position among those of its siblings that have none.
    public var id: String
    /// What most languages state, the first one where they are even.
    public var facts: RequirementFacts
    /// One for each language that has words for this node; a group made by `or` alone has none.
    public var wordings: [Wording]
    /// One for each language that has this node.
    public var readings: [Reading]
    public var children: [RequirementNode]

    public init(id: String = "", facts: RequirementFacts, wordings: [Wording] = [], readings: [Reading] = [], children: [RequirementNode] = []) {
        self.id = id
        self.facts = facts
        self.wordings = wordings
        self.readings = readings
        self.children = children
    }

    public var kind: Kind { facts.kind }

    /// True for a group that a connector or a label made: no language has words for the group itself.
    public var isWordless: Bool { wordings.isEmpty && !children.isEmpty }

    /// What a language states here; nil where it lacks the node.
    public func facts(in locale: LocaleTag) -> RequirementFacts? { readings.indices.first { readings[$0].locale == locale }.map { readings[$0].facts } }

    /// The words of a language.
    public func wording(in locale: LocaleTag) -> Wording? { wordings.indices.first { wordings[$0].locale == locale }.map { wordings[$0] } }
}

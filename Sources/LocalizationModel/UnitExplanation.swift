/// Why the aligner put the segments of one unit together, or left them without a partner.
///
/// Costs are those of the alignment's search, in nats: below zero speaks for the pair, above against it.
public struct UnitExplanation: Sendable {
    /// One part of a cost.
    public struct Term: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case length, structure
            /// Several segments on a side.
            case joining
            case marks, words
            /// Segments without a partner.
            case gap
        }

        public let kind: Kind
        public let cost: Double
        public init(_ kind: Kind, _ cost: Double) {
            self.kind = kind
            self.cost = cost
        }
    }

    /// How long both sides are, in Latin letters; a CJK letter counts for what it says.
    public struct Length: Hashable, Sendable {
        public let source: Double
        public let target: Double
        /// What the page's own ratio lets expect of the target.
        public let expected: Double
        public init(source: Double, target: Double, expected: Double) {
            self.source = source
            self.target = target
            self.expected = expected
        }
    }

    /// What differs in the place of the two first segments; the raw values are those of the JSON.
    public enum Difference: String, Hashable, Sendable, CaseIterable {
        case level
        /// One is a heading.
        case heading
        /// One is a table cell.
        case tableCell = "table-cell"
        case kind
        /// Only one of them repeats a neighbour.
        case repetition
        case blockStart = "block-start"
        case blockEnd = "block-end"
    }

    /// Why it costs more or less than usual to leave a segment alone.
    public enum GapReason: String, Hashable, Sendable, CaseIterable {
        case any
        /// It repeats a line just before it: likely one too many.
        case repetition
        /// It stands inside a paragraph.
        case inner
        case heading
        /// It holds marks that should be found again.
        case marks
    }

    /// Something that survives translation.
    public struct Mark: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable { case link, code, number, name }
        public enum Side: String, Hashable, Sendable, CaseIterable { case both, source, target }

        public let kind: Kind
        /// As written; in the source where both sides have it.
        public let text: String
        public let side: Side
        public init(_ kind: Kind, _ text: String, on side: Side) {
            self.kind = kind
            self.text = text
            self.side = side
        }
    }

    /// A word of the source that the lexicon knows.
    public struct Word: Hashable, Sendable {
        public let word: String
        /// The word of the target that was taken for its translation; nil where none was found.
        public let found: String?
        /// The beginning of its most frequent translation.
        public let expected: String?
        public init(word: String, found: String?, expected: String?) {
            self.word = word
            self.found = found
            self.expected = expected
        }
    }

    /// The best of the readings next to the one that was chosen.
    public struct Alternative: Hashable, Sendable {
        public enum Reading: String, Hashable, Sendable, CaseIterable {
            /// Both sides without a partner.
            case apart
            /// Together with all of a neighbouring unit.
            case together
            /// In the place of a neighbouring unit's own segments, which are then left without a partner.
            case instead
        }

        public let reading: Reading
        /// Index of the neighbouring unit in `Bitext.units`.
        public let unit: Int?
        /// How much more it costs than what was chosen.
        public let surplus: Double
        public init(_ reading: Reading, unit: Int?, surplus: Double) {
            self.reading = reading
            self.unit = unit
            self.surplus = surplus
        }
    }

    /// They add up to what the search paid; empty where the segments were not put together by their cost, as by way of an older source.
    public let terms: [Term]
    /// Nil where a side is empty.
    public let length: Length?
    public let differences: [Difference]
    /// For a unit without partner.
    public let gapReasons: [GapReason]
    /// True where both sides say the same to the letter; then marks are not asked.
    public let isSameText: Bool
    public let marks: [Mark]
    /// For a unit without partner: looked for in the partners of its neighbours.
    public let words: [Word]
    public let alternative: Alternative?
    /// True in a section that stands elsewhere in the translation.
    public let isMoved: Bool

    public init(
        terms: [Term], length: Length? = nil, differences: [Difference] = [], gapReasons: [GapReason] = [], isSameText: Bool = false, marks: [Mark] = [],
        words: [Word] = [], alternative: Alternative? = nil, isMoved: Bool = false
    ) {
        self.terms = terms
        self.length = length
        self.differences = differences
        self.gapReasons = gapReasons
        self.isSameText = isSameText
        self.marks = marks
        self.words = words
        self.alternative = alternative
        self.isMoved = isMoved
    }

    public var cost: Double { terms.reduce(0) { $0 + $1.cost } }
}

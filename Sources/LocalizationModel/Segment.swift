/// The smallest unit that is translated and judged: a sentence, a label, a cell, a metadata value.
public struct Segment: Sendable {
    public enum Kind: String, Hashable, Sendable {
        case heading, paragraph, listItem = "list-item", tableCell = "table-cell", html, alert, footnote
        case imageText = "image-text"
        case linkTitle = "link-title"
        /// A front matter value.
        case metadata
    }

    public let kind: Kind
    /// Index of the leaf block in `Document.blocks`; -1 for a front matter value.
    public let block: Int
    /// Index of the nearest heading's segment before it, itself for a heading; -1 before the first.
    public let section: Int
    /// Where it stands in the file. Spans of a page's segments are disjoint and ascending; those of what is nested
    /// lie inside the span of the segment that holds it.
    public let span: SourceSpan
    /// 1-based line of its first byte, front matter included.
    public let line: Int
    /// The Markdown as written, lines joined by a space; a front matter value after YAML's quoting and folding.
    public let text: String
    public let facts: SegmentFacts
    /// What an image text or a link title is recognised by (the destination), and a front matter value (its key).
    public let key: String?
    /// The image texts and link titles inside, disjoint and ascending. The words of image texts are in `facts.plain` too.
    public let nested: [Segment]

    public init(
        kind: Kind, block: Int, section: Int, span: SourceSpan, line: Int, text: String, facts: SegmentFacts, key: String? = nil,
        nested: [Segment] = []
    ) {
        self.kind = kind
        self.block = block
        self.section = section
        self.span = span
        self.line = line
        self.text = text
        self.facts = facts
        self.key = key
        self.nested = nested
    }

    /// The same segment under another heading.
    public func inSection(_ section: Int) -> Segment {
        Segment(
            kind: kind, block: block, section: section, span: span, line: line, text: text, facts: facts, key: key,
            nested: nested.map { $0.inSection(section) })
    }
}

/// What a segment states, independent of its language.
public struct SegmentFacts: Sendable {
    public struct Number: Hashable, Sendable {
        public let value: Double
        /// As written, in the locale's own format.
        public let text: String
        /// How sure it is that this is a quantity which a translation must repeat.
        public let strength: Strength
        public init(value: Double, text: String, strength: Strength) {
            self.value = value
            self.text = text
            self.strength = strength
        }
    }

    public enum Strength: Int, Hashable, Sendable, Comparable {
        /// A word that may be a number (`one`, `ein`).
        case weak
        /// A spelled-out number, a month, an ordinal.
        case spelled
        /// Digits.
        case digits
        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    /// The words that a reader sees: without markup, tags, link destinations and inline code's marks;
    /// white space collapsed.
    public let plain: String
    /// Unicode scalars of `plain` that are letters, by kind of script.
    public let letters: LetterCounts
    /// Words of `plain` in scripts that divide words; each CJK letter counts as half a word.
    public let wordCount: Int
    public let numbers: [Number]
    /// Identifiers with digits and letters or several number parts: `70-346`, `3.1.1`, `net452`, `MB6-890`.
    public let codes: [String]
    /// The texts of code spans.
    public let inlineCode: [String]
    /// Destinations of links, images and autolinks, in order.
    public let destinations: [String]
    /// Latin names: words with an upper-case letter beyond the start of a sentence, joined when adjacent.
    public let names: [String]
    /// The texts that are set strong or emphasised.
    public let strong: [String]
    public let emphasised: [String]

    public init(
        plain: String, letters: LetterCounts, wordCount: Int, numbers: [Number], codes: [String], inlineCode: [String],
        destinations: [String], names: [String], strong: [String], emphasised: [String]
    ) {
        self.plain = plain
        self.letters = letters
        self.wordCount = wordCount
        self.numbers = numbers
        self.codes = codes
        self.inlineCode = inlineCode
        self.destinations = destinations
        self.names = names
        self.strong = strong
        self.emphasised = emphasised
    }
}

/// Letters of a text by script.
public struct LetterCounts: Hashable, Sendable {
    public var latin = 0
    public var cyrillic = 0
    public var han = 0
    public var kana = 0
    public var other = 0
    public init() {}

    public var total: Int { latin + cyrillic + han + kana + other }
    public var cjk: Int { han + kana }

    /// Letters in any of the scripts with these ISO 15924 codes.
    public func count(in scripts: [String]) -> Int {
        var sum = 0
        for script in scripts {
            switch script {
            case "Latn": sum += latin
            case "Cyrl": sum += cyrillic
            case "Hani", "Hans", "Hant": sum += han
            case "Kana", "Hira", "Jpan": sum += kana
            default: sum += other
            }
        }
        return sum
    }
}

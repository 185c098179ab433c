/// The smallest unit that is translated and judged: a sentence, a label, a cell, a metadata value.
public struct Segment: Sendable {
    public enum Kind: String, Hashable, Sendable {
        case heading, paragraph, listItem = "list-item", tableCell = "table-cell", html, alert, footnote
        case imageText = "image-text"
        case linkTitle = "link-title"
        /// A front matter value.
        case metadata
    }

    /// Index of the leaf block in `Document.blocks`; -1 for a front matter value.
    public let block: Int
    /// Index of the nearest heading's segment before it, itself for a heading; -1 before the first.
    public let section: Int
    /// Where it stands in the file. Spans of a page's segments are disjoint and ascending; those of what is nested
    /// lie inside the span of the segment that holds it.
    public let span: SourceSpan
    /// 1-based line of its first byte, front matter included.
    public let line: Int
    public let kind: Kind
    /// What it says. Segments are handed on by every stage: one reference is cheaper to copy than a dozen.
    @usableFromInline let content: Content

    @usableFromInline
    final class Content: Sendable {
        @usableFromInline let text: String
        @usableFromInline let facts: SegmentFacts
        @usableFromInline let key: String?
        @usableFromInline let nested: [Segment]

        init(text: String, facts: SegmentFacts, key: String?, nested: [Segment]) {
            self.text = text
            self.facts = facts
            self.key = key
            self.nested = nested
        }
    }

    public init(
        kind: Kind, block: Int, section: Int, span: SourceSpan, line: Int, text: String, facts: SegmentFacts, key: String? = nil,
        nested: [Segment] = []
    ) {
        self.kind = kind
        self.block = block
        self.section = section
        self.span = span
        self.line = line
        content = Content(text: text, facts: facts, key: key, nested: nested)
    }

    /// The Markdown as written, lines joined by a space; a front matter value after YAML's quoting and folding.
    @inlinable public var text: String { content.text }
    @inlinable public var facts: SegmentFacts { content.facts }
    /// What an image text or a link title is recognised by (the destination), and a front matter value (its key).
    @inlinable public var key: String? { content.key }
    /// The image texts and link titles inside, disjoint and ascending. The words of image texts are in `facts.plain` too.
    @inlinable public var nested: [Segment] { content.nested }

    /// The same segment under another heading.
    public func inSection(_ section: Int) -> Segment {
        guard section != self.section else { return self }
        return Segment(
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

    /// One reference for all, see `Segment`.
    @usableFromInline let content: Content

    @usableFromInline
    final class Content: Sendable {
        @usableFromInline let plain: String
        @usableFromInline let letters: LetterCounts
        @usableFromInline let wordCount: Int
        @usableFromInline let numbers: [Number]
        @usableFromInline let codes: [String]
        @usableFromInline let inlineCode: [String]
        @usableFromInline let destinations: [String]
        @usableFromInline let names: [String]
        @usableFromInline let strong: [String]
        @usableFromInline let emphasised: [String]

        init(
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

    public init(
        plain: String, letters: LetterCounts, wordCount: Int, numbers: [Number], codes: [String], inlineCode: [String],
        destinations: [String], names: [String], strong: [String], emphasised: [String]
    ) {
        content = Content(
            plain: plain, letters: letters, wordCount: wordCount, numbers: numbers, codes: codes, inlineCode: inlineCode, destinations: destinations,
            names: names, strong: strong, emphasised: emphasised)
    }

    /// The words that a reader sees: without markup, tags, link destinations and inline code's marks;
    /// white space collapsed.
    @inlinable public var plain: String { content.plain }
    /// Unicode scalars of `plain` that are letters, by kind of script.
    @inlinable public var letters: LetterCounts { content.letters }
    /// Words of `plain` in scripts that divide words; each CJK letter counts as half a word.
    @inlinable public var wordCount: Int { content.wordCount }
    @inlinable public var numbers: [Number] { content.numbers }
    /// Identifiers with digits and letters or several number parts: `70-346`, `3.1.1`, `net452`, `MB6-890`.
    @inlinable public var codes: [String] { content.codes }
    /// The texts of code spans.
    @inlinable public var inlineCode: [String] { content.inlineCode }
    /// Destinations of links, images and autolinks, in order.
    @inlinable public var destinations: [String] { content.destinations }
    /// Latin names: words with an upper-case letter beyond the start of a sentence, joined when adjacent.
    @inlinable public var names: [String] { content.names }
    /// The texts that are set strong or emphasised.
    @inlinable public var strong: [String] { content.strong }
    @inlinable public var emphasised: [String] { content.emphasised }
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

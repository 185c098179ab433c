/// Source and target segments of one page, aligned. Each segment of either side is in exactly one unit.
public struct Bitext: Sendable {
    public let source: [Segment]
    public let target: [Segment]
    /// In source order; units without a source stand after the unit their target follows.
    public let units: [TranslationUnit]
    /// Sections that stand elsewhere in the translation, as indices of the source's heading segments.
    public let movedSections: [Int]
    /// What is aligned apart from the running text: front matter values first, then what the segments of each unit hold.
    public let nested: [NestedUnit]

    public init(source: [Segment], target: [Segment], units: [TranslationUnit], movedSections: [Int], nested: [NestedUnit] = []) {
        self.source = source
        self.target = target
        self.units = units
        self.movedSections = movedSections
        self.nested = nested
    }

    /// Target segments that hold two list items of the source: a label and what is nested under it.
    public var foldedItems: Set<Int> {
        Set(
            units.compactMap { unit in
                guard unit.source.count == 2, unit.target.count == 1, source[unit.source[0]].kind == .listItem,
                    source[unit.source[0]].block != source[unit.source[1]].block
                else { return nil }
                return unit.target[0]
            })
    }
}

/// Segments that translate each other (XLIFF 2.1, section 2.2.2: unit).
public struct TranslationUnit: Sendable {
    /// The alignment's own state; XLIFF's states belong to the model.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case translated
        /// The target is in the source's language.
        case untranslated
        /// Part of the target is in the source's language.
        case partial
        /// No target.
        case missing
        /// No source.
        case extra
    }

    /// Ascending indices into `Bitext.source`; empty for an extra unit.
    public let source: [Int]
    /// Ascending indices into `Bitext.target`; empty for a missing unit.
    public let target: [Int]
    public let state: State
    /// From 0 to 1: how surely these segments belong together.
    public let confidence: Double

    public init(source: [Int], target: [Int], state: State, confidence: Double) {
        self.source = source
        self.target = target
        self.state = state
        self.confidence = confidence
    }
}

import LocalizationModel

/// A segment as the aligner sees it: its length, its place in the structure and the marks that survive translation.
struct AlignmentItem {
    /// Reader's length in units of a Latin letter; a CJK letter counts for what it says, not for what it measures.
    let length: Double
    let shape: Shape
    /// Hashes of links, codes, inline code, numbers and names, with what each is worth.
    let marks: [Mark]
    /// The sum of the marks' weights.
    let markWeight: Double
    let text: String
    /// Made of counts, and so the same for texts that are the same; 0 where there is none.
    let textSketch: UInt64

    /// Where a segment stands.
    struct Shape {
        let kind: Segment.Kind
        /// Heading level, list depth or table column.
        let level: Int
        /// True for the first segment of its block.
        let startsBlock: Bool
        let endsBlock: Bool
        let block: Int
        /// The list item it stands in, and the item round that one; -1 where there is none.
        let item: Int
        let outerItem: Int
        /// True where one of the two segments before says the same: a paste, or a list of like entries.
        let repeatsNeighbour: Bool
    }

    struct Mark {
        let hash: UInt64
        let weight: Double
    }

    /// What one CJK letter says, in Latin letters: the mean over professional translations of documentation.
    private static let ideographLength = 2.4

    init(_ segments: [Segment], at index: Int, document: Document) {
        let segment = segments[index]
        let facts = segment.facts
        let letters = facts.letters
        let others = facts.plain.utf8.count - letters.latin - 2 * letters.cyrillic - 3 * letters.cjk - 2 * letters.other
        length = Double(letters.latin + letters.cyrillic + letters.other) + Self.ideographLength * Double(letters.cjk) + Double(max(0, others)) * 0.7
        let place = ListPlace(segment.block, document.blocks)
        marks = Self.marks(facts)
        markWeight = marks.reduce(0) { $0 + $1.weight }
        text = facts.plain
        textSketch = text.isEmpty ? 0 : UInt64(text.utf8.count) << 32 | UInt64(letters.latin) << 16 ^ UInt64(letters.total)
        let plain = text
        shape = Shape(
            kind: segment.kind, level: document.blocks[segment.block].rank ?? place.depth,
            startsBlock: index == 0 || segments[index - 1].block != segment.block,
            endsBlock: index + 1 == segments.count || segments[index + 1].block != segment.block, block: segment.block, item: place.item,
            outerItem: place.outerItem, repeatsNeighbour: segments[max(0, index - 2)..<index].contains { $0.facts.plain.isSame(as: plain) })
    }

    /// The segments of a side.
    static func items(of side: SegmentAligner.Side) -> [AlignmentItem] {
        side.segments.indices.map { AlignmentItem(side.segments, at: $0, document: side.document) }
    }

    /// The list items round a block.
    private struct ListPlace {
        private(set) var depth = 0
        private(set) var item = -1
        private(set) var outerItem = -1

        init(_ block: Int, _ blocks: [Block]) {
            var next = blocks[block].parent
            while let ancestor = next {
                next = blocks[ancestor].parent
                guard blocks[ancestor].isItem else { continue }
                if depth == 0 { item = ancestor } else if depth == 1 { outerItem = ancestor }
                depth += 1
            }
        }
    }

    private static func marks(_ facts: SegmentFacts) -> [Mark] {
        var marks: [Mark] = []
        forEachMark(facts) { kind, key, weight, _ in marks.append(Mark(hash: key.hash(of: kind), weight: weight)) }
        if marks.count > 1 { marks.sort { $0.hash < $1.hash } }
        return marks
    }

    /// The same marks with what they stand for.
    static func namedMarks(_ facts: SegmentFacts) -> [(mark: Mark, kind: UnitExplanation.Mark.Kind, text: String)] {
        var marks: [(mark: Mark, kind: UnitExplanation.Mark.Kind, text: String)] = []
        forEachMark(facts) { kind, key, weight, text in marks.append((Mark(hash: key.hash(of: kind), weight: weight), kind, text)) }
        return marks
    }

    /// Kind, what makes it the same, what it is worth, and as written.
    @inline(__always)
    private static func forEachMark(_ facts: SegmentFacts, _ body: (UnitExplanation.Mark.Kind, MarkKey, Double, String) -> Void) {
        for destination in facts.destinations { body(.link, .text(LinkIdentity.canonical(destination)), 2.2, destination) }
        for code in facts.inlineCode { body(.code, .text(code), 1.8, code) }
        for code in facts.codes { body(.code, .anyCase(code[...]), 1.8, code) }
        for number in facts.numbers where number.strength == .digits { body(.number, .number(number.value), 1.2, number.text) }
        for name in facts.names {
            for word in name.utf8.split(separator: 0x20) { body(.name, .anyCase(Substring(word)), 0.7, String(Substring(word))) }
        }
    }
}

/// What makes two marks of a kind the same.
private enum MarkKey {
    case text(String)
    /// The same whatever the case of its letters.
    case anyCase(Substring)
    case number(Double)

    /// The same order, and so the same sums, in every run.
    func hash(of kind: UnitExplanation.Mark.Kind) -> UInt64 {
        let seed: UInt64 =
            switch kind {
            case .link: 0
            case .code: 1
            case .number: 2
            case .name: 3
            }
        switch self {
        case .text(let text): return FNV1a.hash(text.utf8, seed: seed)
        case .anyCase(let text):
            let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
            return isASCII ? FNV1a.hash(text.utf8.lazy.map(\.asciiLowercased), seed: seed) : FNV1a.hash(text.lowercased().utf8, seed: seed)
        case .number(let value): return FNV1a.hash(String(value).utf8, seed: seed)
        }
    }
}

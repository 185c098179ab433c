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
    /// A hash of `text`; 0 where there is none.
    let textKey: UInt64

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

    init(_ segment: Segment, in segments: [Segment], at index: Int, document: Document) {
        let letters = segment.facts.letters
        let others = segment.facts.plain.utf8.count - letters.latin - 2 * letters.cyrillic - 3 * letters.cjk - 2 * letters.other
        length = Double(letters.latin + letters.cyrillic + letters.other) + Self.ideographLength * Double(letters.cjk) + Double(max(0, others)) * 0.7
        let items = document.ancestors(of: segment.block).filter { if case .item = document.blocks[$0].kind { true } else { false } }
        marks = Self.marks(segment.facts)
        markWeight = marks.reduce(0) { $0 + $1.weight }
        text = segment.facts.plain
        textKey = text.isEmpty ? 0 : LexicalText.key(text.utf8)
        let plain = text
        shape = Shape(
            kind: segment.kind, level: Self.level(segment, document, depth: items.count), startsBlock: index == 0 || segments[index - 1].block != segment.block,
            endsBlock: index + 1 == segments.count || segments[index + 1].block != segment.block, block: segment.block, item: items.first ?? -1,
            outerItem: items.dropFirst().first ?? -1, repeatsNeighbour: segments[max(0, index - 2)..<index].contains { $0.facts.plain == plain })
    }

    private static func level(_ segment: Segment, _ document: Document, depth: Int) -> Int {
        switch document.blocks[segment.block].kind {
        case .heading(let level): return level
        case .tableCell(let column): return column
        default: return depth
        }
    }

    private static func marks(_ facts: SegmentFacts) -> [Mark] {
        var marks: [Mark] = []
        // FNV-1a, 64 bits: unlike Hasher it gives the same order, and so the same sums, in every run.
        func add(_ text: String, _ kind: UInt64, _ weight: Double) {
            var hash: UInt64 = 14_695_981_039_346_656_037 ^ kind
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
            marks.append(Mark(hash: hash, weight: weight))
        }
        for destination in facts.destinations { add(LinkIdentity.canonical(destination), 0, 2.2) }
        for code in facts.inlineCode { add(code, 1, 1.8) }
        for code in facts.codes { add(code.lowercased(), 1, 1.8) }
        for number in facts.numbers where number.strength == .digits { add(String(number.value), 2, 1.2) }
        for name in facts.names { for word in name.split(separator: " ") { add(word.lowercased(), 3, 0.7) } }
        return marks.sorted { $0.hash < $1.hash }
    }
}

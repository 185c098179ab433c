import LocalizationModel

/// Finds the rows of a gold alignment in an alignment.
struct GoldLinks {
    /// Lines between a row and its segment: a sentence may start lines after its block.
    private static let slack = 3
    /// Sentences on a side of a unit; more would be pairing paragraphs.
    private static let longest = 2

    private let bitext: Bitext
    private let source: [(line: Int, letters: Letters)]
    private let target: [(line: Int, letters: Letters)]
    /// The unit of each source segment, and of each target segment.
    private let sourceUnit: [Int: Int]
    private let targetUnit: [Int: Int]

    init(_ bitext: Bitext) {
        self.bitext = bitext
        source = bitext.source.map { ($0.line, Letters($0.text)) }
        target = bitext.target.map { ($0.line, Letters($0.text)) }
        func units(_ side: KeyPath<TranslationUnit, [Int]>) -> [Int: Int] {
            Dictionary(bitext.units.indices.flatMap { unit in bitext.units[unit][keyPath: side].map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })
        }
        sourceUnit = units(\.source)
        targetUnit = units(\.target)
    }

    /// True if the two sentences of the row are in one unit; nil for a row with one side only.
    func links(_ row: Row) -> Bool? {
        guard let sourceText = row.source, let targetText = row.target, let sourceLine = row.sourceLine, let targetLine = row.targetLine else { return nil }
        let sources = Set(Self.candidates(sourceText, sourceLine, source).compactMap { sourceUnit[$0] })
        return Self.candidates(targetText, targetLine, target).contains { segment in
            guard let unit = targetUnit[segment], sources.contains(unit) else { return false }
            return bitext.units[unit].source.count <= Self.longest && bitext.units[unit].target.count <= Self.longest
        }
    }

    /// The segments that hold the text or a part of it; the same text before others, the nearest before those farther away.
    private static func candidates(_ text: String, _ line: Int, _ segments: [(line: Int, letters: Letters)]) -> [Int] {
        let letters = Letters(text)
        let near = segments.indices.filter { abs(segments[$0].line - line) <= slack }
        let same = near.filter { segments[$0].letters == letters }
        let found = same.isEmpty ? near.filter { segments[$0].letters.count > 0 && segments[$0].letters.overlaps(letters) } : same
        let nearest = found.map { abs(segments[$0].line - line) }.min()
        return found.filter { abs(segments[$0].line - line) == nearest }
    }
}

import LocalizationModel

/// Learns from the aligned pages of one locale: a lexicon and a translation memory.
public struct SiteLearning {
    /// A sentence with its translation.
    public struct Pair: Sendable {
        public let source: String
        public let targetPlain: String
        public let entry: TranslationMemory.Entry
    }

    /// Sentences that a memory keeps at most: the first ones of the site.
    public static let mostEntries = 200_000
    /// Units less sure than this teach nothing.
    private static let leastConfidence = 0.5

    private var trainer = LexiconTrainer()
    private var entries: [TranslationMemory.Entry] = []
    private var seen = Set<String>()

    public init() {}

    /// What a page teaches.
    public static func pairs(_ bitext: Bitext, page: String) -> [Pair] {
        bitext.units.compactMap { unit in
            guard unit.state == .translated, unit.confidence >= leastConfidence, let first = unit.target.first else { return nil }
            let source = unit.source.map { bitext.source[$0].facts.plain }.joined(separator: " ")
            let targets = unit.target.map { bitext.target[$0] }
            let entry = TranslationMemory.Entry(
                source: source, target: targets.map(\.text).joined(separator: " "), page: page, line: bitext.target[first].line)
            return Pair(source: source, targetPlain: targets.map(\.facts.plain).joined(separator: " "), entry: entry)
        }
    }

    /// Takes the pairs of a page, in the order of the pages.
    public mutating func add(_ pairs: [Pair]) {
        for pair in pairs {
            trainer.add(source: pair.source, target: pair.targetPlain)
            if entries.count < Self.mostEntries, !pair.source.isEmpty, pair.source != pair.targetPlain, seen.insert(pair.source).inserted {
                entries.append(pair.entry)
            }
        }
    }

    public func lexicon() -> Lexicon { trainer.lexicon() }

    /// Sorted by the source's text.
    public func memory() -> [TranslationMemory.Entry] { entries.sorted { ($0.source, $0.page, $0.line) < ($1.source, $1.page, $1.line) } }
}

import LocalizationModel

/// A text with its translation, and what both call the things of the glossary.
struct TermPair {
    let source: [Segment]
    let target: [Segment]
    let sourceUses: [TermUse]
    let targetUses: [TermUse]
    /// True where nobody has to guess which words translate which: the source is a term and nothing else.
    let isTermAlone: Bool

    /// The units that are translated, and link titles and front matter values; none without a glossary.
    static func all(of pair: PairContext) -> [TermPair] {
        guard let bitext = pair.bitext, pair.words.terms != nil || pair.reading.words.terms != nil else { return [] }
        var pairs: [TermPair] = []
        for item in pair.pairs where item.state != .untranslated {
            let (sources, targets) = (pair.sources(item), pair.targets(item))
            let sourceUses = sources.members.flatMap { pair.reading.terms($0) }
            let targetUses = targets.members.flatMap { index in uses(in: bitext.target[index].facts, pair.words) }
            guard !sourceUses.isEmpty || !targetUses.isEmpty else { continue }
            pairs.append(TermPair(source: sources.segments, target: targets.segments, sourceUses: sourceUses, targetUses: targetUses))
        }
        // The texts of images are part of the running text.
        for unit in bitext.nested where unit.state == .translated || unit.state == .partial {
            guard let source = unit.source, let target = unit.target, target.kind != .imageText else { continue }
            let (sourceUses, targetUses) = (uses(in: source.facts, pair.reading.words), uses(in: target.facts, pair.words))
            guard !sourceUses.isEmpty || !targetUses.isEmpty else { continue }
            pairs.append(TermPair(source: [source], target: [target], sourceUses: sourceUses, targetUses: targetUses))
        }
        return pairs
    }

    private init(source: [Segment], target: [Segment], sourceUses: [TermUse], targetUses: [TermUse]) {
        self.source = source
        self.target = target
        self.sourceUses = sourceUses
        self.targetUses = targetUses
        isTermAlone = sourceUses.count == 1 && source.count == 1 && Self.letters(sourceUses[0].text) == Self.letters(source[0].facts.plain)
    }

    private static func uses(in facts: SegmentFacts, _ words: LocaleWords) -> [TermUse] {
        words.terms.map { $0.uses(in: facts, FoldedText(facts.plain)) } ?? []
    }

    private static func letters(_ text: String) -> Int { FoldedText(text).characters.count(where: \.isLetterOrNumber) }

    /// The concepts that the source names, each with its first use.
    func concepts(_ terms: TermIndex) -> [(concept: Int, use: TermUse)] {
        var seen: Set<Int> = []
        return sourceUses.flatMap { use in use.entries.map { (terms.entries[$0].concept, use) } }.filter { seen.insert($0.0).inserted }
    }

    /// The translation's uses of a concept.
    func uses(of concept: Int, _ terms: TermIndex) -> [TermUse] { targetUses.filter { $0.entries.contains { terms.entries[$0].concept == concept } } }
}

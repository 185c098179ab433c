import Glibc
import LocalizationModel

/// Learns a lexicon from aligned segments by co-occurrence.
///
/// Words and forms are associated by the log-likelihood ratio (Dunning 1993, "Accurate methods for the statistics of surprise
/// and coincidence"); in each pair a form belongs to the word that it is associated with most (competitive linking: Melamed
/// 2000, "Models of translational equivalence among words"). For each word it then takes, one by one, the forms that explain
/// most pairs which no form before explains. The result depends on nothing but the pairs and their order. Memory grows
/// with the pairs kept, at most `mostPairs`; time is linear in them.
public struct LexiconTrainer {
    /// Pairs beyond these are ignored.
    public static let mostPairs = 400_000
    /// A word must stand in so many different pairs.
    static let leastCount = 3
    static let mostForms = 4
    /// Of a frequent word's pairs so many are looked at, evenly spread.
    static let mostSamples = 4000
    /// A form must stand in this share of the word's translations …
    static let leastShare = 0.06
    /// … and so much more often beside the word than elsewhere.
    static let leastLift = 3.0
    /// So many forms of a word compete for their pairs.
    static let rivals = 12

    private var words = Interner()
    private var forms = Interner()
    private var pairs: [Pair] = []
    /// Per word, the pairs that hold it.
    private var pairsOf: [[Int32]] = []
    /// Per form, how many pairs hold it.
    private var countOf: [Int32] = []
    private var seen = Set<UInt64>()
    /// Per word, of the titles that hold it: how many there are, repeated ones counted each, and how many stayed as they are.
    private var titles: [Int32: (all: Int, kept: Int)] = [:]
    /// Words that a title has at most.
    static let longestTitle = 6

    /// One pair, as ids; forms that stand on both sides are no translations of anything.
    private struct Pair {
        let words: [Int32]
        let forms: [Int32]
        /// Words that stand in the translation too.
        let kept: [Int32]
    }

    public init() {}

    /// Adds a pair of texts as readers see them; one seen before adds nothing. `tellsKept` is false for texts that translate what
    /// documentation keeps: the colour `Silver` of a palette says nothing of the level `Silver`.
    public mutating func add(source: String, target: String, tellsKept: Bool = true) {
        guard pairs.count < Self.mostPairs else { return }
        let (source, target) = (LexicalText(source), LexicalText(target))
        if tellsKept { countTitle(source, target) }
        guard seen.insert(FNV1a.hash(source.bytes + [0] + target.bytes)).inserted else { return }
        var sourceStems: [[UInt8]: Int32] = [:]
        source.stems { stem in if sourceStems[Array(stem)] == nil { sourceStems[Array(stem)] = words.id(of: stem) } }
        var targetForms = Set<Int32>()
        var kept = Set<Int32>()
        Self.forms(of: target) { form in
            if let word = sourceStems[Array(form)] { kept.insert(word) } else { targetForms.insert(forms.id(of: form)) }
        }
        guard !sourceStems.isEmpty, !targetForms.isEmpty || !kept.isEmpty else { return }
        while pairsOf.count < words.count { pairsOf.append([]) }
        while countOf.count < forms.count { countOf.append(0) }
        let own = sourceStems.values.sorted()
        for word in own { pairsOf[Int(word)].append(Int32(pairs.count)) }
        for form in targetForms { countOf[Int(form)] += 1 }
        pairs.append(Pair(words: own, forms: targetForms.sorted(), kept: kept.sorted()))
    }

    private mutating func countTitle(_ source: LexicalText, _ target: LexicalText) {
        var stems = Set<[UInt8]>()
        source.stems { stems.insert(Array($0)) }
        guard stems.count <= Self.longestTitle else { return }
        for stem in stems { titles[words.id(of: stem[...]), default: (0, 0)].all += 1 }
        guard source.bytes == target.bytes else { return }
        for stem in stems { titles[words.id(of: stem[...]), default: (0, 0)].kept += 1 }
    }

    public func lexicon() -> Lexicon {
        let samples = pairsOf.map { all in
            all.count < Self.leastCount ? [] : stride(from: 0, to: all.count, by: max(1, all.count / Self.mostSamples)).map { all[$0] }
        }
        // Per form, the words that claim it, the strongest first.
        var claims = [[(word: Int32, score: Double)]](repeating: [], count: forms.count)
        for word in samples.indices where !samples[word].isEmpty {
            for (form, score) in associations(samples[word], { self.pairs[Int($0)].forms }).prefix(Self.rivals) {
                claims[Int(form)].append((Int32(word), score))
            }
        }
        for form in claims.indices { claims[form].sort { ($0.score, $1.word) > ($1.score, $0.word) } }
        return Lexicon(samples.indices.compactMap { entry(of: $0, samples[$0], claims) })
    }

    private func entry(of word: Int, _ sample: [Int32], _ claims: [[(word: Int32, score: Double)]]) -> Lexicon.Entry? {
        guard !sample.isEmpty else { return nil }
        func owned(_ pair: Int32) -> [Int32] {
            let pair = pairs[Int(pair)]
            return pair.forms.filter { form in
                let owner = claims[Int(form)].first { Self.contains(pair.words, $0.word) }
                return owner == nil || owner?.word == Int32(word)
            }
        }
        var rest = sample
        var chosen: [Int32] = []
        while !rest.isEmpty, chosen.count < Self.mostForms, let best = associations(rest, owned).first, isTranslation(best.form, rest, of: sample.count) {
            chosen.append(best.form)
            rest.removeAll { Self.contains(pairs[Int($0)].forms, best.form) }
        }
        let share = Double(sample.count { stays(Int32(word), $0, chosen) }) / Double(sample.count)
        let found = sample.count - rest.count { !Self.contains(pairs[Int($0)].kept, Int32(word)) }
        guard found > 0 else { return nil }
        // A word that is kept stands in the translations as often as in the source.
        let keptChance = share * Double(pairsOf[word].count) / Double(pairs.count)
        let absent = chosen.reduce(1 - keptChance) { $0 * (1 - Double(countOf[Int($1)]) / Double(pairs.count)) }
        return Lexicon.Entry(
            stem: words.name(word), count: pairsOf[word].count, found: (Double(found) + 0.5) / (Double(sample.count) + 1.5), chance: 1 - absent,
            kept: keptShare(Int32(word), share), forms: chosen.map { forms.name(Int($0)) })
    }

    /// So many pairs weigh what is known of a word beyond titles.
    private static let priorWeight = 2.0
    private static let leastTitles = 2

    /// How often the word stays as it is. Titles tell best: what stands alone there has no sentence round it that asks for the
    /// name as it is.
    private func keptShare(_ word: Int32, _ share: Double) -> Double? {
        guard let (all, kept) = titles[word], all >= Self.leastTitles else { return nil }
        return (Double(kept) + Self.priorWeight * share) / (Double(all) + Self.priorWeight)
    }

    /// True where a pair's translation holds the word itself and none of its forms.
    private func stays(_ word: Int32, _ pair: Int32, _ chosen: [Int32]) -> Bool {
        Self.contains(pairs[Int(pair)].kept, word) && !chosen.contains { Self.contains(pairs[Int(pair)].forms, $0) }
    }

    private func isTranslation(_ form: Int32, _ rest: [Int32], of total: Int) -> Bool {
        let count = Double(rest.count { Self.contains(pairs[Int($0)].forms, form) })
        return count >= Self.leastShare * Double(total) && count / Double(rest.count) >= Self.leastLift * Double(countOf[Int(form)]) / Double(pairs.count)
    }

    /// The forms that stand in more than one of the pairs, the most associated first.
    private func associations(_ sample: [Int32], _ formsOf: (Int32) -> [Int32]) -> [(form: Int32, score: Double)] {
        var counts: [Int32: Int] = [:]
        for pair in sample { for form in formsOf(pair) { counts[form, default: 0] += 1 } }
        return counts.filter { $0.value > 1 }.map { ($0.key, surprise($0.value, of: sample.count, Int(countOf[Int($0.key)]))) }
            .filter { $0.1 > 0 }.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    }

    /// Dunning's -2 log λ, halved; negative where the form is rarer here than elsewhere.
    private func surprise(_ here: Int, of size: Int, _ everywhere: Int) -> Double {
        func logLikelihood(_ share: Double, _ hits: Int, _ size: Int) -> Double {
            (hits == 0 ? 0 : Double(hits) * log(share)) + (hits == size ? 0 : Double(size - hits) * log(1 - share))
        }
        let (elsewhere, others) = (max(0, everywhere - here), max(1, pairs.count - size))
        let (p1, p2) = (Double(here) / Double(size), min(1, Double(elsewhere) / Double(others)))
        guard p1 > p2 else { return -1 }
        let p = Double(here + elsewhere) / Double(size + others)
        return logLikelihood(p1, here, size) + logLikelihood(p2, elsewhere, others) - logLikelihood(p, here, size) - logLikelihood(p, elsewhere, others)
    }

    private static func contains(_ sorted: [Int32], _ id: Int32) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == id
    }

    /// What may translate a word: stems of words; pairs of Han, three katakana.
    private static func forms(of text: LexicalText, _ body: (ArraySlice<UInt8>) -> Void) {
        text.stems(body)
        text.forEachRun { run in
            // Hiragana writes endings and particles.
            let letters =
                switch LexicalText.kind(of: run) {
                case .han: 2
                case .katakana: 3
                case .none, .divided, .hiragana: 0
                }
            guard letters > 0 else { return }
            let width = min(run.count, 3 * letters)
            for start in stride(from: run.startIndex, through: run.endIndex - width, by: 3) { body(run[start..<start + width]) }
        }
    }
}

/// Numbers for byte strings, in the order they come.
private struct Interner {
    private var names: [[UInt8]] = []
    private var ids: [[UInt8]: Int32] = [:]
    var count: Int { names.count }

    mutating func id(of bytes: ArraySlice<UInt8>) -> Int32 {
        let bytes = Array(bytes)
        if let id = ids[bytes] { return id }
        let id = Int32(names.count)
        names.append(bytes)
        ids[bytes] = id
        return id
    }

    func name(_ id: Int) -> String { String(decoding: names[id], as: UTF8.self) }
}

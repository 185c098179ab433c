import Glibc
import LocalizationModel

/// Learns a lexicon from aligned segments by co-occurrence.
///
/// For each word of the source it takes, one by one, the form that tells most of the segments that no form before it
/// explains (log-likelihood ratio: Dunning 1993, "Accurate methods for the statistics of surprise and coincidence").
/// The result does not depend on anything but the pairs and their order. Memory grows with the pairs kept, at most
/// `mostPairs`; time is linear in them.
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

    private var sources = Interner()
    private var targets = Interner()
    /// Per pair, ascending ids of its target's tokens.
    private var tokens: [[Int32]] = []
    /// Per source word, the pairs that hold it.
    private var pairsOf: [[Int32]] = []
    private var countOf: [Int32] = []
    private var seen = Set<UInt64>()

    public init() {}

    /// Adds a pair of texts as readers see them; one seen before adds nothing.
    public mutating func add(source: String, target: String) {
        guard tokens.count < Self.mostPairs else { return }
        let (source, target) = (LexicalText(source), LexicalText(target))
        guard seen.insert(LexicalText.key(source.bytes + [0] + target.bytes)).inserted else { return }
        var words = Set<Int32>()
        source.stems { words.insert(sources.id(of: $0)) }
        var forms = Set<Int32>()
        Self.forms(of: target) { forms.insert(targets.id(of: $0)) }
        guard !words.isEmpty, !forms.isEmpty else { return }
        while pairsOf.count < sources.count { pairsOf.append([]) }
        while countOf.count < targets.count { countOf.append(0) }
        for word in words { pairsOf[Int(word)].append(Int32(tokens.count)) }
        for form in forms { countOf[Int(form)] += 1 }
        tokens.append(forms.sorted())
    }

    public func lexicon() -> Lexicon {
        Lexicon(pairsOf.indices.compactMap { entry(of: $0) })
    }

    private func entry(of word: Int) -> Lexicon.Entry? {
        let all = pairsOf[word]
        guard all.count >= Self.leastCount else { return nil }
        let step = max(1, all.count / Self.mostSamples)
        let pairs = stride(from: 0, to: all.count, by: step).map { all[$0] }
        let itself = targets.existing(sources.names[word]) ?? -1
        var rest = pairs
        var forms: [Int32] = []
        while !rest.isEmpty, forms.count < Self.mostForms, let best = bestForm(in: rest, of: pairs.count, but: itself) {
            forms.append(best)
            rest.removeAll { contains($0, best) }
        }
        let kept = itself < 0 ? 0 : rest.count { contains($0, itself) }
        guard !forms.isEmpty || kept > 0 else { return nil }
        let total = Double(pairs.count)
        let missing = (itself < 0 ? forms : forms + [itself]).reduce(1.0) { $0 * (1 - Double(countOf[Int($1)]) / Double(tokens.count)) }
        return Lexicon.Entry(
            stem: sources.name(word), count: all.count, found: (total - Double(rest.count - kept) + 0.5) / (total + 1.5), chance: 1 - missing,
            kept: Double(kept) / total, forms: forms.map { targets.name(Int($0)) })
    }

    private func contains(_ pair: Int32, _ token: Int32) -> Bool {
        let list = tokens[Int(pair)]
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < token { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low] == token
    }

    private func bestForm(in rest: [Int32], of total: Int, but itself: Int32) -> Int32? {
        var counts: [Int32: Int] = [:]
        for pair in rest { for token in tokens[Int(pair)] where token != itself { counts[token, default: 0] += 1 } }
        var best: (score: Double, token: Int32)?
        for (token, count) in counts where count > 1 {
            let score = surprise(count, of: rest.count, Int(countOf[Int(token)]))
            if let (high, id) = best, score < high || score == high && token > id { continue }
            best = (score, token)
        }
        guard let best, let count = counts[best.token], Double(count) >= Self.leastShare * Double(total),
            Double(count) / Double(rest.count) >= Self.leastLift * Double(countOf[Int(best.token)]) / Double(tokens.count)
        else { return nil }
        return best.token
    }

    /// Dunning's -2 log λ, halved; negative where the token is rarer here than elsewhere.
    private func surprise(_ here: Int, of size: Int, _ everywhere: Int) -> Double {
        func logLikelihood(_ share: Double, _ hits: Int, _ size: Int) -> Double {
            (hits == 0 ? 0 : Double(hits) * log(share)) + (hits == size ? 0 : Double(size - hits) * log(1 - share))
        }
        let (elsewhere, others) = (max(0, everywhere - here), max(1, tokens.count - size))
        let (p1, p2) = (Double(here) / Double(size), min(1, Double(elsewhere) / Double(others)))
        guard p1 > p2 else { return -1 }
        let p = Double(here + elsewhere) / Double(size + others)
        return logLikelihood(p1, here, size) + logLikelihood(p2, elsewhere, others) - logLikelihood(p, here, size) - logLikelihood(p, elsewhere, others)
    }

    /// What may translate a word: stems of words; pairs of Han, three katakana.
    private static func forms(of text: LexicalText, _ body: (ArraySlice<UInt8>) -> Void) {
        text.stems(body)
        text.forEachRun { run in
            guard LexicalText.isUndivided(run), let first = run.first else { return }
            let isKana = first == 0xE3 && run[run.startIndex + 1] >= 0x81 && run[run.startIndex + 1] <= 0x83
            let isHiragana = isKana && (run[run.startIndex + 1] == 0x81 || run[run.startIndex + 1] == 0x82 && run[run.startIndex + 2] < 0xA0)
            // Hiragana writes endings and particles.
            guard !isHiragana else { return }
            let width = min(run.count, 3 * (isKana ? 3 : 2))
            for start in stride(from: run.startIndex, through: run.endIndex - width, by: 3) { body(run[start..<start + width]) }
        }
    }
}

/// Numbers for byte strings, in the order they come.
private struct Interner {
    private(set) var names: [[UInt8]] = []
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

    func existing(_ bytes: [UInt8]) -> Int32? { ids[bytes] }
    func name(_ id: Int) -> String { String(decoding: names[id], as: UTF8.self) }
}

import LocalizationModel

/// What a lexicon says for and against two runs of segments translating each other.
///
/// Each word of the source that the lexicon knows adds the logarithm of how much likelier its finding is beside its
/// translation than anywhere (naive Bayes). Finding is looked up once a page: bit sets of the words whose forms stand in
/// each target segment.
struct LexicalEvidence {
    private let lexicon: AlignmentLexicon
    /// By word of the page, its entry in the lexicon.
    private let entries: [Int]
    /// Per source segment, its words, once each, ascending.
    private let lists: RaggedRows
    private let sourceWords: BitRows
    private let targetHits: BitRows
    /// Per word, the target segments that hold one of its forms, ascending.
    private let places: RaggedRows
    /// By word of the page: the evidence of its forms being there, and of their not being there, in nats.
    private let present: [Float]
    private let absent: [Float]

    /// All words together do not decide without regard to anything else, in nats.
    static let limit: Float = 30

    /// Nil where the lexicon knows no word of the source.
    init?(_ lexicon: AlignmentLexicon?, source: SourceStems, target: [AlignmentItem]) {
        guard let lexicon, !lexicon.entries.isEmpty else { return nil }
        var words = PageWords(lexicon)
        for segment in 0..<source.count { words.add(source[segment]) }
        guard !words.entries.isEmpty else { return nil }
        self.lexicon = lexicon
        entries = words.entries
        lists = words.lists
        sourceWords = BitRows(words.lists, width: entries.count)
        var hits = BitRows(count: target.count, width: entries.count)
        let scanner = FormScanner(lexicon, entries)
        for (row, item) in target.enumerated() { scanner.scan(LexicalText(item.text)) { word, _ in hits.insert(word, row) } }
        targetHits = hits
        places = hits.columns(count: target.count, width: entries.count)
        present = entries.map { lexicon.present[$0] }
        absent = entries.map { lexicon.absent[$0] }
    }

    /// What the words of a segment can speak for a match at most, in nats.
    func most(_ source: Int) -> Float { min(Self.limit, lists[source].reduce(0) { $0 + present[Int($1)] }) }

    /// In nats; positive speaks for the pair.
    func support(_ source: Range<Int>, _ target: Range<Int>) -> Float {
        var sum: Float = 0
        forEachWord(source) { word in sum += targetHits.holds(word, target) ? present[word] : absent[word] }
        return max(-Self.limit, min(Self.limit, sum))
    }

    /// The known words of a source run. One that stands in several of its segments counts once.
    @inline(__always)
    private func forEachWord(_ source: Range<Int>, _ body: (Int) -> Void) {
        for segment in source {
            for word in lists[segment] where segment == source.lowerBound || !sourceWords.holds(Int(word), source.lowerBound..<segment) { body(Int(word)) }
        }
    }

    // MARK: Bounds

    /// What the words of a source run say where the target has none of them, in nats; a trifle more, since sums of `Float` are rounded.
    func least(_ source: Range<Int>) -> Double {
        var (sum, count) = (0.0, 0.0)
        forEachWord(source) { word in
            sum += Double(absent[word])
            count += 1
        }
        return sum + 1e-6 * count * count
    }

    /// Adds what is found of a source segment's words to `row`, by target segment from `targets.lowerBound` on: how much more `support` is
    /// at most than `least`. Of a run, its segments' sums together say no less than the run.
    func addFinds(of source: Int, in targets: Range<Int>, weight: Double, to row: UnsafeMutablePointer<Double>) {
        for word in lists[source] {
            let gain = weight * (Double(present[Int(word)]) - Double(absent[Int(word)]))
            for place in places[Int(word), within: targets] { row[Int(place) - targets.lowerBound] += gain }
        }
    }

    // MARK: Explanation

    /// The words that had a say in `support`, in the order of the source; the texts are those of the two runs.
    func words(_ source: Range<Int>, _ target: Range<Int>, _ sourceText: String, _ targetText: String) -> [UnitExplanation.Word] {
        var asked: [(entry: Int, isFound: Bool)] = []
        forEachWord(source) { word in
            let isFound = targetHits.holds(word, target)
            if (isFound ? present[word] : absent[word]) != 0 { asked.append((entries[word], isFound)) }
        }
        let forms = FormScanner(lexicon, asked.map(\.entry)).words(LexicalText(targetText))
        var known: [[UInt8]: (place: Int, word: String)] = [:]
        LexicalText(sourceText).forEachWord { stem, word in
            if known[Array(stem)] == nil { known[Array(stem)] = (known.count, String(decoding: word, as: UTF8.self)) }
        }
        return asked.enumerated().map { number, item in
            let entry = lexicon.entries[item.entry]
            let word = known[Array(entry.stem.utf8)]
            return (
                word?.place ?? .max,
                UnitExplanation.Word(word: word?.word ?? entry.stem, found: item.isFound ? forms[number] : nil, expected: entry.forms.first)
            )
        }.sorted { ($0.0, $0.1.word) < ($1.0, $1.1.word) }.map(\.1)
    }
}

/// The words of a page that a lexicon knows, numbered in the order in which they come up.
private struct PageWords {
    private(set) var entries: [Int] = []
    private(set) var lists = RaggedRows()
    private let lexicon: AlignmentLexicon
    /// By the hash of a stem the number of its word, counted from 1; 0 where the lexicon does not know it. Most words of a page come
    /// again on it, and the lexicon is large.
    private var numbers = KeyTable(empty: 0, minimumCapacity: 512)
    /// By word, the last segment that held it.
    private var last: [Int] = []

    init(_ lexicon: AlignmentLexicon) { self.lexicon = lexicon }

    /// Adds a segment by the hashes of its words' stems.
    mutating func add(_ stems: ArraySlice<UInt64>) {
        var list: [Int32] = []
        for hash in stems {
            guard case let word = (numbers[hash] ?? number(ofNew: hash)) - 1, word >= 0, last[word] != lists.count else { continue }
            last[word] = lists.count
            list.append(Int32(word))
        }
        list.sort()
        lists.append(list)
    }

    private mutating func number(ofNew hash: UInt64) -> Int {
        let entry = lexicon.position(ofHash: hash)
        if let entry {
            entries.append(entry)
            last.append(-1)
        }
        let number = entry == nil ? 0 : entries.count
        _ = numbers.insert(hash, number)
        return number
    }
}

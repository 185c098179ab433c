/// How sentences of the source are translated elsewhere on the site.
///
/// Sentences are compared by their words: letters in lower case without markup, and digits. Looking one up costs about
/// the sentences that share its rarest words.
public struct TranslationMemory: Sendable {
    public struct Entry: Hashable, Sendable {
        /// As readers see it, without markup.
        public let source: String
        /// As written, with its markup.
        public let target: String
        /// Path of the page below its locale's folder.
        public let page: String
        /// 1-based line of that page.
        public let line: Int
        public init(source: String, target: String, page: String, line: Int) {
            self.source = source
            self.target = target
            self.page = page
            self.line = line
        }
    }

    /// What was found for a sentence.
    public struct Match: Hashable, Sendable {
        public let entry: Entry
        /// From 0 to 1; 1 only where words and numbers agree.
        public let similarity: Double
        public init(entry: Entry, similarity: Double) {
            self.entry = entry
            self.similarity = similarity
        }
    }

    public let entries: [Entry]
    private let exact: [UInt64: Int]
    /// Per word, the sentences that hold it.
    private let postings: [UInt64: [Int32]]
    private let words: [[UInt64]]

    /// Words that a fuzzy match must share with the sentence, of both their words (Dice's coefficient).
    public static let leastSimilarity = 0.75
    /// A sentence is looked up by so many of its rarest words.
    private static let rareWords = 4
    /// A word that stands in more sentences finds none.
    private static let mostPostings = 2000

    public init(_ entries: [Entry]) {
        self.entries = entries
        var exact: [UInt64: Int] = [:]
        var postings: [UInt64: [Int32]] = [:]
        words = entries.map { Self.words($0.source) }
        for (index, list) in words.enumerated() {
            let key = FNV1a.hash(list)
            if exact[key] == nil { exact[key] = index }
            for word in Set(list) { postings[word, default: []].append(Int32(index)) }
        }
        self.exact = exact
        self.postings = postings.mapValues { $0.count > Self.mostPostings ? [] : $0 }
    }

    /// The best match of a sentence, given as readers see it; nil where nothing is like it. Of equal ones the first.
    public func best(for sentence: String) -> Match? {
        let wanted = Self.words(sentence)
        guard wanted.count > 1 || wanted.count == 1 && sentence.utf8.count > 3 else { return nil }
        if let index = exact[FNV1a.hash(wanted)] { return Match(entry: entries[index], similarity: 1) }
        var shared: [Int32: Int] = [:]
        let rare = Set(wanted).compactMap { word in postings[word].map { (word, $0) } }.filter { !$0.1.isEmpty }.sorted {
            ($0.1.count, $0.0) < ($1.1.count, $1.0)
        }
        for (_, list) in rare.prefix(Self.rareWords) { for index in list { shared[index, default: 0] += 1 } }
        var best: (similarity: Double, index: Int32)?
        for index in shared.keys.sorted() {
            let similarity = Self.similarity(wanted, words[Int(index)])
            if similarity >= Self.leastSimilarity, similarity > best?.similarity ?? 0 { best = (similarity, index) }
        }
        return best.map { Match(entry: entries[Int($0.index)], similarity: min(0.99, $0.similarity)) }
    }

    /// Dice's coefficient of the words, each counted as often as it stands.
    private static func similarity(_ a: [UInt64], _ b: [UInt64]) -> Double {
        var counts: [UInt64: Int] = [:]
        for word in a { counts[word, default: 0] += 1 }
        var shared = 0
        for word in b {
            guard let count = counts[word], count > 0 else { continue }
            counts[word] = count - 1
            shared += 1
        }
        return 2 * Double(shared) / Double(a.count + b.count)
    }

    /// Hashes of the words and numbers, in order; an ideograph is a word of its own.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        var current: [UInt8] = []
        func close() {
            if !current.isEmpty { words.append(FNV1a.hash(current)) }
            current = []
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: current.append(UInt8(scalar.value))
            case 0x41...0x5A: current.append(UInt8(scalar.value) + 0x20)
            case 0x3041...0x9FFF:
                close()
                current = Array(String(scalar).utf8)
                close()
            default: if scalar.properties.isAlphabetic { current += Array(scalar.properties.lowercaseMapping.utf8) } else { close() }
            }
        }
        close()
        return words
    }
}

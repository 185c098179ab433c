/// What the words of one language become in another, learnt from aligned segments.
public struct Lexicon: Sendable {
    public struct Entry: Hashable, Sendable {
        /// The first letters of the word (`LexicalText.stemLength`).
        public let stem: String
        /// Segments it was learnt from.
        public let count: Int
        /// The share of translations of segments with the word that hold one of the forms or the word itself.
        public let found: Double
        /// The share of all translations that do.
        public let chance: Double
        /// The share of titles with the word that stay as they are: 1 for `Azure`, 0 for `Overview`; nil where no titles tell.
        public let kept: Double?
        /// Beginnings of words, or runs of letters where words are not divided; the most frequent first.
        public let forms: [String]

        public init(stem: String, count: Int, found: Double, chance: Double, kept: Double?, forms: [String]) {
            self.stem = stem
            self.count = count
            self.found = found
            self.chance = chance
            self.kept = kept
            self.forms = forms
        }

        fileprivate func keeping(_ kept: Double?) -> Entry {
            Entry(stem: stem, count: count, found: found, chance: chance, kept: kept, forms: forms)
        }
    }

    /// Sorted by stem.
    public let entries: [Entry]
    private let index: KeyTable<Int>

    public init(_ entries: [Entry]) {
        self.entries = entries.sorted { $0.stem < $1.stem }
        var index = KeyTable(empty: 0, minimumCapacity: entries.count)
        for (position, entry) in self.entries.enumerated() { _ = index.insert(FNV1a.hash(entry.stem.utf8), position) }
        self.index = index
    }

    /// So many segments make a site's own entry better than a general one.
    private static let ownCount = 5

    /// This lexicon with the entries of a site's own where that knows the word well, and what it knows of titles.
    public func overridden(by own: Lexicon) -> Lexicon {
        var merged: [String: Entry] = [:]
        for entry in entries { merged[entry.stem] = entry }
        for entry in own.entries {
            let general = merged[entry.stem]
            let better = entry.count >= Self.ownCount ? entry : general ?? entry
            merged[entry.stem] = better.keeping(entry.kept ?? general?.kept)
        }
        return Lexicon(Array(merged.values))
    }

    /// What is known of a title's words.
    public struct TitleEvidence: Hashable, Sendable {
        /// How often they stay as they are, on average, from 0 to 1.
        public let kept: Double
        /// True where all of them are known: one that is not may be a name.
        public let isComplete: Bool
    }

    /// What it knows of a title; nil where it knows no more than half of its words.
    public func evidence(onTitle title: String, ignoring functionWords: Set<String>) -> TitleEvidence? {
        var (sum, known, words) = (0.0, 0, 0)
        LexicalText(title).stems { stem in
            guard !functionWords.contains(String(decoding: stem, as: UTF8.self)) else { return }
            words += 1
            guard let position = position(of: stem), let kept = entries[position].kept else { return }
            sum += kept
            known += 1
        }
        return known * 2 > words ? TitleEvidence(kept: sum / Double(known), isComplete: known == words) : nil
    }

    /// Where the entry of a stem stands in `entries`.
    public func position(of stem: ArraySlice<UInt8>) -> Int? { position(ofHash: FNV1a.hash(stem)) }

    /// The same by the stem's hash (`FNV1a`).
    public func position(ofHash hash: UInt64) -> Int? { index[hash] }
}

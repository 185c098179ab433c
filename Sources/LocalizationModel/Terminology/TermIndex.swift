/// The terms of a glossary in one locale, ready to be found in texts: one walk along a text finds all of them.
///
/// Words are the edges of a tree; a word leads on from a node by its hash. The longest term at a place is the one that stands there, and
/// what it covers holds no other.
public final class TermIndex: Sendable {
    /// A term as it may stand in texts of this locale.
    public struct Entry: Sendable {
        /// Index into the glossary's concepts.
        public let concept: Int
        public let term: Glossary.Term
        /// True for a name of the source, which is kept as it is.
        public let isKeptName: Bool
        /// How it is written, word by word; in the same order as the term's forms, the term itself first.
        let spellings: [[ArraySlice<FoldedCharacter>]]
    }

    public let concepts: [Glossary.Concept]
    public let entries: [Entry]
    /// By concept the entries, in the order of the glossary.
    let byConcept: [Int: [Int]]
    let forms: TermForms
    /// By node and word the next node; 0 is the root.
    private let edges: KeyTable<Int32>
    /// By node the entries that end there, each with the spelling.
    private let ends: [[Spelling]]

    private struct Spelling: Hashable {
        let entry: Int
        let form: Int
    }

    /// Nil where the glossary says nothing of the locale.
    ///
    /// - Parameter source: the locale that names are kept from.
    public init?(_ glossary: Glossary, _ profile: LocaleProfile, source: LocaleTag) {
        concepts = glossary.concepts
        forms = TermForms(profile.inflection)
        var entries: [Entry] = []
        for (index, concept) in concepts.enumerated() {
            for term in concept.terms(in: profile.locale) { entries.append(Self.entry(index, term, isKeptName: concept.keepsName && profile.locale == source)) }
            guard concept.keepsName, profile.locale != source else { continue }
            for term in concept.terms(in: source) where term.status != .forbidden { entries.append(Self.entry(index, term, isKeptName: true)) }
        }
        guard !entries.isEmpty else { return nil }
        self.entries = entries
        byConcept = Dictionary(grouping: entries.indices, by: { entries[$0].concept })
        var builder = Builder(forms)
        for (index, entry) in entries.enumerated() {
            for (form, tokens) in entry.spellings.enumerated() { builder.add(tokens, inflects: !entry.isKeptName, Spelling(entry: index, form: form)) }
        }
        edges = builder.edges
        ends = builder.ends
    }

    private static func entry(_ concept: Int, _ term: Glossary.Term, isKeptName: Bool) -> Entry {
        let spellings = ([term.text] + term.forms).map { text in
            let characters = FoldedText(text).characters
            return TermTokens.ranges(in: characters).map { characters[$0] }
        }
        return Entry(concept: concept, term: term, isKeptName: isKeptName, spellings: spellings)
    }

    /// The tree while it grows.
    private struct Builder {
        private(set) var edges = KeyTable<Int32>(empty: 0, minimumCapacity: 1_024)
        private(set) var ends: [[Spelling]] = [[]]
        private let forms: TermForms

        /// A term of many words has so many ways at most; one with more is found as it is written.
        private static let mostWays = 64

        init(_ forms: TermForms) { self.forms = forms }

        mutating func add(_ tokens: [ArraySlice<FoldedCharacter>], inflects: Bool, _ spelling: Spelling) {
            guard !tokens.isEmpty else { return }
            var nodes: [Int32] = [0]
            for token in tokens {
                let stems = inflects ? forms.stems(of: token) : [token]
                let hashes = (nodes.count * stems.count > Self.mostWays ? [token] : stems).map { forms.hash($0) }
                nodes = nodes.flatMap { node in hashes.map { hash in child(TermIndex.key(hash, node)) } }
            }
            for node in Set(nodes).sorted() where !ends[Int(node)].contains(spelling) { ends[Int(node)].append(spelling) }
        }

        private mutating func child(_ key: UInt64) -> Int32 {
            if let known = edges[key] { return known }
            let node = Int32(ends.count)
            _ = edges.insert(key, node)
            ends.append([])
            return node
        }
    }

    @inline(__always) private static func key(_ hash: UInt64, _ node: Int32) -> UInt64 { FNV1a.next(hash, UInt64(node) &+ 0x1_0000_0000) }

    // MARK: Search

    /// A term in a text.
    struct Match {
        /// Characters of the text.
        let range: Range<Int>
        /// Of each concept those that are written most alike.
        let entries: [Int]
    }

    /// The terms in a text, from left to right, the longest at each place.
    func matches(in text: [FoldedCharacter]) -> [Match] {
        let tokens = TermTokens.ranges(in: text)
        var matches: [Match] = []
        var token = 0
        while token < tokens.count {
            var best = Best()
            walk(text, tokens, token, 0, &best)
            let found = best.end > token ? alike(best.spellings, text, tokens[token..<best.end]) : []
            guard !found.isEmpty else {
                token += 1
                continue
            }
            matches.append(Match(range: tokens[token].lowerBound..<tokens[best.end - 1].upperBound, entries: found))
            token = best.end
        }
        return matches
    }

    private struct Best {
        /// The token after the longest term.
        var end = 0
        var spellings: [Spelling] = []
    }

    private func walk(_ text: [FoldedCharacter], _ tokens: [Range<Int>], _ token: Int, _ node: Int32, _ best: inout Best) {
        if node != 0, !ends[Int(node)].isEmpty, token >= best.end {
            best.spellings = token == best.end ? best.spellings + ends[Int(node)] : ends[Int(node)]
            best.end = token
        }
        guard token < tokens.count else { return }
        let range = tokens[token]
        let shortest = TermTokens.isWord(text[range]) ? max(Inflection.shortestStem, range.count - forms.longestEnding) : range.count
        var hash = FNV1a.basis
        for place in range {
            hash = FNV1a.next(hash, forms.code(text[place]))
            let isWhole = place + 1 == range.upperBound
            guard isWhole || place + 1 - range.lowerBound >= shortest, let next = edges[Self.key(hash, node)] else { continue }
            if isWhole || forms.isEnding(text[place + 1..<range.upperBound]) { walk(text, tokens, token + 1, next, &best) }
        }
    }

    /// The entries of these spellings; of one concept only those that differ least in case and letters.
    private func alike(_ spellings: [Spelling], _ text: [FoldedCharacter], _ tokens: ArraySlice<Range<Int>>) -> [Int] {
        var best: [Int: (difference: Int, entries: [Int])] = [:]
        for spelling in spellings {
            let entry = entries[spelling.entry]
            let (letters, cases) = Self.difference(entry.spellings[spelling.form], text, tokens)
            guard cases == 0 || !entry.term.isCaseSensitive else { continue }
            let known = best[entry.concept]
            if letters + cases < known?.difference ?? .max { best[entry.concept] = (letters + cases, [spelling.entry]) }
            if letters + cases == known?.difference, !(known?.entries.contains(spelling.entry) ?? false) { best[entry.concept]?.entries.append(spelling.entry) }
        }
        return best.values.flatMap(\.entries).sorted()
    }

    /// In how many letters a text differs from a spelling, and in how many in case only; endings are not counted.
    private static func difference(
        _ spelling: [ArraySlice<FoldedCharacter>], _ text: [FoldedCharacter], _ tokens: ArraySlice<Range<Int>>
    ) -> (letters: Int, cases: Int) {
        var (letters, cases) = (0, 0)
        for (word, range) in zip(spelling, tokens) {
            for (a, b) in zip(word, text[range]) {
                if a != b { letters += 1 } else if a.isCapital != b.isCapital { cases += 1 }
            }
        }
        return (letters, cases)
    }
}

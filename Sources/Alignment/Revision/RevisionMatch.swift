/// Pairs the segments of two versions of one text.
struct RevisionMatch {
    /// Ascending on both sides.
    private(set) var pairs: [(old: Int, new: Int)] = []
    /// Equal segments that stand elsewhere.
    private(set) var moved: [(old: Int, new: Int)] = []
    private let old: [String]
    private let new: [String]
    private let oldShingles: [Shingles]
    private let newShingles: [Shingles]

    /// Segments whose letters agree by less than this are different segments.
    private static let leastSimilarity = 0.45
    /// What stands alone between two kept segments on either side took the other's place if it agrees by this much.
    private static let leastReplacement = 0.25
    /// A group of letters that more segments share says nothing.
    private static let mostPlaces = 12

    /// Takes the segments' words, see `RevisionWords.key`.
    init(old: [String], new: [String]) {
        self.old = old
        self.new = new
        oldShingles = old.map(Shingles.init)
        newShingles = new.map(Shingles.init)
        let equal = RevisionSequence.pairs(old, new)
        var (i, j) = (0, 0)
        for pair in equal + [(old.count, new.count)] {
            matchGap(i..<pair.old, j..<pair.new)
            if pair.old < old.count { pairs.append(pair) }
            (i, j) = (pair.old + 1, pair.new + 1)
        }
        matchReplaced()
        matchMoved()
    }

    /// The stretches between equal pairs, as indices of either side; those without both sides left out.
    var regions: [(old: Range<Int>, new: Range<Int>)] {
        var regions: [(old: Range<Int>, new: Range<Int>)] = []
        var (i, j) = (0, 0)
        for pair in pairs.filter({ old[$0.old] == new[$0.new] }) + [(old.count, new.count)] {
            if i < pair.old, j < pair.new { regions.append((i..<pair.old, j..<pair.new)) }
            (i, j) = (pair.old + 1, pair.new + 1)
        }
        return regions
    }

    private mutating func matchGap(_ a: Range<Int>, _ b: Range<Int>) {
        guard !a.isEmpty, !b.isEmpty else { return }
        if a.count.multipliedReportingOverflow(by: b.count).partialValue <= RevisionSequence.leafCells { return matchClosely(a, b) }
        var (i, j) = (a.lowerBound, b.lowerBound)
        for pair in RevisionSequence.ascending(candidates(a, b)) + [(a.upperBound, b.upperBound)] {
            if (pair.old - i) * (pair.new - j) <= RevisionSequence.leafCells { matchClosely(i..<pair.old, j..<pair.new) }
            if pair.old < a.upperBound { pairs.append(pair) }
            (i, j) = (pair.old + 1, pair.new + 1)
        }
    }

    /// For each new segment the old one that shares most of its rare groups of letters, if they are similar.
    private func candidates(_ a: Range<Int>, _ b: Range<Int>) -> [(old: Int, new: Int)] {
        var places: [UInt64: [Int]] = [:]
        for i in a { for gram in Shingles.grams(old[i]) where places[gram, default: []].count <= Self.mostPlaces { places[gram, default: []].append(i) } }
        return b.compactMap { j in
            var votes: [Int: Int] = [:]
            for gram in Shingles.grams(new[j]) { if let found = places[gram], found.count <= Self.mostPlaces { for i in found { votes[i, default: 0] += 1 } } }
            guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return nil }
            return oldShingles[best.key].similarity(newShingles[j]) >= Self.leastSimilarity ? (best.key, j) : nil
        }
    }

    /// The pairing of the most similar segments, in order.
    private mutating func matchClosely(_ a: Range<Int>, _ b: Range<Int>) {
        guard !a.isEmpty, !b.isEmpty else { return }
        let width = b.count + 1
        var best = [Double](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                let similarity = oldShingles[a.lowerBound + i].similarity(newShingles[b.lowerBound + j], atLeast: Self.leastSimilarity)
                let together = similarity >= Self.leastSimilarity ? similarity + best[(i + 1) * width + j + 1] : 0
                best[i * width + j] = max(together, best[(i + 1) * width + j], best[i * width + j + 1])
            }
        }
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            let here = best[i * width + j]
            if here == best[(i + 1) * width + j] {
                i += 1
            } else if here == best[i * width + j + 1] {
                j += 1
            } else {
                pairs.append((a.lowerBound + i, b.lowerBound + j))
                i += 1
                j += 1
            }
        }
    }

    /// One segment that went and one that came at its place.
    private mutating func matchReplaced() {
        var more: [(old: Int, new: Int)] = []
        var (i, j) = (0, 0)
        for pair in pairs + [(old.count, new.count)] {
            if pair.old == i + 1, pair.new == j + 1, oldShingles[i].similarity(newShingles[j]) >= Self.leastReplacement { more.append((i, j)) }
            (i, j) = (pair.old + 1, pair.new + 1)
        }
        if !more.isEmpty { pairs = (pairs + more).sorted { $0.old < $1.old } }
    }

    private mutating func matchMoved() {
        var taken = (old: Set(pairs.map(\.old)), new: Set(pairs.map(\.new)))
        var free: [String: [Int]] = [:]
        for i in old.indices.reversed() where !old[i].isEmpty && !taken.old.contains(i) { free[old[i], default: []].append(i) }
        for j in new.indices where !taken.new.contains(j) {
            guard let i = free[new[j]]?.popLast() else { continue }
            moved.append((i, j))
            taken.old.insert(i)
            taken.new.insert(j)
        }
    }
}

/// The pairs of neighbouring letters of a text, for Dice's coefficient.
struct Shingles {
    private let sorted: [UInt32]
    /// Of a text longer than any sentence only so many letters are looked at.
    private static let mostLetters = 4_000

    init(_ text: String) {
        var shingles: [UInt32] = []
        var previous: UInt32 = 0
        for scalar in text.unicodeScalars.prefix(Self.mostLetters) {
            shingles.append(previous << 16 ^ scalar.value)
            previous = scalar.value
        }
        sorted = shingles.sorted()
    }

    /// From 0 to 1; 0 where the lengths alone keep it below `least`. Linear.
    func similarity(_ other: Shingles, atLeast least: Double = 0) -> Double {
        let (a, b) = (sorted, other.sorted)
        guard !a.isEmpty, !b.isEmpty, 2 * Double(min(a.count, b.count)) >= least * Double(a.count + b.count) else { return 0 }
        var (i, j, shared) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                shared += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return 2 * Double(shared) / Double(a.count + b.count)
    }

    /// Each run of eight bytes, once.
    static func grams(_ text: String) -> Set<UInt64> {
        var grams: Set<UInt64> = []
        var hash: UInt64 = 0
        for (i, byte) in text.utf8.prefix(mostLetters).enumerated() {
            hash = hash << 8 | UInt64(byte)
            if i >= 7 { grams.insert(hash) }
        }
        return grams
    }
}

import LocalizationModel

/// Compares two versions of a source, segment by segment, and tells trivial edits from real ones.
public enum RevisionComparison {
    public static func compare(old: [Segment], new: [Segment]) -> SourceRevision {
        let (oldKeys, newKeys) = (old.map(key), new.map(key))
        var changes = [SourceRevision.Change](repeating: .added, count: new.count)
        var kept = Set<Int>()
        let (oldText, newText) = (WordIndex(oldKeys), WordIndex(newKeys))
        for pair in RevisionMatch(old: oldKeys, new: newKeys).pairs {
            kept.insert(pair.old)
            changes[pair.new] = change(old[pair.old], new[pair.new], oldKeys[pair.old], newKeys[pair.new])
            // Cut differently into segments: all its words stand in the old text.
            if case .changed = changes[pair.new], newKeys[pair.new].count > 12, oldText.contains(newKeys[pair.new]) { changes[pair.new] = .trivial }
        }
        for index in new.indices where changes[index] == .added && (newKeys[index].isEmpty || oldText.contains(newKeys[index])) {
            changes[index] = .trivial
        }
        let removed = old.indices.filter { !kept.contains($0) && !oldKeys[$0].isEmpty && !newText.contains(oldKeys[$0]) }.map { old[$0] }
        return SourceRevision(changes: changes, removed: removed)
    }

    /// Letters and digits in lower case: what an edit of markup, white space, case or punctuation leaves alone.
    private static func key(_ segment: Segment) -> String {
        String(segment.facts.plain.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private static func change(_ old: Segment, _ new: Segment, _ oldKey: String, _ newKey: String) -> SourceRevision.Change {
        if oldKey == newKey {
            if old.text == new.text { return .unchanged }
            return old.facts.destinations == new.facts.destinations ? .trivial : .link
        }
        return isTypo(oldKey, newKey) ? .trivial : .changed(old: old.text)
    }

    /// One letter was changed, added, removed or swapped with its neighbour; a digit never counts as a slip.
    static func isTypo(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a), Array(b))
        guard abs(x.count - y.count) <= 1, x.count > 6 else { return false }
        let head = zip(x, y).prefix { $0 == $1 }.count
        let tail = min(zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count, min(x.count, y.count) - head)
        let (left, right) = (x[head..<x.count - tail], y[head..<y.count - tail])
        if (left + right).contains(where: \.isNumber) { return false }
        return left.count <= 1 && right.count <= 1 || left.count == 2 && right.count == 2 && Array(left) == right.reversed()
    }
}

/// All the words of a text as one run of letters and digits, to look up whether others stand in it: about linear.
private struct WordIndex {
    private let bytes: [UInt8]
    /// Where each run of eight bytes starts.
    private let places: [UInt64: [Int]]
    private static let gram = 8
    /// In texts that repeat themselves no more places than these are tried.
    private static let mostPlaces = 256

    init(_ keys: [String]) {
        let bytes = keys.flatMap { Array($0.utf8) }
        var places: [UInt64: [Int]] = [:]
        var hash: UInt64 = 0
        for (i, byte) in bytes.enumerated() {
            hash = hash << 8 | UInt64(byte)
            if i + 1 >= Self.gram { places[hash, default: []].append(i + 1 - Self.gram) }
        }
        self.bytes = bytes
        self.places = places
    }

    func contains(_ key: String) -> Bool {
        let key = Array(key.utf8)
        guard key.count >= Self.gram else {
            guard let first = key.first else { return true }
            return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: key) }
        }
        let hash = key[..<Self.gram].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return places[hash, default: []].prefix(Self.mostPlaces).contains { bytes[$0...].starts(with: key) }
    }
}

/// Pairs the segments of two versions of one text.
private struct RevisionMatch {
    private(set) var pairs: [(old: Int, new: Int)] = []
    private let old: [String]
    private let new: [String]

    /// Segments whose words agree by less than this are different segments.
    private static let leastSimilarity = 0.45

    init(old: [String], new: [String]) {
        self.old = old
        self.new = new
        // Segments that stand once on either side hold the rest in place.
        var oldAt: [String: [Int]] = [:]
        var newAt: [String: [Int]] = [:]
        for (index, key) in old.enumerated() { oldAt[key, default: []].append(index) }
        for (index, key) in new.enumerated() { newAt[key, default: []].append(index) }
        let unique = new.indices.compactMap { index -> (old: Int, new: Int)? in
            guard newAt[new[index]]?.count == 1, let match = oldAt[new[index]], match.count == 1 else { return nil }
            return (match[0], index)
        }
        let ascending = Set(SectionOrder.longestAscending(unique.map(\.old)))
        var (i, j) = (0, 0)
        for anchor in unique where ascending.contains(anchor.old) && anchor.old >= i {
            matchGap(i..<anchor.old, j..<anchor.new)
            pairs.append(anchor)
            (i, j) = (anchor.old + 1, anchor.new + 1)
        }
        matchGap(i..<old.count, j..<new.count)
    }

    /// The pairing of the most similar segments, in order.
    private mutating func matchGap(_ a: Range<Int>, _ b: Range<Int>) {
        guard !a.isEmpty, !b.isEmpty, a.count * b.count <= AlignmentTable.fullTable else { return }
        let (left, right) = (a.map { Shingles(old[$0]) }, b.map { Shingles(new[$0]) })
        let width = b.count + 1
        var best = [Double](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                let similarity = left[i].similarity(right[j])
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
}

/// The pairs of neighbouring letters of a text, for Dice's coefficient.
private struct Shingles {
    private let counts: [UInt32: Int]
    private let total: Int

    init(_ text: String) {
        var counts: [UInt32: Int] = [:]
        var previous: UInt32 = 0
        var total = 0
        for scalar in text.unicodeScalars {
            counts[previous << 16 ^ scalar.value, default: 0] += 1
            previous = scalar.value
            total += 1
        }
        self.counts = counts
        self.total = total
    }

    /// From 0 to 1.
    func similarity(_ other: Shingles) -> Double {
        guard total > 0, other.total > 0 else { return 0 }
        let (small, large) = counts.count <= other.counts.count ? (counts, other.counts) : (other.counts, counts)
        let shared = small.reduce(0) { $0 + min($1.value, large[$1.key] ?? 0) }
        return 2 * Double(shared) / Double(total + other.total)
    }
}

import LocalizationModel

/// Compares two versions of a source, segment by segment, and tells trivial edits from real ones.
///
/// About linear in the length of both: equal segments hold the rest in place, what lies between is paired by similarity,
/// and what was cut into segments anew is found by its words.
public enum RevisionComparison {
    public static func compare(old: [Segment], new: [Segment]) -> SourceRevision { Links(old: old, new: new).revision(standing: []) }

    /// What became of each segment, and where it came from.
    struct Links {
        private let old: [Segment]
        private let new: [Segment]
        private(set) var changes: [SourceRevision.Change]
        /// For each new segment the old ones it comes from, ascending.
        private(set) var origins: [[Int]]
        /// Old segments without a trace in the new text.
        private(set) var removed: [Int] = []
        private let moved: Set<Int>

        init(old: [Segment], new: [Segment]) {
            self.old = old
            self.new = new
            let (oldKeys, newKeys) = (old.map(RevisionComparison.key), new.map(RevisionComparison.key))
            let match = RevisionMatch(old: oldKeys, new: newKeys)
            moved = Set(match.moved.map(\.old))
            changes = Array(repeating: .added, count: new.count)
            origins = Array(repeating: [], count: new.count)
            for pair in match.pairs {
                origins[pair.new] = [pair.old]
                changes[pair.new] = RevisionComparison.change(old[pair.old], new[pair.new], oldKeys[pair.old], newKeys[pair.new])
            }
            for pair in match.moved {
                origins[pair.new] = [pair.old]
                changes[pair.new] = .moved
            }
            for region in match.regions where region.old.count + region.new.count > 2 { recut(region.old, region.new) }
            // A line of punctuation says nothing new.
            for index in new.indices where changes[index] == .added && newKeys[index].isEmpty { changes[index] = .trivial }
            let traced = Set(origins.joined())
            removed = old.indices.filter { !traced.contains($0) && !oldKeys[$0].isEmpty }
        }

        private mutating func recut(_ region: Range<Int>, _ fresh: Range<Int>) {
            func words(_ segments: [Segment], _ range: Range<Int>) -> [(index: Int, words: [String])] {
                range.map { ($0, RevisionWords(segments[$0].facts.plain).keys) }
            }
            let recut = RevisionRecut(old: words(old, region), new: words(new, fresh))
            let paired = Set(fresh.flatMap { origins[$0] })
            for (index, sources) in recut.kept where changes[index] != .moved {
                changes[index] = .trivial
                origins[index] = sources
            }
            for (index, source) in recut.divided where changes[index] == .added && !moved.contains(source) {
                origins[index] = [source]
                changes[index] = .changed(old: old[source].text)
            }
            for (source, index) in recut.merged where !paired.contains(source) && !moved.contains(source) && changes[index] != .moved {
                guard !origins[index].contains(source) else { continue }
                origins[index] = (origins[index] + [source]).sorted()
                changes[index] = .changed(old: origins[index].map { old[$0].text }.joined(separator: " "))
            }
        }

        /// Changed segments whose translation says already what the new text says.
        func ahead(in bitext: Bitext) -> Set<Int> {
            var ahead: Set<Int> = []
            for unit in bitext.units where !unit.target.isEmpty {
                let target = unit.target.map { bitext.target[$0].facts }
                for index in unit.source {
                    guard case .changed = changes[index] else { continue }
                    if RevisionMarks.isAhead(target, old: origins[index].map { old[$0].facts }, new: [new[index].facts]) { ahead.insert(index) }
                }
            }
            return ahead
        }

        func revision(standing: [SourceRevision.Standing], ahead: Set<Int> = []) -> SourceRevision {
            let edits = new.indices.map { index -> [WordEdit] in
                guard case .changed = changes[index] else { return [] }
                return RevisionWords.edits(origins[index].map { old[$0].facts.plain }.joined(separator: " "), new[index].facts.plain)
            }
            return SourceRevision(changes: changes, edits: edits, removed: removed.map { old[$0] }, standing: standing, ahead: ahead)
        }
    }

    private static func key(_ segment: Segment) -> String { RevisionWords.key(segment.facts.plain) }

    private static func change(_ old: Segment, _ new: Segment, _ oldKey: String, _ newKey: String) -> SourceRevision.Change {
        if oldKey == newKey {
            if old.text == new.text { return .unchanged }
            return old.facts.destinations == new.facts.destinations ? .trivial : .link
        }
        // `can` that became `can't` has a word more: no slip.
        let isSlip = wordCount(old) == wordCount(new) && isTypo(oldKey, newKey)
        return isSlip ? .trivial : .changed(old: old.text)
    }

    private static func wordCount(_ segment: Segment) -> Int { segment.facts.plain.split { !$0.isLetter && !$0.isNumber }.count }

    /// One letter was changed, added, removed or swapped with its neighbour; a digit never counts as a slip.
    static func isTypo(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a), Array(b))
        guard abs(x.count - y.count) <= 1, x.count > 6 else { return false }
        let head = zip(x, y).prefix { $0 == $1 }.count
        let tail = min(zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count, min(x.count, y.count) - head)
        let (left, right) = (x[head..<x.count - tail], y[head..<y.count - tail])
        if (left + right).contains(where: { !$0.isLetter }) { return false }
        return left.count <= 1 && right.count <= 1 || left.count == 2 && right.count == 2 && Array(left) == right.reversed()
    }
}

/// Where a stretch of text was cut into segments anew: its words, compared as one run.
struct RevisionRecut {
    /// New segments whose words all stood there, with the old segments that they came from.
    let kept: [Int: [Int]]
    /// Old segments whose words mostly went into one new segment.
    let merged: [Int: Int]
    /// New segments whose words mostly came from one old segment.
    let divided: [Int: Int]

    /// Of the words of an old segment at least this part must be kept in a new one for it to be called merged into it, and the reverse.
    private static let mostlyKept = 0.6
    /// Fewer words than these stand in many a sentence.
    private static let fewestWords = 3

    private struct Word {
        let owner: Int
        /// The word of the other side that it is.
        var partner = -1
    }

    /// Takes the words of the segments of a stretch; the keys are the segments' indices.
    init(old: [(index: Int, words: [String])], new: [(index: Int, words: [String])]) {
        var a = old.flatMap { segment in segment.words.map { _ in Word(owner: segment.index) } }
        var b = new.flatMap { segment in segment.words.map { _ in Word(owner: segment.index) } }
        for pair in RevisionSequence.pairs(old.flatMap(\.words), new.flatMap(\.words)) {
            a[pair.old].partner = pair.new
            b[pair.new].partner = pair.old
        }
        var kept: [Int: [Int]] = [:]
        let touched = Self.touched(a, b)
        let losing = Self.losing(a, b)
        for run in Self.runs(b) where !losing.contains(b[run.lowerBound].owner) && Self.isContiguous(b[run]) && run.count >= Self.fewestWords {
            let owner = b[run.lowerBound].owner
            kept[owner] = touched[owner]?.sorted()
        }
        self.kept = kept
        merged = Self.mostlyKept(a, in: b)
        divided = Self.mostlyKept(b, in: a)
    }

    /// Segments whose words mostly stand on the other side, each with the segment there that has most of them.
    private static func mostlyKept(_ words: [Word], in others: [Word]) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for run in runs(words) where run.count >= fewestWords {
            var counts: [Int: Int] = [:]
            for word in words[run] where word.partner >= 0 { counts[others[word.partner].owner, default: 0] += 1 }
            guard let best = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { continue }
            if Double(best.value) >= mostlyKept * Double(run.count) || counts.values.reduce(0, +) == run.count {
                result[words[run.lowerBound].owner] = best.key
            }
        }
        return result
    }

    /// The words of each segment.
    private static func runs(_ words: [Word]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        for index in words.indices where index + 1 == words.count || words[index + 1].owner != words[index].owner {
            runs.append(start..<index + 1)
            start = index + 1
        }
        return runs
    }

    private static func isContiguous(_ words: ArraySlice<Word>) -> Bool {
        guard let first = words.first, first.partner >= 0 else { return false }
        return words.enumerated().allSatisfy { $1.partner == first.partner + $0 }
    }

    private static func touched(_ a: [Word], _ b: [Word]) -> [Int: Set<Int>] {
        var touched: [Int: Set<Int>] = [:]
        for word in b where word.partner >= 0 { touched[word.owner, default: []].insert(a[word.partner].owner) }
        return touched
    }

    /// New segments to which a lost word belonged: the one that has the word before it in its old segment, else the one after.
    private static func losing(_ a: [Word], _ b: [Word]) -> Set<Int> {
        var losing: Set<Int> = []
        for run in runs(a) {
            var owner = run.first { a[$0].partner >= 0 }.map { b[a[$0].partner].owner }
            for index in run {
                if a[index].partner >= 0 {
                    owner = b[a[index].partner].owner
                } else if let owner {
                    losing.insert(owner)
                }
            }
        }
        return losing
    }
}

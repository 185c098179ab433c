/// The word that somebody who mistyped may have meant.
public enum Suggestion {
    /// The known word nearest to `word`, if at most a third of its letters (and no more than 3) are wrong.
    public static func nearest(to word: String, among known: [String]) -> String? {
        // Longer words are no typing errors, and the distance below is quadratic.
        guard word.utf8.count <= 64 else { return nil }
        let typed = Array(word.lowercased().unicodeScalars)
        var best: (distance: Int, word: String)?
        for candidate in known {
            let distance = distance(typed, Array(candidate.lowercased().unicodeScalars))
            guard distance <= min(3, max(1, max(typed.count, candidate.unicodeScalars.count) / 3)) else { continue }
            if distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.word
    }

    /// Edits that make one word the other: insert, delete, replace, swap two neighbours. O(a × b).
    static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for (j, y) in b.enumerated() {
                var cost = min(above[j] + (x == y ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { cost = min(cost, before[j - 1] + 1) }
                row.append(cost)
            }
            before = above
            above = row
        }
        return above[b.count]
    }
}

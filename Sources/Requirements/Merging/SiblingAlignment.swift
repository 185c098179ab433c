/// Pairs the siblings of two languages: by position, corrected by facts.
///
/// Equal siblings at either end pair at once; between them the best order-keeping alignment is found; then siblings that only
/// changed places pair by their facts; last, runs of the same length between pairs pair by position, so that a fact which one
/// language has changed stands beside the fact it should be. O(n + m) for equal lists; the table is bounded by `largestTable`.
struct SiblingAlignment {
    /// For each sibling of the first list, the index in the second.
    private(set) var partners: [Int?]
    private var isTaken: [Bool]
    private let a: [NodeSummary]
    private let b: [NodeSummary]

    /// Cells of the alignment's table; larger lists are paired by their facts alone.
    private static let largestTable = 40_000
    private static let gap = -2

    init(_ a: [NodeSummary], _ b: [NodeSummary]) {
        self.a = a
        self.b = b
        partners = Array(repeating: nil, count: a.count)
        isTaken = Array(repeating: false, count: b.count)
        var start = 0
        while start < min(a.count, b.count), a[start].isSame(as: b[start]) {
            pair(start, start)
            start += 1
        }
        var end = 0
        while end < min(a.count, b.count) - start, a[a.count - 1 - end].isSame(as: b[b.count - 1 - end]) {
            pair(a.count - 1 - end, b.count - 1 - end)
            end += 1
        }
        let left = start..<(a.count - end)
        let right = start..<(b.count - end)
        if !left.isEmpty, !right.isEmpty {
            if left.count * right.count <= Self.largestTable { align(left, right) }
            pairByFacts(left, right)
            pairRuns(left, right)
        }
    }

    private mutating func pair(_ i: Int, _ j: Int) {
        partners[i] = j
        isTaken[j] = true
    }

    /// Needleman and Wunsch's alignment of the siblings in two ranges.
    private mutating func align(_ left: Range<Int>, _ right: Range<Int>) {
        let width = right.count + 1
        var best = Array(repeating: 0, count: (left.count + 1) * width)
        for column in 1..<width { best[column] = column * Self.gap }
        for row in 1...left.count {
            best[row * width] = row * Self.gap
            for column in 1..<width {
                let diagonal = best[(row - 1) * width + column - 1] + a[left.lowerBound + row - 1].score(b[right.lowerBound + column - 1])
                best[row * width + column] = max(diagonal, best[(row - 1) * width + column] + Self.gap, best[row * width + column - 1] + Self.gap)
            }
        }
        var row = left.count
        var column = right.count
        while row > 0, column > 0 {
            let value = best[row * width + column]
            let i = left.lowerBound + row - 1
            let j = right.lowerBound + column - 1
            if value == best[(row - 1) * width + column - 1] + a[i].score(b[j]) {
                pair(i, j)
                row -= 1
                column -= 1
            } else if value == best[(row - 1) * width + column] + Self.gap {
                row -= 1
            } else {
                column -= 1
            }
        }
    }

    /// Pairs siblings with the same codes and links that stand elsewhere.
    private mutating func pairByFacts(_ left: Range<Int>, _ right: Range<Int>) {
        var places: [Set<String>: [Int]] = [:]
        for j in right.reversed() where !isTaken[j] && !b[j].subjects.isEmpty { places[b[j].subjects, default: []].append(j) }
        for i in left where partners[i] == nil {
            guard let j = places[a[i].subjects]?.popLast(), a[i].isNote == b[j].isNote else { continue }
            pair(i, j)
        }
    }

    /// Pairs runs of the same length between pairs, position by position.
    private mutating func pairRuns(_ left: Range<Int>, _ right: Range<Int>) {
        var i = left.lowerBound
        var expected = right.lowerBound
        while i < left.upperBound {
            if let partner = partners[i] {
                expected = partner + 1
                i += 1
                continue
            }
            var length = 0
            while i + length < left.upperBound, partners[i + length] == nil { length += 1 }
            var other = 0
            while expected + other < right.upperBound, !isTaken[expected + other] { other += 1 }
            if length == other {
                for k in 0..<length where a[i + k].isNote == b[expected + k].isNote { pair(i + k, expected + k) }
            }
            i += length
        }
    }

    /// The order of the merged list.
    var order: [(first: Int?, second: Int?)] { MergedOrder.order(partners, count: b.count) }
}

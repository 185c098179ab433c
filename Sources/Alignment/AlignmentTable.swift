/// Segments that the dynamic programme put together; an empty range stands for no partner.
struct Link {
    let source: Range<Int>
    let target: Range<Int>
    /// In nats.
    let cost: Double
}

/// The dynamic programme: the cheapest way through two runs of segments.
struct AlignmentTable {
    private let cost: AlignmentCost
    private let source: Range<Int>
    private let target: Range<Int>
    /// The cost of each segment without a partner.
    private let sourceGaps: [Double]
    private let targetGaps: [Double]

    /// Up to this many cells the whole table is searched; beyond, a band round the diagonal.
    static let fullTable = 400_000

    /// Segments of a side that a link holds at most.
    static let longestRun = 3
    /// How many segments of either side a link holds.
    static let steps: [(Int, Int)] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2)]

    init(_ cost: AlignmentCost, source: Range<Int>, target: Range<Int>) {
        self.cost = cost
        self.source = source
        self.target = target
        sourceGaps = source.map { cost.gap(cost.source[$0]) }
        targetGaps = target.map { cost.gap(cost.target[$0]) }
    }

    /// Links in order.
    func path() -> [Link] {
        let (n, m) = (source.count, target.count)
        let half = n * m <= Self.fullTable ? max(n, m) + 1 : max(32, Self.fullTable / (2 * max(1, n)))
        let width = min(m + 1, 2 * half + 1)
        // Row i holds the columns from `first(i)` on.
        func first(_ i: Int) -> Int { max(0, min(m + 1 - width, (n == 0 ? 0 : i * m / n) - half)) }
        var best = [Double](repeating: .infinity, count: (n + 1) * width)
        var step = [Int8](repeating: -1, count: (n + 1) * width)
        best[0] = 0
        for i in 0...n {
            let base = first(i)
            for j in base..<min(m + 1, base + width) where i + j > 0 {
                let cell = i * width + j - base
                for (index, (di, dj)) in Self.steps.enumerated() where i >= di && j >= dj {
                    let from = first(i - di)
                    guard j - dj >= from, j - dj < from + width, case let before = best[(i - di) * width + j - dj - from], before < .infinity else { continue }
                    let total = before + price(i - di, di, j - dj, dj, limit: best[cell] - before)
                    if total < best[cell] {
                        best[cell] = total
                        step[cell] = Int8(index)
                    }
                }
            }
        }
        return trace(n, m, width, first, step)
    }

    /// Infinite where it is sure to be more than `limit`.
    private func price(_ i: Int, _ di: Int, _ j: Int, _ dj: Int, limit: Double = .infinity) -> Double {
        let (s, t) = (source.lowerBound + i, target.lowerBound + j)
        if dj == 0 { return sourceGaps[i] }
        if di == 0 { return targetGaps[j] }
        var alone = 0.0
        for k in 0..<di { alone += sourceGaps[i + k] }
        for k in 0..<dj { alone += targetGaps[j + k] }
        return cost.match(s..<s + di, t..<t + dj, limit: min(alone, limit))
    }

    private func trace(_ n: Int, _ m: Int, _ width: Int, _ first: (Int) -> Int, _ step: [Int8]) -> [Link] {
        var links: [Link] = []
        var (i, j) = (n, m)
        while i > 0 || j > 0 {
            let column = j - first(i)
            let known = column >= 0 && column < width ? Int(step[i * width + column]) : -1
            // Outside the band only gaps are left.
            let (di, dj) = known >= 0 ? Self.steps[known] : i > 0 ? (1, 0) : (0, 1)
            i -= di
            j -= dj
            let (s, t) = (source.lowerBound + i, target.lowerBound + j)
            links.append(Link(source: s..<s + di, target: t..<t + dj, cost: price(i, di, j, dj)))
        }
        return links.reversed()
    }
}

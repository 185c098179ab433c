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
    private let bounds: LinkBounds
    private let source: Range<Int>
    private let target: Range<Int>

    /// Up to this many cells the whole table is searched; beyond, a band round the diagonal.
    static let fullTable = 400_000

    /// Segments of a side that a link holds at most.
    static let longestRun = 3
    /// How many segments of either side a link holds.
    static let steps: [(Int, Int)] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3), (2, 2)]

    init(_ cost: AlignmentCost, _ bounds: LinkBounds, source: Range<Int>, target: Range<Int>) {
        self.cost = cost
        self.bounds = bounds
        self.source = source
        self.target = target
    }

    /// Links in order.
    func path() -> [Link] {
        let band = Band(source.count, target.count)
        var steps = [Int8](repeating: -1, count: (source.count + 1) * band.width)
        steps.withUnsafeMutableBufferPointer { fill($0, band) }
        return trace(steps, band)
    }

    /// The columns of each row that are searched.
    private struct Band {
        let width: Int
        private let half: Int
        private let n: Int
        private let m: Int

        init(_ n: Int, _ m: Int) {
            half = n * m <= AlignmentTable.fullTable ? max(n, m) + 1 : max(32, AlignmentTable.fullTable / (2 * max(1, n)))
            width = min(m + 1, 2 * half + 1)
            (self.n, self.m) = (n, m)
        }

        func columns(_ i: Int) -> Range<Int> {
            let first = max(0, min(m + 1 - width, (n == 0 ? 0 : i * m / n) - half))
            return first..<min(m + 1, first + width)
        }
    }

    // MARK: Search

    /// The last rows of the table; columns before the first and outside the band are infinite.
    private struct Rows {
        /// The cheapest way to each cell of the row at hand and of those before it.
        let best: UnsafeMutablePointer<Double>
        /// What is found of the words of each row's segment, in nats.
        let finds: UnsafeMutablePointer<Double>
        let stride: Int

        /// Columns before the first that links may start from.
        static let margin = AlignmentTable.longestRun
        /// As many as a link reaches back to, and the one at hand.
        static let count = AlignmentTable.longestRun + 1

        func best(_ i: Int) -> UnsafeMutablePointer<Double> { best + (i + Self.count) % Self.count * stride + Self.margin }
        func finds(_ i: Int) -> UnsafeMutablePointer<Double> { finds + (i + Self.count) % Self.count * stride + Self.margin }
    }

    private func fill(_ steps: UnsafeMutableBufferPointer<Int8>, _ band: Band) {
        let stride = target.count + 1 + Rows.margin
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * Rows.count * stride) { cells in
            guard let base = cells.baseAddress else { return }
            let rows = Rows(best: base, finds: base + Rows.count * stride, stride: stride)
            rows.best.initialize(repeating: .infinity, count: Rows.count * stride)
            rows.finds.initialize(repeating: 0, count: Rows.count * stride)
            let first = band.columns(0)
            rows.best(0)[0] = 0
            for j in first.dropFirst() {
                rows.best(0)[j] = rows.best(0)[j - 1] + cost.targetGaps[target.lowerBound + j - 1]
                steps[j - first.lowerBound] = 2
            }
            for i in 1..<max(1, source.count + 1) {
                let columns = band.columns(i)
                clear(rows, i, band)
                find(rows, i, reach(i, band))
                fillRow(rows, i, columns, steps, at: i * band.width - columns.lowerBound)
            }
        }
    }

    /// The columns where links may ask for what is found of a row's words.
    private func reach(_ i: Int, _ band: Band) -> Range<Int> {
        max(1, band.columns(i).lowerBound - Rows.margin)..<max(1, band.columns(min(source.count, i + Rows.margin)).upperBound)
    }

    /// Takes what the row held `Rows.count` rows before out of it.
    private func clear(_ rows: Rows, _ i: Int, _ band: Band) {
        guard i >= Rows.count else { return }
        let (best, finds) = (band.columns(i - Rows.count), reach(i - Rows.count, band))
        (rows.best(i) + best.lowerBound).update(repeating: .infinity, count: best.count)
        (rows.finds(i) + finds.lowerBound).update(repeating: 0, count: finds.count)
    }

    private func find(_ rows: Rows, _ i: Int, _ columns: Range<Int>) {
        guard let words = cost.words else { return }
        let first = target.lowerBound - 1
        words.addFinds(
            of: source.lowerBound + i - 1, in: first + columns.lowerBound..<first + columns.upperBound, weight: AlignmentCost.Weight.word,
            to: rows.finds(i) + columns.lowerBound)
    }

    private func fillRow(_ rows: Rows, _ i: Int, _ columns: Range<Int>, _ steps: UnsafeMutableBufferPointer<Int8>, at start: Int) {
        let (here, up, up2, up3) = (rows.best(i), rows.best(i - 1), rows.best(i - 2), rows.best(i - 3))
        let (found, found2, found3) = (rows.finds(i), rows.finds(i - 1), rows.finds(i - 2))
        let row = bounds.row(source.lowerBound + i - 1)
        let (joining, marks, words) = (row.place.joining, row.place.marks, row.words)
        bounds.target.withUnsafeBufferPointer { places in
            for j in columns {
                var best = Double.infinity
                var step: Int8 = -1
                /// Weighs a link in full where its bound says that it may win.
                func offer(_ index: Int8, from before: Double, _ least: Double, than limit: Double) {
                    guard before + least <= limit, before < .infinity else { return }
                    let (di, dj) = Self.steps[Int(index)]
                    if di + dj > 2, before + least + length(i - di, di, j - dj, dj) > limit { return }
                    let total = before + price(i - di, di, j - dj, dj, limit: best - before)
                    if total < best { (best, step) = (total, index) }
                }
                func offer(_ index: Int8, at total: Double) { if total < best { (best, step) = (total, index) } }

                guard j > 0 else {
                    offer(1, at: up[0] + row.place.gap)
                    (here[0], steps[start]) = (best, step)
                    continue
                }
                let column = places[target.lowerBound + j - 1]
                let (alone, extra) = (up[j] + row.place.gap, here[j - 1] + column.gap)
                let (before, gaps) = (up[j - 1], min(alone, extra))
                offer(0, from: before, bounds.pair(row, column, finds: found[j], limit: gaps - before), than: gaps)
                offer(1, at: alone)
                offer(2, at: extra)
                let (own, others) = (column.marks, column.joining)
                let (one, two, three) = (found[j], found[j] + found2[j], found[j] + found2[j] + found3[j])
                let pair = one + found[j - 1]
                offer(3, from: up2[j - 1], bounds.merge(joining.two, marks.two, own.one, words: words.two + two), than: best)
                offer(4, from: up[j - 2], bounds.merge(others.two, marks.one, own.two, words: words.one + pair), than: best)
                offer(5, from: up3[j - 1], bounds.merge(joining.three, marks.three, own.one, words: words.three + three), than: best)
                offer(6, from: up[j - 3], bounds.merge(others.three, marks.one, own.three, words: words.one + pair + found[j - 2]), than: best)
                offer(
                    7, from: up2[j - 2],
                    bounds.merge(
                        max(joining.two, others.two, 2 * AlignmentCost.Weight.merge), marks.two, own.two, words: words.two + two + found[j - 1] + found2[j - 1]),
                    than: best)
                (here[j], steps[start + j]) = (best, step)
            }
        }
    }

    private func length(_ i: Int, _ di: Int, _ j: Int, _ dj: Int) -> Double {
        let (s, t) = (source.lowerBound + i, target.lowerBound + j)
        let lengths = cost.lengths(s..<s + di, t..<t + dj)
        return bounds.length(lengths.source, lengths.target)
    }

    /// Infinite where it is sure to be more than `limit`.
    private func price(_ i: Int, _ di: Int, _ j: Int, _ dj: Int, limit: Double = .infinity) -> Double {
        let (s, t) = (source.lowerBound + i, target.lowerBound + j)
        if dj == 0 { return cost.sourceGaps[s] }
        if di == 0 { return cost.targetGaps[t] }
        var alone = 0.0
        for k in 0..<di { alone += cost.sourceGaps[s + k] }
        for k in 0..<dj { alone += cost.targetGaps[t + k] }
        return cost.match(s..<s + di, t..<t + dj, limit: min(alone, limit))
    }

    private func trace(_ steps: [Int8], _ band: Band) -> [Link] {
        var links: [Link] = []
        var (i, j) = (source.count, target.count)
        while i > 0 || j > 0 {
            let columns = band.columns(i)
            let known = columns.contains(j) ? Int(steps[i * band.width + j - columns.lowerBound]) : -1
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

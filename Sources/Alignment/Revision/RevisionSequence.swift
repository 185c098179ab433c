/// Finds what two sequences have in common, in order.
///
/// After Cohen's patience difference: elements that stand equally often on either side hold the rest in place; what lies
/// between is divided again, and short stretches get their longest common subsequence. About linear: a stretch of
/// `leafCells` cells costs its cells, and a longer one without anchors is given up as replaced.
enum RevisionSequence {
    /// Stretches of up to this many cells are compared completely: a hundred words with a hundred.
    static let leafCells = 10_000
    /// Anchors are looked for again between anchors so many times; each time costs one pass.
    private static let passes = 8

    /// Pairs of indices of equal elements, ascending on both sides.
    static func pairs<Element: Hashable>(_ a: [Element], _ b: [Element]) -> [(old: Int, new: Int)] {
        var result: [(old: Int, new: Int)] = []
        var work: [(a: Range<Int>, b: Range<Int>, pass: Int)] = [(a.indices, b.indices, 0)]
        while let item = work.popLast() {
            let (x, y) = trimmed(a, b, item.a, item.b, &result)
            guard !x.isEmpty, !y.isEmpty else { continue }
            if x.count.multipliedReportingOverflow(by: y.count).partialValue <= leafCells {
                longestCommon(a, b, x, y, &result)
                continue
            }
            guard item.pass < passes else { continue }
            var (i, j) = (x.lowerBound, y.lowerBound)
            let anchors = anchors(a, b, x, y)
            for anchor in anchors {
                work.append((i..<anchor.old, j..<anchor.new, item.pass + 1))
                result.append(anchor)
                (i, j) = (anchor.old + 1, anchor.new + 1)
            }
            if !anchors.isEmpty { work.append((i..<x.upperBound, j..<y.upperBound, item.pass + 1)) }
        }
        return result.sorted { $0.old < $1.old }
    }

    /// The ranges without what they share at their ends.
    private static func trimmed<Element: Hashable>(
        _ a: [Element], _ b: [Element], _ x: Range<Int>, _ y: Range<Int>, _ result: inout [(old: Int, new: Int)]
    ) -> (Range<Int>, Range<Int>) {
        var (i, j, k, l) = (x.lowerBound, y.lowerBound, x.upperBound, y.upperBound)
        while i < k, j < l, a[i] == b[j] {
            result.append((i, j))
            i += 1
            j += 1
        }
        while i < k, j < l, a[k - 1] == b[l - 1] {
            k -= 1
            l -= 1
            result.append((k, l))
        }
        return (i..<k, j..<l)
    }

    /// Elements that stand equally often in both ranges, each paired with its like, as far as they ascend.
    private static func anchors<Element: Hashable>(_ a: [Element], _ b: [Element], _ x: Range<Int>, _ y: Range<Int>) -> [(old: Int, new: Int)] {
        var left: [Element: [Int]] = [:]
        var right: [Element: Int] = [:]
        for i in x { left[a[i], default: []].append(i) }
        for j in y { right[b[j], default: 0] += 1 }
        var seen: [Element: Int] = [:]
        let candidates = y.compactMap { j -> (old: Int, new: Int)? in
            guard let places = left[b[j]], places.count == right[b[j]] else { return nil }
            let number = seen[b[j], default: 0]
            seen[b[j]] = number + 1
            return (places[number], j)
        }
        return ascending(candidates)
    }

    /// The longest run of pairs that ascend on both sides; they ascend on the new side already.
    static func ascending(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        let kept = Set(SectionOrder.longestAscending(pairs.map(\.old)))
        var last = -1
        return pairs.filter { pair in
            guard kept.contains(pair.old), pair.old > last else { return false }
            last = pair.old
            return true
        }
    }

    private static func longestCommon<Element: Hashable>(
        _ a: [Element], _ b: [Element], _ x: Range<Int>, _ y: Range<Int>, _ result: inout [(old: Int, new: Int)]
    ) {
        let width = y.count + 1
        var best = [Int32](repeating: 0, count: (x.count + 1) * width)
        for i in x.indices.reversed() {
            for j in y.indices.reversed() {
                let cell = (i - x.lowerBound) * width + j - y.lowerBound
                best[cell] = a[i] == b[j] ? best[cell + width + 1] + 1 : max(best[cell + width], best[cell + 1])
            }
        }
        var (i, j) = (x.lowerBound, y.lowerBound)
        while i < x.upperBound, j < y.upperBound {
            let cell = (i - x.lowerBound) * width + j - y.lowerBound
            if a[i] == b[j] {
                result.append((i, j))
                i += 1
                j += 1
            } else if best[cell + width] >= best[cell + 1] {
                i += 1
            } else {
                j += 1
            }
        }
    }
}

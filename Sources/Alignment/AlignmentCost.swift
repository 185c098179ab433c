import LocalizationModel

/// What it costs to call a run of source segments and a run of target segments translations of each other.
///
/// After Gale and Church (1993, "A program for aligning sentences in bilingual corpora"): the length term is
/// their normalised difference. Structure and shared marks (links, codes, numbers, names) are added to it.
/// Units are nats, smaller is better.
struct AlignmentCost {
    let source: [AlignmentItem]
    let target: [AlignmentItem]
    /// Target length for one unit of source length, over the whole page.
    let ratio: Double

    /// Variance of the target's length per unit of source length.
    private static let variance = 4.5

    init(_ source: [AlignmentItem], _ target: [AlignmentItem]) {
        self.source = source
        self.target = target
        let (s, t) = (source.reduce(0) { $0 + $1.length }, target.reduce(0) { $0 + $1.length })
        // Pages that differ in extent must not bend the ratio of their sentences.
        ratio = s > 200 && t > 200 ? min(1.35, max(0.75, t / s)) : 1.05
    }

    /// The cost of leaving a segment without a partner.
    func gap(_ item: AlignmentItem) -> Double {
        3.4 - (item.repeatsNeighbour ? 1.5 : 0) + (item.startsBlock && item.endsBlock ? 0 : 0.6) + (item.kind == .heading ? 1.2 : 0)
            + min(1.5, Double(item.marks.count) * 0.25)
    }

    func match(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        let (a, b) = (source[s.lowerBound], target[t.lowerBound])
        var cost = length(s, t) + structure(a, b) + sharing(s, t)
        if s.count + t.count > 2 { cost += isFold(source, s, t) || isFold(target, t, s) ? 1 : Double(s.count + t.count - 2) * 2.6 + mergePenalty(s, t) }
        return cost
    }

    private func length(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        let ls = s.reduce(0) { $0 + source[$1].length }
        let lt = t.reduce(0) { $0 + target[$1].length }
        let mean = (ls * ratio + lt) / 2
        let delta = (lt - ls * ratio) / (Self.variance * max(8, mean)).squareRoot()
        return min(9, delta * delta / 2)
    }

    private func structure(_ a: AlignmentItem, _ b: AlignmentItem) -> Double {
        var cost = 0.0
        if a.kind == b.kind {
            if a.level != b.level { cost += a.kind == .tableCell ? 3 : a.kind == .heading ? 2 : 0.8 }
        } else if a.kind == .heading || b.kind == .heading {
            cost += 5
        } else if a.kind == .tableCell || b.kind == .tableCell {
            cost += 4
        } else {
            cost += 1.2
        }
        if a.repeatsNeighbour != b.repeatsNeighbour { cost += 2 }
        if a.startsBlock != b.startsBlock { cost += 1.5 }
        if a.endsBlock != b.endsBlock { cost += 0.7 }
        return cost
    }

    /// Negative for shared marks, positive for marks that only one side has.
    private func sharing(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        if s.count == 1, t.count == 1 {
            let (a, b) = (source[s.lowerBound], target[t.lowerBound])
            if a.text == b.text, !a.text.isEmpty { return -4 }
            return Self.sharing(a.marks, b.marks)
        }
        return Self.sharing(
            s.flatMap { source[$0].marks }.sorted { $0.hash < $1.hash }, t.flatMap { target[$0].marks }.sorted { $0.hash < $1.hash })
    }

    private static func sharing(_ a: [AlignmentItem.Mark], _ b: [AlignmentItem.Mark]) -> Double {
        if a.isEmpty, b.isEmpty { return 0 }
        var (i, j, shared, single) = (0, 0, 0.0, 0.0)
        while i < a.count, j < b.count {
            if a[i].hash == b[j].hash {
                shared += a[i].weight
                i += 1
                j += 1
            } else if a[i].hash < b[j].hash {
                single += a[i].weight
                i += 1
            } else {
                single += b[j].weight
                j += 1
            }
        }
        for mark in a[i...] { single += mark.weight }
        for mark in b[j...] { single += mark.weight }
        return -min(5, shared) + min(4, single * 0.9)
    }

    /// A label whose nested list the other side folds into `label: text`.
    private func isFold(_ items: [AlignmentItem], _ run: Range<Int>, _ other: Range<Int>) -> Bool {
        run.count == 2 && other.count == 1 && items[run.lowerBound].item >= 0 && items[run.lowerBound + 1].outerItem == items[run.lowerBound].item
            && items[run.lowerBound].block != items[run.lowerBound + 1].block
    }

    /// Sentences of different blocks are rarely merged, a heading and what follows it never.
    private func mergePenalty(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        let crosses = source[s.lowerBound].block != source[s.upperBound - 1].block || target[t.lowerBound].block != target[t.upperBound - 1].block
        guard crosses else { return 0 }
        let holdsHeading = s.dropFirst().contains { source[$0].kind == .heading } || t.dropFirst().contains { target[$0].kind == .heading }
        return holdsHeading ? 9 : 3
    }
}

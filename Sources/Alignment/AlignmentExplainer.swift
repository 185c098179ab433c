import LocalizationModel

/// Takes the costs of an alignment's units apart, after the fact, with the functions that the search goes by.
struct AlignmentExplainer {
    private let bitext: Bitext
    private let cost: AlignmentCost
    /// For each unit its runs in the order in which the search saw the segments; nil where they are no runs.
    private let runs: [Runs?]
    private let order: SectionOrder
    private let movedSections: Set<Int>

    /// Segments of either side that stand together.
    private struct Runs {
        let source: Range<Int>
        let target: Range<Int>

        /// Nil where the two do not join.
        func joined(with other: Runs) -> Runs? {
            guard let source = Self.joined(source, other.source), let target = Self.joined(target, other.target) else { return nil }
            return Runs(source: source, target: target)
        }

        private static func joined(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int>? {
            if a.isEmpty || b.isEmpty { return a.isEmpty ? b : a }
            return a.upperBound == b.lowerBound ? a.lowerBound..<b.upperBound : b.upperBound == a.lowerBound ? b.lowerBound..<a.upperBound : nil
        }
    }

    init(_ bitext: Bitext, _ cost: AlignmentCost, _ order: SectionOrder) {
        self.bitext = bitext
        self.cost = cost
        self.order = order
        movedSections = Set(bitext.movedSections)
        var place = [Int](repeating: 0, count: order.target.count)
        for (position, index) in order.target.enumerated() { place[index] = position }
        runs = bitext.units.map { unit in
            guard let source = Self.run(unit.source), let target = Self.run(unit.target.map { place[$0] }.sorted()) else { return nil }
            // Longer ones were never weighed.
            let isWeighed = source.isEmpty || target.isEmpty || max(source.count, target.count) <= AlignmentTable.longestRun
            return isWeighed ? Runs(source: source, target: target) : nil
        }
    }

    private static func run(_ indices: [Int]) -> Range<Int>? {
        guard let first = indices.first, let last = indices.last else { return 0..<0 }
        return last - first + 1 == indices.count ? first..<last + 1 : nil
    }

    func explanations() -> [UnitExplanation] {
        var isMoved = false
        return bitext.units.indices.map { index in
            if let first = bitext.units[index].source.first { isMoved = movedSections.contains(bitext.source[first].section) }
            guard let runs = runs[index] else { return UnitExplanation(terms: [], isMoved: isMoved) }
            return runs.source.isEmpty || runs.target.isEmpty ? alone(index, runs, isMoved) : pair(runs, isMoved)
        }
    }

    // MARK: Both sides

    private func pair(_ runs: Runs, _ isMoved: Bool) -> UnitExplanation {
        let (s, t) = (runs.source, runs.target)
        let lengths = cost.lengths(s, t)
        var differences: [UnitExplanation.Difference] = []
        cost.forEachDifference(cost.source[s.lowerBound].shape, cost.target[t.lowerBound].shape) { difference, _ in differences.append(difference) }
        let isSameText = cost.isSameText(s, t)
        return UnitExplanation(
            terms: cost.terms(s, t), length: .init(source: lengths.source, target: lengths.target, expected: lengths.source * cost.ratio),
            differences: differences, isSameText: isSameText, marks: isSameText ? [] : marks(s, t), words: words(s, t),
            alternative: .init(.apart, unit: nil, surplus: gaps(runs) - price(runs)), isMoved: isMoved)
    }

    private func marks(_ s: Range<Int>, _ t: Range<Int>) -> [UnitExplanation.Mark] {
        let a = s.flatMap { AlignmentItem.namedMarks(bitext.source[$0].facts) }.sorted { $0.mark.hash < $1.mark.hash }
        let b = t.flatMap { AlignmentItem.namedMarks(bitext.target[order.target[$0]].facts) }.sorted { $0.mark.hash < $1.mark.hash }
        var marks: [UnitExplanation.Mark] = []
        AlignmentCost.forEachMark(a.map(\.mark), b.map(\.mark)) { side, index in
            let item = side == .target ? b[index] : a[index]
            marks.append(.init(item.kind, item.text, on: side))
        }
        func rank(_ mark: UnitExplanation.Mark) -> Int { UnitExplanation.Mark.Kind.allCases.firstIndex(of: mark.kind) ?? 0 }
        return marks.sorted { (rank($0), $0.text) < (rank($1), $1.text) }
    }

    private func words(_ s: Range<Int>, _ t: Range<Int>) -> [UnitExplanation.Word] {
        func text(_ items: ArraySlice<AlignmentItem>) -> String { items.map(\.text).joined(separator: "\n") }
        return cost.words?.words(s, t, text(cost.source[s]), text(cost.target[t])) ?? []
    }

    // MARK: No partner

    private func alone(_ index: Int, _ runs: Runs, _ isMoved: Bool) -> UnitExplanation {
        let items = cost.source[runs.source] + cost.target[runs.target]
        var reasons: [UnitExplanation.GapReason] = []
        for item in items { AlignmentCost.forEachGapPart(item) { reason, _ in if reason != .any, !reasons.contains(reason) { reasons.append(reason) } } }
        return UnitExplanation(
            terms: [.init(.gap, gaps(runs))], gapReasons: reasons, words: nearbyWords(index, runs), alternative: alternative(index, runs), isMoved: isMoved)
    }

    /// The words of the segment, looked for in the partners of its neighbours.
    private func nearbyWords(_ index: Int, _ runs: Runs) -> [UnitExplanation.Word] {
        let near = neighbours(index, where: { !$0.source.isEmpty && !$0.target.isEmpty }).compactMap { self.runs[$0] }
        guard let lower = near.map(\.target.lowerBound).min(), let upper = near.map(\.target.upperBound).max(), !runs.source.isEmpty, upper - lower <= 8
        else { return [] }
        return words(runs.source, lower..<upper)
    }

    /// The nearest unit of a kind on either side; only so far, a neighbour half a page away is none.
    private func neighbours(_ index: Int, where isSought: (Runs) -> Bool) -> [Int] {
        let (before, after) = (max(0, index - 4)..<index, index + 1..<min(bitext.units.count, index + 5))
        func fits(_ other: Int) -> Bool { runs[other].map(isSought) ?? false }
        return [before.last(where: fits), after.first(where: fits)].compactMap { $0 }
    }

    /// Units near by that lack the other side, without a pair in between, which the partners would cross.
    private func counterparts(_ index: Int, _ own: Runs) -> [Int] {
        neighbours(index) { !$0.source.isEmpty && !$0.target.isEmpty || $0.source.isEmpty != own.source.isEmpty }.filter {
            guard let other = runs[$0] else { return false }
            return other.source.isEmpty || other.target.isEmpty
        }
    }

    /// The cheapest way to give the segment a partner after all, next to what was chosen.
    private func alternative(_ index: Int, _ own: Runs) -> UnitExplanation.Alternative? {
        var best: UnitExplanation.Alternative?
        func offer(_ reading: UnitExplanation.Alternative.Reading, _ unit: Int, _ price: Double) {
            guard let other = runs[unit] else { return }
            let surplus = price - self.price(other) - self.price(own)
            if surplus < best?.surplus ?? .infinity { best = .init(reading, unit: unit, surplus: surplus) }
        }
        let sides = neighbours(index) { !$0.source.isEmpty && !$0.target.isEmpty } + counterparts(index, own)
        for unit in Set(sides).sorted() {
            guard let other = runs[unit] else { continue }
            if let together = own.joined(with: other), isAllowed(together) { offer(.together, unit, price(together)) }
            let isPair = !other.source.isEmpty && !other.target.isEmpty
            let instead = own.target.isEmpty ? Runs(source: own.source, target: other.target) : Runs(source: other.source, target: own.target)
            let left = own.target.isEmpty ? Runs(source: other.source, target: 0..<0) : Runs(source: 0..<0, target: other.target)
            if isPair, isAllowed(instead) { offer(.instead, unit, price(instead) + gaps(left)) }
        }
        return best
    }

    // MARK: Prices

    private func isAllowed(_ runs: Runs) -> Bool { AlignmentTable.steps.contains { $0 == (runs.source.count, runs.target.count) } }

    private func price(_ runs: Runs) -> Double {
        runs.source.isEmpty || runs.target.isEmpty ? gaps(runs) : cost.terms(runs.source, runs.target).reduce(0) { $0 + $1.cost }
    }

    private func gaps(_ runs: Runs) -> Double { (cost.sourceGaps[runs.source] + cost.targetGaps[runs.target]).reduce(0, +) }
}

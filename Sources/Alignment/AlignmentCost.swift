import LocalizationModel

/// What it costs to call a run of source segments and a run of target segments translations of each other.
///
/// After Gale and Church (1993, "A program for aligning sentences in bilingual corpora"): the length term is
/// their normalised difference. Structure and shared marks (links, codes, numbers, names) are added to it.
/// Units are nats, smaller is better.
struct AlignmentCost {
    let source: [AlignmentItem]
    let target: [AlignmentItem]
    let words: LexicalEvidence?
    /// The cost of each segment without a partner.
    let sourceGaps: [Double]
    let targetGaps: [Double]
    /// Sums of the lengths of all segments before each.
    private let sourceLengths: [Double]
    private let targetLengths: [Double]
    /// Per segment of the source, what its words can speak for a match.
    private let sourceWords: [Double]
    /// Target length for one unit of source length, over the whole page.
    let ratio: Double

    /// Numbers in nats but for the variance; found by trying them out on the aligned corpora, all locales together.
    enum Weight {
        /// Variance of the target's length per unit of source length.
        static let variance = 4.5
        static let largestLengthCost = 9.0
        static let gap = 3.4
        /// A repeated line is the likeliest to be one too many.
        static let repeatedGap = -1.5
        static let innerGap = 0.3
        static let headingGap = 1.2
        static let markGap = 0.25
        static let largestMarkGap = 1.5
        static let merge = 3.6
        static let fold = 1.0
        /// Sentences of different blocks are rarely merged.
        static let crossingMerge = 3.0
        static let headingMerge = 9.0
        static let largestSharing = 5.0
        static let sameText = 4.0
        static let word = 0.35
        /// What a mark costs that only one side has, for one that both have.
        static let single = 0.9
        static let largestSingle = 4.0
    }

    init(_ source: [AlignmentItem], _ target: [AlignmentItem], _ words: LexicalEvidence?) {
        self.words = words
        sourceGaps = source.map(Self.gap)
        targetGaps = target.map(Self.gap)
        sourceLengths = Self.sums(source)
        targetLengths = Self.sums(target)
        sourceWords = source.indices.map { index in words.map { Weight.word * Double($0.most(index)) } ?? 0 }
        self.source = source
        self.target = target
        let (s, t) = (source.reduce(0) { $0 + $1.length }, target.reduce(0) { $0 + $1.length })
        // Pages that differ in extent must not bend the ratio of their sentences.
        ratio = s > 200 && t > 200 ? min(1.35, max(0.75, t / s)) : 1.05
    }

    private static func sums(_ items: [AlignmentItem]) -> [Double] {
        var sums = [0.0]
        sums.reserveCapacity(items.count + 1)
        for item in items { sums.append(sums[sums.count - 1] + item.length) }
        return sums
    }

    /// The marks of a run, sorted by hash.
    private static func marks(_ items: [AlignmentItem], _ run: Range<Int>) -> [AlignmentItem.Mark] {
        var marks = items[run.lowerBound].marks
        for item in items[run].dropFirst() where !item.marks.isEmpty {
            marks = marks.isEmpty ? item.marks : (marks + item.marks).sorted { $0.hash < $1.hash }
        }
        return marks
    }

    /// The cost of leaving a segment without a partner.
    private static func gap(_ item: AlignmentItem) -> Double {
        var cost = 0.0
        forEachGapPart(item) { cost += $1 }
        return cost
    }

    /// The parts of `gap`, in their order.
    @inline(__always)
    static func forEachGapPart(_ item: AlignmentItem, _ body: (UnitExplanation.GapReason, Double) -> Void) {
        let shape = item.shape
        body(.any, Weight.gap)
        if shape.repeatsNeighbour { body(.repetition, Weight.repeatedGap) }
        if !(shape.startsBlock && shape.endsBlock) { body(.inner, Weight.innerGap) }
        if shape.kind == .heading { body(.heading, Weight.headingGap) }
        if !item.marks.isEmpty { body(.marks, min(Weight.largestMarkGap, Double(item.marks.count) * Weight.markGap)) }
    }

    /// What all these segments cost without partners.
    func gaps(_ s: Range<Int>, _ t: Range<Int>) -> Double { s.reduce(0) { $0 + sourceGaps[$1] } + t.reduce(0) { $0 + targetGaps[$1] } }

    /// Infinite where it is sure to cost more than `limit`, what the same segments cost without partners.
    func match(_ s: Range<Int>, _ t: Range<Int>, limit: Double = .infinity) -> Double {
        let cost = length(s, t) + structure(source[s.lowerBound].shape, target[t.lowerBound].shape) + joining(s, t)
        return cost - gain(s, t) > limit ? .infinity : cost + sharing(s, t) - lexical(s, t)
    }

    /// What `match` adds up; runs of `AlignmentTable.longestRun` at most.
    func terms(_ s: Range<Int>, _ t: Range<Int>) -> [UnitExplanation.Term] {
        [
            .init(.length, length(s, t)), .init(.structure, structure(source[s.lowerBound].shape, target[t.lowerBound].shape)),
            .init(.joining, joining(s, t)), .init(.marks, sharing(s, t)), .init(.words, -lexical(s, t)),
        ]
    }

    private func joining(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        guard s.count + t.count > 2 else { return 0 }
        let isFolded = t.count == 1 && Self.isFold(source, s) || s.count == 1 && Self.isFold(target, t)
        return isFolded ? Weight.fold : Double(s.count + t.count - 2) * Weight.merge + mergePenalty(s, t)
    }

    /// What marks and words can take off the cost of a match at most.
    private func gain(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        let (a, b) = (s.reduce(0) { $0 + source[$1].markWeight }, t.reduce(0) { $0 + target[$1].markWeight })
        // The same text is worth something even without marks.
        return max(Weight.sameText, min(Weight.largestSharing, a, b)) + s.reduce(0) { $0 + sourceWords[$1] }
    }

    private func length(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        let (ls, lt) = lengths(s, t)
        let mean = (ls * ratio + lt) / 2
        let delta = (lt - ls * ratio) / (Weight.variance * max(8, mean)).squareRoot()
        return min(Weight.largestLengthCost, delta * delta / 2)
    }

    func lengths(_ s: Range<Int>, _ t: Range<Int>) -> (source: Double, target: Double) {
        (sourceLengths[s.upperBound] - sourceLengths[s.lowerBound], targetLengths[t.upperBound] - targetLengths[t.lowerBound])
    }

    func structure(_ a: AlignmentItem.Shape, _ b: AlignmentItem.Shape) -> Double {
        var cost = 0.0
        forEachDifference(a, b) { cost += $1 }
        return cost
    }

    /// What differs in the places of two segments, with what it costs.
    @inline(__always)
    func forEachDifference(_ a: AlignmentItem.Shape, _ b: AlignmentItem.Shape, _ body: (UnitExplanation.Difference, Double) -> Void) {
        if a.kind == b.kind {
            if a.level != b.level { body(.level, a.kind == .tableCell ? 3 : a.kind == .heading ? 2 : 0.8) }
        } else if a.kind == .heading || b.kind == .heading {
            body(.heading, 5)
        } else if a.kind == .tableCell || b.kind == .tableCell {
            body(.tableCell, 4)
        } else {
            body(.kind, 1.2)
        }
        if a.repeatsNeighbour != b.repeatsNeighbour { body(.repetition, 2) }
        if a.startsBlock != b.startsBlock { body(.blockStart, 1.5) }
        if a.endsBlock != b.endsBlock { body(.blockEnd, 0.7) }
    }

    private func lexical(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        words.map { Weight.word * Double($0.support(s, t)) } ?? 0
    }

    /// Two segments that say the same to the letter.
    func isSameText(_ s: Range<Int>, _ t: Range<Int>) -> Bool {
        guard s.count == 1, t.count == 1, source[s.lowerBound].textSketch == target[t.lowerBound].textSketch else { return false }
        return !source[s.lowerBound].text.isEmpty && source[s.lowerBound].text.utf8.elementsEqual(target[t.lowerBound].text.utf8)
    }

    /// Negative for shared marks, positive for marks that only one side has.
    private func sharing(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        if isSameText(s, t) { return -Weight.sameText }
        return Self.sharing(Self.marks(source, s), Self.marks(target, t))
    }

    private static func sharing(_ a: [AlignmentItem.Mark], _ b: [AlignmentItem.Mark]) -> Double {
        if a.isEmpty, b.isEmpty { return 0 }
        var (shared, single) = (0.0, 0.0)
        forEachMark(a, b) { side, index in
            switch side {
            case .both: shared += a[index].weight
            case .source: single += a[index].weight
            case .target: single += b[index].weight
            }
        }
        return -min(Weight.largestSharing, shared) + min(Weight.largestSingle, single * Weight.single)
    }

    /// Walks two runs of marks, each sorted by hash: what both have, by its index in `a`, and what only one has.
    @inline(__always)
    static func forEachMark(_ a: [AlignmentItem.Mark], _ b: [AlignmentItem.Mark], _ body: (UnitExplanation.Mark.Side, Int) -> Void) {
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if a[i].hash == b[j].hash {
                body(.both, i)
                i += 1
                j += 1
            } else if a[i].hash < b[j].hash {
                body(.source, i)
                i += 1
            } else {
                body(.target, j)
                j += 1
            }
        }
        for rest in i..<a.count { body(.source, rest) }
        for rest in j..<b.count { body(.target, rest) }
    }

    /// A label whose nested list the other side folds into `label: text`.
    static func isFold(_ items: [AlignmentItem], _ run: Range<Int>) -> Bool {
        guard run.count == 2, case let (first, second) = (items[run.lowerBound].shape, items[run.lowerBound + 1].shape) else { return false }
        return first.item >= 0 && second.outerItem == first.item && first.block != second.block
    }

    /// Sentences of different blocks are rarely merged, a heading and what follows it never.
    private func mergePenalty(_ s: Range<Int>, _ t: Range<Int>) -> Double {
        guard Self.crosses(source, s) || Self.crosses(target, t) else { return 0 }
        return Self.holdsHeading(source, s) || Self.holdsHeading(target, t) ? Weight.headingMerge : Weight.crossingMerge
    }

    /// True where a run reaches beyond a block.
    static func crosses(_ items: [AlignmentItem], _ run: Range<Int>) -> Bool { items[run.lowerBound].shape.block != items[run.upperBound - 1].shape.block }

    /// True where a heading stands in a run behind its first segment.
    static func holdsHeading(_ items: [AlignmentItem], _ run: Range<Int>) -> Bool { run.dropFirst().contains { items[$0].shape.kind == .heading } }
}

/// What links cost at least: cheap to ask, so that the search weighs in full only those that may win.
///
/// A bound leaves out what takes time and can only add to the cost, and takes words and marks at the most that they can be worth. It is a
/// trifle too low, so that rounding never makes it exceed the cost.
struct LinkBounds {
    /// A segment, with the runs of two and three that end with it.
    struct Place {
        /// Without a partner.
        let gap: Double
        let length: Double
        let textSketch: UInt64
        /// What is the same for all segments that stand alike.
        let shape: Int
        /// The weights of the marks of the run of one, two and three.
        let marks: Triple
        /// What it costs to join the run.
        let joining: Triple
    }

    /// Values of runs of one, two and three segments; infinite where there is no such run.
    struct Triple {
        var one = Double.infinity
        var two = Double.infinity
        var three = Double.infinity
    }

    /// A segment of the source, with the runs that end with it and what their words say at least.
    struct Row {
        let place: Place
        /// What the words say where nothing of them is found, in nats.
        let words: Triple
        /// By `Place.shape` of the target, what differs in their places.
        let structure: ArraySlice<Double>
    }

    private let source: [Place]
    private let words: [Triple]
    private let ratio: Double
    let target: [Place]
    /// What differs in the places of two shapes, the source's first.
    private let structure: [Double]
    private let width: Int

    private typealias Weight = AlignmentCost.Weight
    /// Far more than rounding can do.
    private static let trifle = 1e-6

    /// What words say at most, for a match or against it.
    private static var mostWords: Double { Weight.word * Double(LexicalEvidence.limit) }
    @inline(__always)
    private static func limited(words: Double) -> Double { max(-mostWords, min(mostWords, words)) }

    init(_ cost: AlignmentCost) {
        let (from, to) = (Shapes(cost.source), Shapes(cost.target))
        source = Self.places(cost.source, cost.sourceGaps, from)
        target = Self.places(cost.target, cost.targetGaps, to)
        structure = from.kinds.flatMap { a in to.kinds.map { b in cost.structure(a, b) } }
        width = to.kinds.count
        ratio = cost.ratio
        words = cost.source.indices.map { last in
            guard let words = cost.words else { return Triple(one: 0, two: 0, three: 0) }
            return Self.triple(last) { Weight.word * words.least($0) }
        }
    }

    func row(_ index: Int) -> Row {
        let place = source[index]
        return Row(place: place, words: words[index], structure: structure[place.shape * width..<(place.shape + 1) * width])
    }

    /// A value of each run that ends with a segment.
    private static func triple(_ last: Int, _ value: (Range<Int>) -> Double) -> Triple {
        Triple(one: value(last..<last + 1), two: last > 0 ? value(last - 1..<last + 1) : .infinity, three: last > 1 ? value(last - 2..<last + 1) : .infinity)
    }

    private static func places(_ items: [AlignmentItem], _ gaps: [Double], _ shapes: Shapes) -> [Place] {
        items.indices.map { last in
            Place(
                gap: gaps[last], length: items[last].length, textSketch: items[last].textSketch, shape: shapes.numbers[last],
                marks: triple(last) { run in run.reduce(0) { $0 + items[$1].markWeight } }, joining: triple(last) { joining(items, $0) })
        }
    }

    /// What one side's run adds to `AlignmentCost.joining` at least.
    private static func joining(_ items: [AlignmentItem], _ run: Range<Int>) -> Double {
        guard run.count > 1 else { return 0 }
        if AlignmentCost.isFold(items, run) { return Weight.fold }
        let crossing = AlignmentCost.crosses(items, run) ? AlignmentCost.holdsHeading(items, run) ? Weight.headingMerge : Weight.crossingMerge : 0
        return Double(run.count - 1) * Weight.merge + crossing
    }

    /// One segment of either side; `finds` as `LexicalEvidence.addFinds` counts them, in nats of the cost. Infinite where it is above `limit`.
    @inline(__always)
    func pair(_ row: Row, _ column: Place, finds: Double, limit: Double) -> Double {
        let (a, b) = (row.place.marks.one, column.marks.one)
        let marks: Double
        if row.place.textSketch == column.textSketch {
            marks = -max(Weight.sameText, min(Weight.largestSharing, a, b))
        } else {
            marks = min(Weight.largestSingle, abs(a - b) * Weight.single) - min(Weight.largestSharing, a, b)
        }
        let cost = row.structure[row.structure.startIndex + column.shape] + marks - Self.limited(words: row.words.one + finds) - Self.trifle
        return cost > limit ? .infinity : cost + length(row.place.length, column.length)
    }

    /// What the lengths of two runs say, but for rounding.
    @inline(__always)
    func length(_ source: Double, _ target: Double) -> Double {
        let expected = source * ratio
        let delta = target - expected
        return min(Weight.largestLengthCost, delta * delta / (2 * Weight.variance * max(8, (expected + target) / 2)))
    }

    /// A run of either side, by its joining, its marks and its words.
    @inline(__always)
    func merge(_ joining: Double, _ a: Double, _ b: Double, words: Double) -> Double {
        joining - min(Weight.largestSharing, a, b) - Self.limited(words: words) - Self.trifle
    }
}

/// Shapes that cost the same against every other, numbered.
private struct Shapes {
    /// One of each.
    private(set) var kinds: [AlignmentItem.Shape] = []
    /// By segment.
    private(set) var numbers: [Int] = []

    init(_ items: [AlignmentItem]) {
        numbers.reserveCapacity(items.count)
        for item in items {
            let shape = item.shape
            if let number = kinds.lastIndex(where: { Self.areAlike($0, shape) }) {
                numbers.append(number)
            } else {
                numbers.append(kinds.count)
                kinds.append(shape)
            }
        }
    }

    private static func areAlike(_ a: AlignmentItem.Shape, _ b: AlignmentItem.Shape) -> Bool {
        a.kind == b.kind && a.level == b.level && a.startsBlock == b.startsBlock && a.endsBlock == b.endsBlock && a.repeatsNeighbour == b.repeatsNeighbour
    }
}

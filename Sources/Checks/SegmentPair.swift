import LocalizationModel

/// A unit with both sides, in numbers: a rule passes most of them over without a look at the segments.
struct SegmentPair {
    /// One side of a unit, by its first segment.
    struct Side {
        /// Index of the first segment.
        let first: Int
        let count: Int
        /// Of any of the segments.
        let traits: SegmentTraits
        /// True where the first segment is a heading.
        let startsWithHeading: Bool
        /// The block of the first segment.
        let block: Int
        /// True where all segments stand in that block.
        let isInOneBlock: Bool

        init(_ segments: [Segment], _ members: [Int], _ traits: (Int) -> SegmentTraits) {
            first = members[0]
            count = members.count
            block = segments[first].block
            startsWithHeading = segments[first].kind == .heading
            guard members.count > 1 else {
                self.traits = traits(first)
                isInOneBlock = true
                return
            }
            self.traits = members.reduce([]) { $0.union(traits($1)) }
            isInOneBlock = members.allSatisfy { [block] in segments[$0].block == block }
        }
    }

    /// Index into `Bitext.units`.
    let unit: Int
    let state: TranslationUnit.State
    let source: Side
    let target: Side

    static func all(of bitext: Bitext, _ reading: SourceReading) -> [SegmentPair] {
        var pairs: [SegmentPair] = []
        pairs.reserveCapacity(bitext.units.count)
        for index in bitext.units.indices where !bitext.units[index].source.isEmpty && !bitext.units[index].target.isEmpty {
            pairs.append(
                SegmentPair(
                    unit: index, state: bitext.units[index].state,
                    source: Side(bitext.source, bitext.units[index].source) { reading.traits($0) },
                    target: Side(bitext.target, bitext.units[index].target) { SegmentTraits(bitext.target, $0) }))
        }
        return pairs
    }
}

/// What a segment states, and what it is: whether a rule has to look at it.
struct SegmentTraits: OptionSet {
    let rawValue: UInt16

    static let numbers = Self(rawValue: 1 << 0)
    /// A number in digits.
    static let digits = Self(rawValue: 1 << 1)
    /// Identifiers or code spans.
    static let codes = Self(rawValue: 1 << 2)
    static let links = Self(rawValue: 1 << 3)
    /// Strong or emphasised words.
    static let emphasis = Self(rawValue: 1 << 4)
    static let names = Self(rawValue: 1 << 5)
    static let heading = Self(rawValue: 1 << 6)
    static let listItem = Self(rawValue: 1 << 7)
    static let other = Self(rawValue: 1 << 8)
    /// A number in digits that may be grouped.
    static let thousands = Self(rawValue: 1 << 9)

    /// What survives translation.
    static let marks: Self = [.digits, .codes, .links]

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Of a segment of a page.
    init(_ page: [Segment], _ index: Int) {
        var traits: Self =
            switch page[index].kind {
            case .heading: .heading
            case .listItem: .listItem
            default: .other
            }
        let numbers = page[index].facts.numbers
        if !numbers.isEmpty {
            traits.insert(.numbers)
            for number in numbers where number.strength == .digits { traits.insert(number.value >= 1_000 ? [.digits, .thousands] : .digits) }
        }
        if !page[index].facts.codes.isEmpty || !page[index].facts.inlineCode.isEmpty { traits.insert(.codes) }
        if !page[index].facts.destinations.isEmpty { traits.insert(.links) }
        if !page[index].facts.strong.isEmpty || !page[index].facts.emphasised.isEmpty { traits.insert(.emphasis) }
        if !page[index].facts.names.isEmpty { traits.insert(.names) }
        self = traits
    }
}

/// The segments of one side of a unit, looked at where they are: copying one costs more than most questions about it.
struct UnitSide {
    private let page: [Segment]
    /// Ascending indices into the page's segments; never empty.
    let members: [Int]

    init(of page: [Segment], _ members: [Int]) {
        self.page = page
        self.members = members
    }

    var count: Int { members.count }
    /// The segments themselves, for a finding.
    var segments: [Segment] { members.map { page[$0] } }
    /// The words of all segments.
    var plain: String { count == 1 ? self[0].plain : members.map { page[$0].facts.plain }.joined(separator: " ") }

    @inline(__always) subscript(index: Int) -> SegmentFacts { _read { yield page[members[index]].facts } }
    @inline(__always) func kind(_ index: Int) -> Segment.Kind { page[members[index]].kind }

    /// What all segments state, in order.
    @inline(__always) func all<Value>(_ values: (SegmentFacts) -> [Value]) -> [Value] {
        if count == 1 { return values(self[0]) }
        var all: [Value] = []
        for index in members.indices { all += values(self[index]) }
        return all
    }

    @inline(__always) func contains(where isSo: (SegmentFacts) -> Bool) -> Bool {
        for index in members.indices where isSo(self[index]) { return true }
        return false
    }
}

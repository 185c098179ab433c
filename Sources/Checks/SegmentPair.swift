import LocalizationModel

/// A unit with both sides.
struct SegmentPair {
    /// Index into `Bitext.units`.
    let unit: Int
    let state: TranslationUnit.State
    let sources: UnitSide
    let targets: UnitSide

    /// The segments themselves, for a finding.
    var source: [Segment] { sources.segments }
    var target: [Segment] { targets.segments }

    static func all(of bitext: Bitext) -> [SegmentPair] {
        bitext.units.indices.compactMap { index in
            let unit = bitext.units[index]
            guard !unit.source.isEmpty, !unit.target.isEmpty else { return nil }
            return SegmentPair(
                unit: index, state: unit.state, sources: UnitSide(of: bitext.source, unit.source), targets: UnitSide(of: bitext.target, unit.target))
        }
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
    var segments: [Segment] { members.map { page[$0] } }
    /// The words of all segments.
    var plain: String { count == 1 ? self[0].plain : members.map { page[$0].facts.plain }.joined(separator: " ") }

    @inline(__always) subscript(index: Int) -> SegmentFacts { _read { yield page[members[index]].facts } }
    @inline(__always) func kind(_ index: Int) -> Segment.Kind { page[members[index]].kind }
    @inline(__always) func block(_ index: Int) -> Int { page[members[index]].block }

    /// True where all segments stand in a block.
    func isIn(_ block: Int) -> Bool { members.allSatisfy { page[$0].block == block } }

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

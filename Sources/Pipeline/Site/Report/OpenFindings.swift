import LocalizationModel

/// The findings about a page that no unit has taken yet, by line: each is taken once, and found without looking at all others.
struct OpenFindings {
    private let findings: [Finding]
    private var isTaken: [Bool]
    /// Line in the translation → indices, ascending.
    private var byTarget: [Int: [Int]] = [:]
    /// The same for findings that only have a place in the source.
    private var bySource: [Int: [Int]] = [:]

    init(_ findings: [Finding]) {
        self.findings = findings
        isTaken = Array(repeating: false, count: findings.count)
        for (index, finding) in findings.enumerated() {
            if let target = finding.target {
                for line in Self.lines(target) { byTarget[line, default: []].append(index) }
            } else if let source = finding.source {
                for line in Self.lines(source) { bySource[line, default: []].append(index) }
            }
        }
    }

    /// The lines that a place covers; of a longer one than any paragraph the first ones.
    private static func lines(_ place: Finding.Place) -> ClosedRange<Int> { place.line...max(place.line, min(place.endLine, place.line + longestPlace)) }

    private static let longestPlace = 64

    /// Takes the findings that stand on the first line of one of these segments and belong to them, in their order.
    mutating func take(target: [Segment], source: [Segment] = [], where belongs: (Finding) -> Bool) -> [Finding] {
        if byTarget.isEmpty, bySource.isEmpty { return [] }
        if !target.contains(where: { byTarget[$0.line] != nil }), !source.contains(where: { bySource[$0.line] != nil }) { return [] }
        let lines = Set(target.map(\.line)).flatMap { byTarget[$0] ?? [] } + Set(source.map(\.line)).flatMap { bySource[$0] ?? [] }
        let own = Set(lines).sorted().filter { !isTaken[$0] && belongs(findings[$0]) }
        for index in own { isTaken[index] = true }
        return own.map { findings[$0] }
    }

    /// What nobody has taken.
    var rest: [Finding] { zip(findings, isTaken).filter { !$1 }.map(\.0) }
}

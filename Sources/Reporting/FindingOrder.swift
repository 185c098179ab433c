import LocalizationModel

extension CheckReport {
    /// So many findings at most, the worst kept and what is new before what is known, in the order of all output.
    func worst(_ most: Int, where isWanted: (ReportedFinding) -> Bool = { _ in true }) -> [ReportedFinding] {
        let wanted = findings.filter(isWanted)
        guard wanted.count > most else { return wanted }
        return Self.ranked(wanted).prefix(most).sorted().map { wanted[$0] }
    }

    /// The worst first, those of a kind in the order of all output.
    func worstFirst(where isWanted: (ReportedFinding) -> Bool) -> [ReportedFinding] {
        let wanted = findings.filter(isWanted)
        return Self.ranked(wanted).map { wanted[$0] }
    }

    /// Places in the order of importance: sorted into as many heaps as there are kinds, which takes linear time.
    private static func ranked(_ findings: [ReportedFinding]) -> [Int] {
        var heaps: [[Int]] = Array(repeating: [], count: 4 * Severity.allCases.count)
        for (index, item) in findings.enumerated() { heaps[rank(item)].append(index) }
        return heaps.flatMap { $0 }
    }

    private static func rank(_ item: ReportedFinding) -> Int {
        let state =
            switch item.state {
            case .new: 0
            case nil: 1
            case .known: 2
            case .suppressed: 3
            }
        let severity = (Severity.allCases.firstIndex(of: item.finding.severity) ?? 0) + 1
        let kinds = Severity.allCases.count
        // Of open findings the severity counts first, then whether they are new.
        return state < 2 ? 2 * (kinds - severity) + state : state * kinds + kinds - severity
    }
}

/// Counts how often each fingerprint was met: a sentence that stands twice on a page has two findings of one identity.
struct FingerprintCounter {
    private var counts: [String: Int] = [:]

    /// From 1.
    mutating func next(_ fingerprint: String) -> Int {
        counts[fingerprint, default: 0] += 1
        return counts[fingerprint] ?? 1
    }
}

extension Finding {
    /// The file and line to look at, line 1 for a finding about the page.
    var line: Int { target?.start.line ?? 1 }

    /// The place that the finding is about: the very words where they are known, else the segment.
    var extent: Extent? { target.map(Extent.init) }

    /// A range of a file as reports give it: from 1, the end not included.
    struct Extent {
        let line: Int
        let column: Int
        let endLine: Int
        let endColumn: Int
        /// The columns counted in bytes of UTF-8.
        let byteColumn: Int
        let endByteColumn: Int
        /// What stands there, as a segment has it.
        let text: String

        /// True where the file has this very text there: on one line, without the marks of containers between.
        var isText: Bool { line == endLine && text.unicodeScalars.count == endColumn - column }

        init(_ place: Place) {
            // A mark is on one line; several ones are shown as the segment that holds them.
            if place.marks.count == 1, let mark = place.marks.first {
                line = mark.line
                column = mark.column
                endLine = mark.line
                endColumn = mark.column + mark.text.unicodeScalars.count
                byteColumn = mark.byteColumn
                endByteColumn = mark.byteColumn + mark.text.utf8.count
                text = mark.text
            } else {
                line = place.line
                column = place.column
                endLine = place.endLine
                endColumn = place.endColumn
                byteColumn = place.byteColumn
                endByteColumn = place.endByteColumn
                text = place.text
            }
        }
    }
}

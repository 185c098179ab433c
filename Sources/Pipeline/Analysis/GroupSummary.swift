import LocalizationModel
import Rendering

extension SeverityCounts {
    /// The findings of these groups together.
    public init(_ groups: [GroupSummary]) {
        self.init()
        for count in groups.lazy.flatMap(\.counts) { add(count.severity, count.count) }
    }
}

/// What is kept of a group once it was judged and its pages are written: all that indices, totals and the exit status need.
public struct GroupSummary: Hashable, Sendable {
    /// What the matrix shows of one page in one locale.
    struct Cell: Hashable, Sendable {
        let status: LocaleStatus
        let worst: Sign?
        /// Those at warning or above: what somebody has to do.
        let findings: Int
        let stale: Int
    }

    /// How often a rule spoke of a locale with one severity.
    struct FindingCount: Hashable, Sendable {
        let rule: String
        let locale: LocaleTag
        let severity: Severity
        let count: Int
    }

    let path: String
    let cells: [LocaleTag: Cell]
    /// Of findings that no comment explains; sorted.
    let counts: [FindingCount]
    /// Nil for a group without a page of facts.
    let facts: FactsWriter.Row?

    /// Pages that were judged.
    public var pages: Int { cells.values.count { $0.status.pages > 0 } }
    /// How far each locale of the group is, in the order of the tags.
    public var statuses: [LocaleStatus] { cells.sorted { $0.key < $1.key }.map(\.value.status) }

    init(path: String, cells: [LocaleTag: Cell], counts: [FindingCount], facts: FactsWriter.Row?) {
        self.path = path
        self.cells = cells
        self.counts = counts
        self.facts = facts
    }

    init(_ analysed: AnalysedGroup) {
        path = analysed.group.path
        let open = analysed.findings.filter { $0.suppression == nil }
        var cells: [LocaleTag: Cell] = [:]
        for status in PageStatus.of(analysed) {
            let own = open.filter { $0.locale == status.locale }
            let worst = own.filter { $0.severity > .note }.max { ($0.severity, $0.sign.urgency) < ($1.severity, $1.sign.urgency) }
            cells[status.locale] = Cell(
                status: status, worst: worst?.sign, findings: own.count { $0.severity > .note }, stale: own.count(where: \.isStale))
        }
        self.cells = cells
        struct Kind: Hashable {
            let rule: String
            let locale: LocaleTag
            let severity: Severity
        }
        let counted = Dictionary(open.map { (Kind(rule: $0.rule, locale: $0.locale, severity: $0.severity), 1) }, uniquingKeysWith: +)
        counts = counted.map { FindingCount(rule: $0.rule, locale: $0.locale, severity: $0.severity, count: $1) }
            .sorted { ($0.rule, $0.locale, $0.severity) < ($1.rule, $1.locale, $1.severity) }
        facts = FactsWriter.row(analysed)
    }
}

extension Sign {
    /// Which of two signs of the same severity a cell shows.
    var urgency: Int {
        switch self {
        case .disagreeing: 4
        case .lacking: 3
        case .outdated: 2
        case .added: 1
        case .structure: 0
        }
    }
}

import LocalizationModel

/// The baseline as a site's report shows it: what is new beside it, and what was fixed.
struct SiteBaseline: Sendable {
    /// What became of one page's findings.
    struct Changes: Hashable, Sendable {
        /// Findings that the baseline does not hold, by locale.
        var new: [LocaleTag: Int] = [:]
        var fixed: [Baseline.Entry] = []
    }

    /// Nil where nothing is compared.
    let baseline: Baseline?

    /// What the report of a page depends on.
    func digest(of page: String) -> UInt64 {
        guard let baseline else { return 0 }
        var writer = ByteWriter()
        writer.text(baseline.least.rawValue)
        writer.list(baseline.entries(of: page).sorted()) { writer, entry in
            writer.text(entry.fingerprint)
            writer.text(entry.severity.rawValue)
            writer.number(entry.count)
        }
        return Digest.fast(writer.bytes)
    }

    /// Of the whole baseline, for what tells of many pages.
    var digest: UInt64 { baseline.map { Digest.fast(BaselineFile.text($0)) } ?? 0 }

    /// Where each finding of a page stands; nil without a baseline, but for those that a comment explains.
    func comparison(_ findings: [Finding], on page: String) -> BaselineComparison {
        BaselineComparison(findings, on: page, with: baseline, fingerprint: Fingerprint.of)
    }

    /// What to tell of one page.
    func changes(_ comparison: BaselineComparison) -> Changes? {
        guard baseline != nil else { return nil }
        var changes = Changes(fixed: comparison.fixed)
        for item in comparison.findings where item.state == .new { changes.new[item.finding.locale, default: 0] += 1 }
        return changes
    }

    /// Of pages that are there no more.
    func gone(_ tree: ContentTree) -> [Baseline.Entry] {
        guard let baseline else { return [] }
        let present = Set(tree.groups.map(\.path))
        return baseline.pages.filter { !present.contains($0) }.sorted().flatMap { baseline.entries(of: $0).sorted() }
    }
}

/// Where findings that look the same stand, handed out one by one.
struct FindingStates {
    private var waiting: [String: [FindingState?]] = [:]

    init(_ comparison: BaselineComparison, in locale: LocaleTag) {
        for item in comparison.findings where item.finding.locale == locale { waiting[item.fingerprint, default: []].append(item.state) }
    }

    mutating func next(_ fingerprint: String) -> FindingState? {
        guard let first = waiting[fingerprint]?.first else { return nil }
        waiting[fingerprint]?.removeFirst()
        return first
    }
}

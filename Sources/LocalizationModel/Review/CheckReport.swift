/// A finding as a report shows it.
public struct ReportedFinding: Sendable {
    public let finding: Finding
    /// What it is recognised by in a later run, 16 hexadecimal digits.
    public let fingerprint: String
    /// Nil where there is no baseline to tell.
    public let state: FindingState?

    public init(_ finding: Finding, fingerprint: String, state: FindingState?) {
        self.finding = finding
        self.fingerprint = fingerprint
        self.state = state
    }

    /// True where somebody has to act: neither accepted nor explained away.
    public var isOpen: Bool { state != .known && state != .suppressed }
}

/// Everything that one run of `check` found: the one thing that all formats are made of.
public struct CheckReport: Sendable {
    /// In the order of all output; suppressed ones and those of the baseline among them.
    public let findings: ReportedFindings
    /// What the baseline holds and the pages have no more; nil without a baseline.
    public let fixed: [Baseline.Entry]?
    /// The rules, in the order of the documentation.
    public let rules: [RuleMetadata]
    /// How far each locale is, in the order of the tags.
    public let locales: [LocaleStatus]
    public let sourceLocale: LocaleTag
    /// Of the pages that findings and what was fixed are on.
    public let files: PageFiles
    /// Pages that were judged.
    public let pages: Int
    /// From which severity on a finding fails the check; nil where none does.
    public let threshold: Severity?
    /// What could not be done: the report is right without it, but not whole.
    public let problems: [HexaplaError]
    /// What a reader of the report should know of how it was made.
    public let notices: [String]
    /// The program's.
    public let version: String

    public init(
        findings: ReportedFindings, fixed: [Baseline.Entry]?, rules: [RuleMetadata], locales: [LocaleStatus], sourceLocale: LocaleTag,
        files: PageFiles = PageFiles(), pages: Int, threshold: Severity?, problems: [HexaplaError] = [], notices: [String] = [],
        version: String
    ) {
        self.findings = findings
        self.fixed = fixed
        self.rules = rules
        self.locales = locales
        self.sourceLocale = sourceLocale
        self.files = files
        self.pages = pages
        self.threshold = threshold
        self.problems = problems
        self.notices = notices
        self.version = version
    }

    /// The file that a finding's `source` counts in; nil where the source was recovered.
    public func sourceFile(of finding: Finding) -> String? { files[finding.page, sourceLocale] }

    /// Findings that somebody has to act on.
    public var open: [ReportedFinding] { findings.filter(\.isOpen) }
    /// How many of them there are by severity.
    public var counts: SeverityCounts { findings.open }
    /// True where an open finding is at the threshold or above.
    public var fails: Bool { threshold.map { counts.contains(atLeast: $0) } ?? false }
}

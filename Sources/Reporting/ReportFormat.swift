import LocalizationModel

/// What a report can be written as: all of them from the same `CheckReport`.
public enum ReportFormat: String, Sendable, CaseIterable {
    /// For people at a terminal.
    case text
    case json
    /// For GitHub's code scanning and editors.
    case sarif
    case junit
    /// GitLab's code quality.
    case gitlab
    /// Reviewdog's.
    case rdjson
    /// Annotations by GitHub Actions.
    case github
    /// The page of a job of GitHub Actions.
    case summary
    /// A comment on a pull request.
    case markdown

    public init?(named name: String) { self.init(rawValue: name) }

    public static let names = allCases.map(\.rawValue)

    /// - Parameter width: columns; nil where there is no terminal.
    public func document(_ report: CheckReport, style: TerminalStyle, width: Int?) -> [UInt8] {
        switch self {
        case .text: Array(TerminalReport(style: style, width: width).text(report).utf8)
        case .json: FindingsJSON.report(report)
        case .sarif: SARIFReport.report(report)
        case .junit: JUnitReport.report(report)
        case .gitlab: CodeQualityReport.report(report)
        case .rdjson: ReviewdogReport.report(report)
        case .github: Array(WorkflowCommands.text(report).utf8)
        case .summary: Array(JobSummary.text(report).utf8)
        case .markdown: Array(PullRequestComment.text(report).utf8)
        }
    }
}

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

    public init?(named name: String) { self.init(rawValue: name) }

    public static let names = allCases.map(\.rawValue)

    /// - Parameter width: columns; only a terminal has any.
    public func document(_ report: CheckReport, style: TerminalStyle, width: Int) -> [UInt8] {
        switch self {
        case .text: Array(TerminalReport(style: style, width: width).text(report).utf8)
        case .json: FindingsJSON.report(report)
        case .sarif: SARIFReport.report(report)
        case .junit: JUnitReport.report(report)
        case .gitlab: CodeQualityReport.report(report)
        case .rdjson: ReviewdogReport.report(report)
        }
    }
}

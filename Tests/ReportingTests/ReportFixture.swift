import LocalizationModel
import Reporting
import TestSupport

/// A small check with one finding of each kind.
enum ReportFixture {
    static let hostile =
        "\u{1B}[31m red \u{9B}2J \u{202E}txt.exe\u{2066} @team #12 <script>alert(1)</script> [link](javascript:x) | `code` ]]> ::error::x %0A\u{0}\u{FFFE}"

    static let rules = [
        RuleMetadata(
            id: "number-mismatch", severity: .error, sign: .disagreeing, scope: .unit, issueType: "numbers", summary: "Numbers differ.",
            explanation: "Readers are told {0} another number.", examples: []),
        RuleMetadata(
            id: "stale-page", severity: .warning, sign: .outdated, scope: .page, issueType: "inconsistency", summary: "The source moved on.",
            explanation: "Translate anew.", examples: []),
    ]

    static func finding(
        _ rule: String = "number-mismatch", _ severity: Severity = .error, message: String = "Number '4' here, '5' in the source", page: String = "a.md",
        line: Int = 12, text: String = "金級では 4 人", marks: [Finding.Mark] = [], suppression: String? = nil
    ) throws -> Finding {
        let locale = try ModelFixture.tag("ja-JP")
        return Finding(
            rule: rule, severity: severity, sign: .disagreeing, message: message, page: page, locale: locale, file: "docs/ja-JP/\(page)",
            source: .init(line: 3, column: 1, endLine: 3, text: "Gold: 5 people"),
            target: .init(line: line, column: 3, endLine: line, text: text, marks: marks), suppression: suppression)
    }

    /// States are those of a run with a baseline, unless `fixed` is nil.
    static func report(
        _ items: [(Finding, FindingState?)], fixed: [Baseline.Entry]? = [], threshold: Severity? = .error, problems: [HexaplaError] = []
    ) throws -> CheckReport {
        let (source, target) = (try ModelFixture.tag("en-US"), try ModelFixture.tag("ja-JP"))
        var files = PageFiles()
        files["a.md", source] = "docs/en-US/a.md"
        files["a.md", target] = "docs/ja-JP/a.md"
        var status = LocaleStatus(locale: target)
        (status.pages, status.translated, status.untranslated) = (2, 3, 1)
        return CheckReport(
            findings: ReportedFindings([.init(items.map { ReportedFinding($0.0, fingerprint: "0123456789abcdef", state: $0.1) })]), fixed: fixed, rules: rules,
            locales: [status],
            sourceLocale: source, files: files, pages: 2, threshold: threshold, problems: problems, version: "1.0")
    }

    static func entry(_ page: String = "a.md") throws -> Baseline.Entry {
        Baseline.Entry(
            fingerprint: "fedcba9876543210", rule: "stale-page", severity: .warning, page: page, locale: try ModelFixture.tag("ja-JP"), message: "was old")
    }

    static func text(_ format: ReportFormat, _ report: CheckReport) -> String {
        String(decoding: format.document(report, style: TerminalStyle(isColoured: false), width: nil), as: UTF8.self)
    }
}

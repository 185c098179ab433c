import LocalizationModel

/// A check in the Reviewdog Diagnostic Format (`rdjson`: one DiagnosticResult). Columns are bytes of UTF-8; ends are not included.
///
/// There are no suggestions: what a translation should say is nothing that a program is sure of.
public enum ReviewdogReport {
    public static func report(_ report: CheckReport) -> [UInt8] {
        let counts = report.counts
        var writer = JSONWriter(indent: 1)
        writer.object { writer in
            writer.key("source")
            writer.object { $0.member("name", "hexapla") }
            if let worst = Severity.allCases.reversed().first(where: { counts[$0] > 0 }) { writer.member("severity", severity(worst)) }
            writer.key("diagnostics")
            writer.array(report.findings.lazy.filter(\.isOpen)) { write($1.finding, &$0) }
        }
        writer.newline()
        return writer.bytes
    }

    private static func write(_ finding: Finding, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("message", message(finding))
            writer.key("location")
            writer.object { writer in
                writer.member("path", finding.file)
                guard let extent = finding.extent else { return }
                writer.key("range")
                writer.object { writer in
                    position("start", extent.line, extent.byteColumn, &writer)
                    position("end", extent.endLine, extent.endByteColumn, &writer)
                }
            }
            writer.member("severity", severity(finding.severity))
            writer.key("code")
            writer.object { $0.member("value", finding.rule) }
        }
    }

    private static func position(_ name: String, _ line: Int, _ column: Int, _ writer: inout JSONWriter) {
        writer.key(name)
        writer.object { writer in
            writer.member("line", line)
            writer.member("column", column)
        }
    }

    /// Reviewdog posts it as a comment, in Markdown.
    private static func message(_ finding: Finding) -> String {
        var text = "\(finding.sign.rawValue) \(MarkdownText.of(finding.message))"
        if let source = finding.source { text += "\n\nSource, line \(source.line): \(MarkdownText.of(source.text.shortened(500)))" }
        return text
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .note: "INFO"
        case .warning: "WARNING"
        case .error: "ERROR"
        }
    }
}

import LocalizationModel

/// A check as workflow commands, of which GitHub Actions makes annotations in the pull request's files.
public enum WorkflowCommands {
    /// GitHub shows so many of each kind for a step (and 50 for a job).
    static let mostOfAKind = 10

    public static func text(_ report: CheckReport) -> String {
        let open = report.worstFirst(where: \.isOpen)
        var shown: [Severity: Int] = [:]
        var text = ""
        for item in open where shown[item.finding.severity, default: 0] < mostOfAKind {
            shown[item.finding.severity, default: 0] += 1
            text += command(item.finding)
        }
        for problem in report.problems { text += "::error title=hexapla::\(data(problem.description))\n" }
        for notice in report.notices { text += "::notice title=hexapla::\(data(notice))\n" }
        let counts = report.counts
        let left = Severity.allCases.reversed().filter { counts[$0] > mostOfAKind }
            .map { MarkdownReport.count(counts[$0] - mostOfAKind, "more \($0.rawValue)") }
        text += "hexapla: \(TerminalReport(style: TerminalStyle(isColoured: false), width: nil).summary(counts, pages: report.pages))"
        if !left.isEmpty { text += "hexapla: \(left.joined(separator: ", ")) not annotated: GitHub shows \(mostOfAKind) of a kind\n" }
        return text
    }

    private static func command(_ finding: Finding) -> String {
        let kind = finding.severity == .note ? "notice" : finding.severity.rawValue
        var properties = [("file", finding.file), ("line", "\(finding.line)")]
        if let extent = finding.extent {
            properties.append(("endLine", "\(extent.endLine)"))
            // Columns are for annotations of one line.
            if extent.line == extent.endLine { properties += [("col", "\(extent.column)"), ("endColumn", "\(max(extent.column, extent.endColumn - 1))")] }
        }
        properties.append(("title", "\(finding.sign.rawValue) \(finding.rule)"))
        var message = finding.message
        if let source = finding.source { message += "\nSource, line \(source.line): \(source.text.shortened(300))" }
        if let match = finding.evidence?.translation { message += "\nPerhaps: \(match.entry.target.shortened(300))" }
        return "::\(kind) " + properties.map { "\($0)=\(property($1))" }.joined(separator: ",") + "::\(data(message))\n"
    }

    // MARK: Escapes, as the runner undoes them

    private static func data(_ text: String) -> String { escaped(text) { _ in false } }

    private static func property(_ text: String) -> String { escaped(VisibleText.of(text)) { $0 == ":" || $0 == "," } }

    private static func escaped(_ text: String, also isEscaped: (Unicode.Scalar) -> Bool) -> String {
        var result = ""
        for scalar in VisibleText.of(text, keepingLines: true).unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isEscaped(scalar): result += "%3A"
            case "," where isEscaped(scalar): result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

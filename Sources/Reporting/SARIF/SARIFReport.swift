import LocalizationModel

/// A check as SARIF (OASIS Static Analysis Results Interchange Format 2.1.0), within what GitHub's code scanning takes in.
public enum SARIFReport {
    /// Code scanning shows so many results of a run.
    static let mostResults = 5_000
    /// Names the folder that all paths count from; whoever reads the file knows it.
    static let root = "%SRCROOT%"
    static let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    public static func report(_ report: CheckReport) -> [UInt8] {
        let shown = report.worst(mostResults)
        let fixed = (report.fixed ?? []).prefix(mostResults - shown.count)
        let omitted = report.findings.count - shown.count + (report.fixed?.count ?? 0) - fixed.count
        let rules = SARIFRules(report.rules)
        var writer = JSONWriter(indent: 1)
        writer.object { writer in
            writer.member("$schema", schema)
            writer.member("version", "2.1.0")
            writer.key("runs")
            writer.array { writer in
                writer.object { writer in
                    writer.key("tool")
                    rules.tool(version: report.version, &writer)
                    writer.key("originalUriBaseIds")
                    base(&writer)
                    writer.member("columnKind", "unicodeCodePoints")
                    writer.key("invocations")
                    invocation(report, omitted: omitted, &writer)
                    writer.key("results")
                    writer.array { writer in
                        var results = SARIFResults(report, rules)
                        for item in shown { results.write(item, &writer) }
                        for entry in fixed { results.write(entry, &writer) }
                    }
                    writer.key("properties")
                    properties(report, shown: shown.count + fixed.count, omitted: omitted, &writer)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func base(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.key(root)
            writer.object { writer in
                writer.key("description")
                message("The folder that hexapla ran in: the root of the repository.", &writer)
            }
        }
    }

    /// What could not be done, and what is not in the file.
    private static func invocation(_ report: CheckReport, omitted: Int, _ writer: inout JSONWriter) {
        var notes: [(level: String, text: String)] = report.problems.map { ("error", $0.description) }
        notes += report.notices.map { ("note", $0) }
        if omitted > 0 {
            notes.append(("warning", "\(omitted) further findings are left out of this file, which holds the worst \(mostResults); see run.properties"))
        }
        writer.array { writer in
            writer.object { writer in
                writer.member("executionSuccessful", report.problems.isEmpty)
                guard !notes.isEmpty else { return }
                writer.key("toolExecutionNotifications")
                writer.array(notes) { writer, note in
                    writer.object { writer in
                        writer.member("level", note.level)
                        writer.key("message")
                        message(note.text, &writer)
                    }
                }
            }
        }
    }

    private static func properties(_ report: CheckReport, shown: Int, omitted: Int, _ writer: inout JSONWriter) {
        let states = Dictionary(grouping: report.findings) { $0.state?.rawValue ?? "unjudged" }.mapValues(\.count)
        let levels = report.counts
        writer.object { writer in
            writer.member("pages", report.pages)
            writer.key("open")
            writer.object { writer in for severity in Severity.allCases.reversed() { writer.member(severity.rawValue, levels[severity]) } }
            for state in FindingState.allCases { writer.member(state.rawValue, states[state.rawValue] ?? 0) }
            writer.member("fixed", report.fixed?.count)
            writer.member("shown", shown)
            writer.member("omitted", omitted)
            writer.key("percentTranslated")
            writer.object(Dictionary(report.locales.map { ($0.locale, $0.percent) }, uniquingKeysWith: { first, _ in first })) { $0.number($1) }
        }
    }

    // MARK: Messages

    static func message(_ text: String, _ writer: inout JSONWriter) { writer.object { $0.member("text", plain(text)) } }

    /// Braces are doubled (section 3.11.5); nothing may read as an embedded link (section 3.11.6).
    static func plain(_ text: String) -> String {
        let text = VisibleText.of(text)
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }) else { return text }
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "(", last == "]" { result.append(" ") }
            result.append(scalar)
            if scalar == "{" || scalar == "}" { result.append(scalar) }
            last = scalar
        }
        return String(result)
    }
}

import LocalizationModel

/// Findings as JSON; the fields are a contract with scripts: they may be added to, never renamed.
public enum FindingsJSON {
    /// Spaces per level.
    private static let indent = 1

    /// `{"findings":[…]}`. `fingerprint` digests a finding's identity. With an explained alignment also `"alignment":[…]`.
    public static func report(
        _ findings: [Finding], alignment: (bitext: Bitext, explanations: [UnitExplanation])? = nil, fingerprint: (String) -> String
    ) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.object { writer in
            writer.key("findings")
            writer.array(findings) { write(ReportedFinding($1, fingerprint: fingerprint($1.identity), state: nil), &$0) }
            if let alignment {
                writer.key("alignment")
                ExplanationJSON.write(alignment.bitext, alignment.explanations, &writer)
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// The findings of a check, with what became of them since the baseline.
    public static func report(_ report: CheckReport) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.object { writer in
            writer.key("findings")
            writer.array(report.findings.lazy.filter { $0.state != .suppressed }) { write($1, &$0) }
            writer.key("suppressed")
            writer.array(report.findings.lazy.filter { $0.state == .suppressed }) { write($1, &$0) }
            if let fixed = report.fixed {
                writer.key("fixed")
                writer.array(fixed) { writer, entry in write(entry, &writer) }
            }
            if !report.problems.isEmpty { writer.member("problems", report.problems.map(\.description)) }
        }
        writer.newline()
        return writer.bytes
    }

    private static func write(_ entry: Baseline.Entry, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("rule", entry.rule)
            writer.member("severity", entry.severity.rawValue)
            writer.member("message", entry.message)
            writer.member("page", entry.page)
            writer.member("locale", entry.locale.description)
            writer.member("fingerprint", entry.fingerprint)
            writer.member("count", entry.count)
        }
    }

    private static func write(_ item: ReportedFinding, _ writer: inout JSONWriter) {
        let finding = item.finding
        writer.object { writer in
            writer.member("rule", finding.rule)
            writer.member("severity", finding.severity.rawValue)
            writer.member("message", finding.message)
            writer.member("page", finding.page)
            writer.member("locale", finding.locale.description)
            writer.member("path", finding.file)
            if let key = finding.key { writer.member("key", key) }
            writer.key("source")
            place(finding.source, &writer)
            writer.key("target")
            place(finding.target, &writer)
            if let evidence = finding.evidence {
                writer.key("evidence")
                writer.object { writer in
                    if let expected = evidence.expected { writer.member("expected", expected) }
                    if let found = evidence.found { writer.member("found", found) }
                    if let after = evidence.after {
                        writer.key("after")
                        place(after, &writer)
                    }
                    if let match = evidence.translation {
                        writer.key("translation")
                        writer.object { writer in
                            writer.member("text", match.entry.target)
                            writer.member("source", match.entry.source)
                            writer.member("page", match.entry.page)
                            writer.member("line", match.entry.line)
                            writer.key("similarity")
                            writer.number(match.similarity)
                        }
                    }
                    if !evidence.edits.isEmpty {
                        writer.key("edits")
                        writer.array(evidence.edits) { writer, edit in
                            writer.object { writer in
                                writer.member("removed", edit.removed)
                                writer.member("added", edit.added)
                            }
                        }
                    }
                }
            }
            writer.member("fingerprint", item.fingerprint)
            if let state = item.state { writer.member("state", state.rawValue) }
            if let reason = finding.suppression { writer.member("reason", reason) }
        }
    }

    private static func place(_ place: Finding.Place?, _ writer: inout JSONWriter) {
        guard let place else { return writer.null() }
        writer.object { writer in
            writer.member("line", place.line)
            writer.member("column", place.column)
            writer.member("end_line", place.endLine)
            writer.member("text", place.text)
            guard !place.marks.isEmpty else { return }
            writer.key("marks")
            writer.array(place.marks) { writer, mark in
                writer.object { writer in
                    writer.member("line", mark.line)
                    writer.member("column", mark.column)
                    writer.member("text", mark.text)
                }
            }
        }
    }
}

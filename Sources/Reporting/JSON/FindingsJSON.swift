import LocalizationModel

/// Findings as JSON; the fields are a contract with scripts: they may be added to, never renamed.
public enum FindingsJSON {
    /// `{"findings":[…]}`. `fingerprint` digests a finding's identity. With an explained alignment also `"alignment":[…]`.
    public static func report(
        _ findings: [Finding], alignment: (bitext: Bitext, explanations: [UnitExplanation])? = nil, fingerprint: (String) -> String
    ) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.object { writer in
            writer.key("findings")
            writer.array(findings) { write($1, fingerprint, &$0) }
            if let alignment {
                writer.key("alignment")
                ExplanationJSON.write(alignment.bitext, alignment.explanations, &writer)
            }
        }
        writer.newline()
        return writer.bytes
    }

    /// The same, piece by piece, from what `elements` made of parts of the findings.
    public static func write(_ parts: [[UInt8]], to output: ([UInt8]) -> Void) {
        output(Array("{\n \"findings\": [".utf8))
        var isFirst = true
        for part in parts where !part.isEmpty {
            output(isFirst ? lineStart : [UInt8(ascii: ",")] + lineStart)
            output(part)
            isFirst = false
        }
        output(Array(isFirst ? "]\n}\n".utf8 : "\n ]\n}\n".utf8))
    }

    /// Some of the findings of a report, to be put together by `write`. Parts are independent: they may be made in parallel.
    public static func elements(_ findings: [Finding], fingerprint: (String) -> String) -> [UInt8] {
        var elements: [UInt8] = []
        for finding in findings {
            var writer = JSONWriter(indent: indent, depth: depth)
            write(finding, fingerprint, &writer)
            if !elements.isEmpty { elements += [UInt8(ascii: ",")] + lineStart }
            elements += writer.bytes
        }
        return elements
    }

    /// Spaces per level, and how deep a finding stands in the report.
    private static let (indent, depth) = (1, 2)
    private static let lineStart: [UInt8] = [0x0A] + Array(repeating: 0x20, count: indent * depth)

    private static func write(_ finding: Finding, _ fingerprint: (String) -> String, _ writer: inout JSONWriter) {
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
            writer.member("fingerprint", fingerprint(finding.identity))
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

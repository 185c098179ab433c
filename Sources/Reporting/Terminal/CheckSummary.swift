import LocalizationModel

/// What stands under the findings at a terminal: what was fixed, a table of the locales, the counts.
struct CheckSummary {
    let style: TerminalStyle
    let width: Int?

    /// The rest is in the machine formats.
    private static let mostFixed = 20

    func fixed(_ entries: [Baseline.Entry]) -> String {
        guard !entries.isEmpty else { return "" }
        var text = style.bold("Fixed since the baseline") + "\n"
        for entry in entries.prefix(Self.mostFixed) {
            let line = "\(entry.locale)  \(VisibleText.of(entry.page))  \(VisibleText.of(entry.message))"
            text += "  \(style.good("✓")) \(width.map { DisplayWidth.fitted(line, max(20, $0 - 6 - entry.rule.count)) } ?? line)  \(style.dim(entry.rule))\n"
        }
        if entries.count > Self.mostFixed { text += style.dim("  … and \(entries.count - Self.mostFixed) more") + "\n" }
        return text
    }

    func table(_ report: CheckReport) -> String {
        let table = LocaleRow.table(report)
        guard !table.rows.isEmpty else { return "" }
        let widths = table.heads.indices.map { column in ([table.heads] + table.rows).map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        func line(_ cells: [String], _ paint: (Int, String) -> String) -> String {
            cells.indices.map { column in
                paint(column, column == 0 ? DisplayWidth.padded(cells[column], widths[column]) : DisplayWidth.rightAligned(cells[column], widths[column]))
            }.joined(separator: "  ") + "\n"
        }
        let severities: [String: Severity] = ["errors": .error, "warnings": .warning, "notes": .note]
        return line(table.heads) { style.dim($1) }
            + table.rows.map { row in
                line(row) { column, text in row[column] == "0" ? style.dim(text) : style.severity(text, severities[table.heads[column]]) }
            }.joined()
    }

    /// One line that counts what somebody has to act on, and what is known of others.
    func counts(_ report: CheckReport) -> String {
        func count(_ state: FindingState) -> Int { report.findings.count { $0.state == state } }
        let fixed = report.fixed?.reduce(0) { $0 + $1.count } ?? 0
        let others = [(count(.known), "known"), (count(.suppressed), "suppressed"), (fixed, "fixed")].filter { $0.0 > 0 }
        let line = counts(report.counts, pages: report.pages)
        return others.isEmpty ? line : line.dropLast() + style.dim(" · " + others.map { "\($0) \($1)" }.joined(separator: ", ")) + "\n"
    }

    func counts(_ counts: SeverityCounts, pages: Int) -> String {
        let parts = Severity.allCases.reversed().map { ($0, counts[$0]) }.map { severity, count in
            style.severity("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")", count == 0 ? nil : severity)
        }
        return parts.joined(separator: ", ") + " on \(pages) \(pages == 1 ? "page" : "pages")\n"
    }
}

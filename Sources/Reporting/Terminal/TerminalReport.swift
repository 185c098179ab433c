import LocalizationModel

/// Findings for people at a terminal: grouped by file, each with its segment under it.
public struct TerminalReport: Sendable {
    private let style: TerminalStyle
    /// Columns of the terminal.
    private let width: Int

    public init(style: TerminalStyle, width: Int) {
        self.style = style
        self.width = max(40, width)
    }

    /// What somebody has to act on, then what was fixed, and the counts.
    public func text(_ report: CheckReport) -> String {
        var text = self.text(report.open.map(\.finding))
        let fixed = report.fixed ?? []
        if !fixed.isEmpty {
            text += (text.isEmpty ? "" : "\n") + style.bold("Fixed since the baseline") + "\n"
            for entry in fixed.prefix(Self.mostFixed) { text += "  \(entry.page)  \(entry.locale)  \(entry.message)  \(style.dim(entry.rule))\n" }
            if fixed.count > Self.mostFixed { text += style.dim("  … and \(fixed.count - Self.mostFixed) more") + "\n" }
        }
        return text + (text.isEmpty ? "" : "\n") + summary(report)
    }

    /// A line for each rule that spoke: how often, the worst first.
    public func rules(_ report: CheckReport) -> String {
        let found = Dictionary(grouping: report.open.map(\.finding), by: \.rule).map { rule, findings in
            (rule, severity: findings.map(\.severity).max() ?? .note, findings.count)
        }.sorted { ($1.severity, $1.2, $0.0) < ($0.severity, $0.2, $1.0) }
        return found.map { rule, severity, count in
            DisplayWidth.rightAligned("\(count)", 6) + "  " + style.severity(DisplayWidth.padded(severity.rawValue, 7), severity) + "  \(rule)\n"
        }.joined()
    }

    /// The rest is in the machine formats.
    private static let mostFixed = 20

    /// One line that counts the findings, and what is known of others.
    private func summary(_ report: CheckReport) -> String {
        func count(_ state: FindingState) -> Int { report.findings.count { $0.state == state } }
        let others = [(count(.known), "known"), (count(.suppressed), "suppressed"), (report.fixed?.count ?? 0, "fixed")].filter { $0.0 > 0 }
        let line = summary(report.counts, pages: report.pages)
        return others.isEmpty ? line : line.dropLast() + style.dim(" · " + others.map { "\($0) \($1)" }.joined(separator: ", ")) + "\n"
    }

    /// So many findings of one rule in one file are shown whole: a page that is wrong throughout is no list of sentences.
    private static let mostOfOneRule = 25

    /// Notes of one rule in one file share a line: they are worth a look, not a page.
    public func text(_ findings: [Finding]) -> String {
        var lines: [String] = []
        var file: String?
        var noted: [String: (count: Int, line: Int)] = [:]
        var told: [String: (count: Int, line: Int)] = [:]
        func close(_ counts: [String: (count: Int, line: Int)], shown: Int) {
            for (rule, place) in counts.sorted(by: { $0.value.line < $1.value.line }) where place.count > shown {
                lines[place.line] += style.dim(" … and \(place.count - shown) more of \(rule)")
            }
        }
        func closeFile() {
            close(noted, shown: 1)
            close(told, shown: Self.mostOfOneRule)
            (noted, told) = ([:], [:])
        }
        for finding in findings {
            if finding.file != file {
                closeFile()
                if file != nil { lines.append("") }
                lines.append(style.bold(finding.file))
                file = finding.file
            }
            if finding.severity == .note {
                noted[finding.rule, default: (0, lines.count)].count += 1
                if noted[finding.rule]?.count == 1 { lines.append(head(finding)) }
            } else {
                told[finding.rule, default: (0, lines.count)].count += 1
                guard told[finding.rule]?.count ?? 0 <= Self.mostOfOneRule else { continue }
                told[finding.rule]?.line = lines.count
                lines += self.lines(finding)
            }
        }
        closeFile()
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// `12:5  ※ error  message  rule`.
    private func head(_ finding: Finding) -> String {
        let position = finding.target.map { "\($0.start.line):\($0.start.column)" } ?? finding.source.map { "(source \($0.line))" } ?? ""
        let mark = style.severity("\(finding.sign.rawValue) \(finding.severity.rawValue)", finding.severity)
        return "  \(DisplayWidth.rightAligned(position, 9))  \(mark)  \(finding.message)  \(style.dim(finding.rule))"
    }

    /// The head, the text on both sides with its marks, and where else to look.
    private func lines(_ finding: Finding) -> [String] {
        var lines = [head(finding)]
        if let source = finding.source, let target = finding.target, PlaceText.onOneLine(source.text) != PlaceText.onOneLine(target.text) {
            lines += text(source, label: "source \(source.start.line)", finding)
        }
        if let place = finding.target ?? finding.source { lines += text(place, label: "", finding) }
        if let after = finding.evidence?.after {
            let side = finding.target == nil ? "expected after line" : "stands after source line"
            lines.append(style.dim("             │ \(side) \(after.line): ") + DisplayWidth.fitted(PlaceText.onOneLine(after.text), width - 24 - side.count))
        }
        if let match = finding.evidence?.translation {
            let place = " (\(match.entry.page):\(match.entry.line), \(Int(match.similarity * 100)) %)"
            lines.append(
                style.dim("             → ") + DisplayWidth.fitted(match.entry.target, max(20, width - 14 - DisplayWidth.of(place))) + style.dim(place))
        }
        return lines
    }

    private func text(_ place: Finding.Place, label: String, _ finding: Finding) -> [String] {
        guard !isBlank(place.text) else { return [] }
        let shown = PlaceText(place, marking: place == finding.target ? finding.evidence?.found : nil).fitted(width - 15)
        let lines = [style.dim(DisplayWidth.rightAligned(label, 12) + " │ ") + shown.text]
        guard !shown.carets.isEmpty else { return lines }
        let indent = shown.carets.prefix { $0 == " " }
        return lines + [style.dim("             │ ") + indent + style.severity(String(shown.carets.dropFirst(indent.count)), finding.severity)]
    }

    /// True where the first line that is not empty has nothing but white space.
    private func isBlank(_ text: String) -> Bool {
        if let first = text.utf8.first, (0x21...0x7E).contains(first) { return false }
        return text.split(separator: "\n").first?.allSatisfy(\.isWhitespace) ?? true
    }

    /// One line that counts the findings by severity.
    public func summary(_ counts: SeverityCounts, pages: Int) -> String {
        let parts = Severity.allCases.reversed().map { ($0, counts[$0]) }.map { severity, count in
            style.severity("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")", count == 0 ? nil : severity)
        }
        return parts.joined(separator: ", ") + " on \(pages) pages\n"
    }
}

/// Colour for a terminal, or none.
public struct TerminalStyle: Sendable {
    private let isColoured: Bool

    public init(isColoured: Bool) { self.isColoured = isColoured }

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }

    func severity(_ text: String, _ severity: Severity?) -> String {
        switch severity {
        case .error: wrap(text, "31")
        case .warning: wrap(text, "33")
        case .note: wrap(text, "36")
        case nil: text
        }
    }

    private func wrap(_ text: String, _ code: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

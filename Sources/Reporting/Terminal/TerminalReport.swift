import LocalizationModel

/// Findings for people at a terminal: grouped by file, each with its segment under it.
public struct TerminalReport: Sendable {
    private let style: TerminalStyle
    /// How long quoted lines are.
    private let width: Int
    /// True where messages too are kept to the width; what goes to a file is one line each.
    private let wraps: Bool

    /// - Parameter width: columns of the terminal; nil where there is none.
    public init(style: TerminalStyle, width: Int?) {
        self.style = style
        self.width = max(40, width ?? 100)
        wraps = width != nil
    }

    /// What somebody has to act on, then what was fixed, how far the locales are, and the counts.
    public func text(_ report: CheckReport) -> String {
        let summary = CheckSummary(style: style, width: wraps ? width : nil)
        let parts = [text(report.open.map(\.finding)), summary.fixed(report.fixed ?? []), summary.table(report)]
        return (parts.filter { !$0.isEmpty } + [summary.counts(report)]).joined(separator: "\n")
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

    /// So many findings of one rule in one file are shown whole: a page that is wrong throughout is no list of sentences.
    private static let mostOfOneRule = 25

    /// Of one rule in one file: how many findings there are, and where the last one shown has its head.
    private struct Shown {
        var count = 0
        var line = 0
        /// Columns that the line takes.
        var width = 0
    }

    /// Notes of one rule in one file share a line: they are worth a look, not a page.
    public func text(_ findings: [Finding]) -> String {
        var lines: [String] = []
        var file: String?
        var shown: [String: Shown] = [:]
        func most(_ severity: Severity) -> Int { severity == .note ? 1 : Self.mostOfOneRule }
        func closeFile() {
            for (kind, place) in shown {
                let more = place.count - (kind.hasPrefix("note ") ? most(.note) : most(.error))
                guard more > 0 else { continue }
                let words = "… and \(more) more"
                let fits = !wraps || place.width + 1 + DisplayWidth.of(words) <= width
                lines[place.line] += (fits ? " " : "\n" + Self.indent) + style.dim(words)
            }
            shown = [:]
        }
        for finding in findings {
            if finding.file != file {
                closeFile()
                if file != nil { lines.append("") }
                lines.append(style.bold(VisibleText.of(finding.file)))
                file = finding.file
            }
            let kind = "\(finding.severity == .note ? "note " : "")\(finding.rule)"
            shown[kind, default: Shown()].count += 1
            guard let count = shown[kind]?.count, count <= most(finding.severity) else { continue }
            let head = head(finding)
            shown[kind] = Shown(count: count, line: lines.count + head.lines.count - 1, width: head.width)
            lines += head.lines
            if finding.severity > .note { lines += quotes(finding) }
        }
        closeFile()
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// `12:5  ※ error  message  rule`, in as many lines as it takes at a terminal, and the columns of the last one.
    private func head(_ finding: Finding) -> (lines: [String], width: Int) {
        let position = finding.target.map { "\($0.start.line):\($0.start.column)" } ?? finding.source.map { "source \($0.line)" } ?? ""
        let label = "\(finding.sign.rawValue) \(finding.severity.rawValue)"
        let start = "\(DisplayWidth.rightAligned(position, 11))  \(style.severity(label, finding.severity))  "
        let message = VisibleText.of(finding.message)
        let used = 15 + DisplayWidth.of(label)
        let tail = "  " + finding.rule
        let whole = used + DisplayWidth.of(message) + tail.utf8.count
        guard wraps, whole > width else { return (["\(start)\(message)\(style.dim(tail))"], whole) }
        var lines = DisplayWidth.wrapped(message, width - Self.indent.utf8.count, first: width - used)
        let last = lines.removeLast()
        let lastWidth = (lines.isEmpty ? used : Self.indent.utf8.count) + DisplayWidth.of(last) + tail.utf8.count
        lines += lastWidth <= width ? [last + style.dim(tail)] : [last, style.dim(finding.rule)]
        let shown = [start + lines[0]] + lines.dropFirst().map { Self.indent + $0 }
        return (shown, lastWidth <= width ? lastWidth : Self.indent.utf8.count + finding.rule.utf8.count)
    }

    /// Below the sign, where quoted text begins.
    private static let indent = String(repeating: " ", count: 15)

    /// The text on both sides with its marks, and where else to look.
    private func quotes(_ finding: Finding) -> [String] {
        var lines: [String] = []
        if let source = finding.source, let target = finding.target, PlaceText.onOneLine(source.text) != PlaceText.onOneLine(target.text) {
            lines += text(source, label: "source \(source.start.line)", finding)
        }
        if let place = finding.target ?? finding.source { lines += text(place, label: "", finding) }
        if let after = finding.evidence?.after {
            let side = finding.target == nil ? "expected after line" : "stands after source line"
            lines.append(style.dim("             │ \(side) \(after.line): ") + DisplayWidth.fitted(VisibleText.of(after.text), width - 24 - side.count))
        }
        if let match = finding.evidence?.translation {
            let place = " (\(VisibleText.of(match.entry.page)):\(match.entry.line), \(Int(match.similarity * 100)) %)"
            lines.append(
                style.dim("             → ") + DisplayWidth.fitted(VisibleText.of(match.entry.target), max(20, width - 16 - DisplayWidth.of(place)))
                    + style.dim(place))
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
    public func summary(_ counts: SeverityCounts, pages: Int) -> String { CheckSummary(style: style, width: nil).counts(counts, pages: pages) }
}

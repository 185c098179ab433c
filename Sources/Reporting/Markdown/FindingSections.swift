import LocalizationModel

/// Findings as Markdown, a section a page; as many whole ones as there is room for, the worst first.
struct FindingSections {
    let report: CheckReport
    /// How long a text is, in what the room is measured in.
    let length: (String) -> Int

    /// What is worth a reader's time one by one; the rest is counted in the table.
    var least: Severity { min(.warning, report.threshold ?? .warning) }

    private static let mostQuoted = 300

    /// - Returns: the sections, and how many findings are not in them.
    func text(room: Int, most: Int) -> (text: String, left: Int) {
        let wanted = report.worstFirst { $0.isOpen && $0.finding.severity >= least }
        var sections: [String: [String]] = [:]
        var (used, count) = (0, 0)
        for item in wanted.prefix(most) {
            let bullet = bullet(item)
            let page = item.finding.page
            let cost = length(bullet) + (sections[page] == nil ? length(head(page)) : 0)
            guard used + cost <= room else { break }
            sections[page, default: []].append(bullet)
            used += cost
            count += 1
        }
        let text = sections.sorted { $0.key < $1.key }.map { head($0.key) + $0.value.joined() }.joined()
        return (text, wanted.count - count)
    }

    /// What is said of whole locales is on no page.
    private func head(_ page: String) -> String { "\n#### \(page.isEmpty ? "The locale" : MarkdownText.code(page))\n\n" }

    private func bullet(_ item: ReportedFinding) -> String {
        let finding = item.finding
        let state = item.state == .new ? "new " : ""
        let place = finding.target.map { " line \($0.start.line)" } ?? ""
        var text =
            "- \(finding.sign.rawValue) **\(state)\(finding.severity.rawValue)** \(finding.locale)\(place): "
            + "\(MarkdownText.of(finding.message.shortened(Self.mostQuoted))) · `\(finding.rule)`\n"
        var quotes: [(label: String, text: String)] = []
        if let source = finding.source { quotes.append(("\(report.sourceLocale) \(source.line)", source.text)) }
        if let target = finding.target, target.text != finding.source?.text { quotes.append(("\(finding.locale) \(target.line)", target.text)) }
        if let match = finding.evidence?.translation { quotes.append(("perhaps", match.entry.target)) }
        let lines = quotes.filter { !$0.text.isEmpty }.map { "  > \($0.label): \(MarkdownText.of($0.text.shortened(Self.mostQuoted)))\n" }
        text += lines.joined(separator: "  >\n")
        return text
    }
}

import LocalizationModel

/// The parts that a pull request's comment and a job's summary share.
enum MarkdownReport {
    /// One line that says what somebody has to do.
    static func headline(_ report: CheckReport) -> String {
        let isCompared = report.fixed != nil
        let counts = SeverityCounts(report.findings.lazy.filter { isCompared ? $0.state == .new : $0.isOpen }.map(\.finding))
        let parts = Severity.allCases.reversed().filter { counts[$0] > 0 }.map { count(counts[$0], $0.rawValue, isNew: isCompared) }
        return "Translations: " + (parts.isEmpty ? isCompared ? "nothing new" : "nothing found" : parts.joined(separator: ", "))
    }

    static func count(_ number: Int, _ noun: String, isNew: Bool = false) -> String { "\(number) \(isNew ? "new " : "")\(noun)\(number == 1 ? "" : "s")" }

    /// The table of the locales.
    static func table(_ report: CheckReport) -> String {
        let table = LocaleRow.table(report)
        guard !table.rows.isEmpty else { return "" }
        let rule = table.heads.indices.map { $0 == 0 ? "---" : "---:" }
        return ([table.heads, rule] + table.rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// What could not be done.
    static func problems(_ report: CheckReport) -> String {
        let lines = report.problems.map(\.description) + report.notices
        guard !lines.isEmpty else { return "" }
        return "\n**Not everything could be checked**\n\n" + lines.map { "- \(MarkdownText.of($0))\n" }.joined()
    }

    /// What the baseline holds and the pages have no more.
    static func fixed(_ report: CheckReport, most: Int) -> String {
        guard let fixed = report.fixed, !fixed.isEmpty else { return "" }
        var text = "\n#### Fixed: \(fixed.reduce(0) { $0 + $1.count })\n\n"
        for entry in fixed.prefix(most) {
            text += "- \(MarkdownText.code(entry.page)) \(entry.locale): \(MarkdownText.of(entry.message.shortened(200)))\n"
        }
        if fixed.count > most { text += "- … and \(fixed.count - most) more\n" }
        return text
    }

    /// What is known or explained, in one line.
    static func rest(_ report: CheckReport) -> String {
        let counts = [(FindingState.known, "known from the baseline"), (.suppressed, "suppressed in the pages")].compactMap { state, words in
            let count = report.findings.count { $0.state == state }
            return count > 0 ? "\(count) \(words)" : nil
        }
        return counts.isEmpty ? "" : "\nNot shown: \(counts.joined(separator: ", ")).\n"
    }
}

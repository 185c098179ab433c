import LocalizationModel

/// What a check says of one locale: a row of the table under every report for people.
struct LocaleRow {
    let locale: LocaleTag
    /// Of the source's segments; nil for the source itself.
    let percent: Int?
    var open = SeverityCounts()
    var new = 0
    var known = 0
    var suppressed = 0
    var fixed = 0

    /// Each locale that has translations or findings, in the order of the tags.
    static func rows(_ report: CheckReport) -> [LocaleRow] {
        var rows = Dictionary(report.locales.map { ($0.locale, LocaleRow(locale: $0.locale, percent: $0.percent)) }, uniquingKeysWith: { first, _ in first })
        for item in report.findings {
            let locale = item.finding.locale
            rows[locale, default: LocaleRow(locale: locale, percent: nil)].count(item)
        }
        for entry in report.fixed ?? [] { rows[entry.locale, default: LocaleRow(locale: entry.locale, percent: nil)].fixed += entry.count }
        return rows.values.sorted { $0.locale < $1.locale }
    }

    private mutating func count(_ item: ReportedFinding) {
        if item.isOpen { open.add(item.finding.severity, 1) }
        switch item.state {
        case .new: new += 1
        case .known: known += 1
        case .suppressed: suppressed += 1
        case nil: break
        }
    }

    /// Heads and cells; what is known, new and fixed only where there is a baseline to tell.
    static func table(_ report: CheckReport) -> (heads: [String], rows: [[String]]) {
        let rows = rows(report)
        var columns: [(String, (LocaleRow) -> String)] = [("locale", \.locale.description), ("done", { $0.percent.map { "\($0) %" } ?? "source" })]
        for severity in Severity.allCases.reversed() { columns.append(("\(severity.rawValue)s", { "\($0.open[severity])" })) }
        if report.fixed != nil {
            columns += [("new", { "\($0.new)" }), ("known", { "\($0.known)" }), ("fixed", { "\($0.fixed)" })]
        }
        if rows.contains(where: { $0.suppressed > 0 }) { columns.append(("suppressed", { "\($0.suppressed)" })) }
        return (columns.map(\.0), rows.map { row in columns.map { $0.1(row) } })
    }
}

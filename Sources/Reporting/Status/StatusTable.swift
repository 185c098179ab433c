import LocalizationModel

/// The tables of `hexapla status`: how far each locale is, its segments and its words by state.
public struct StatusTable {
    private let title: String
    private let heads: [String]
    private let rows: [[String]]

    /// For people at a terminal.
    /// - Parameter earlier: what an earlier report said, for the trend.
    public static func text(_ rows: [LocaleStatus], since earlier: [LocaleStatus]? = nil) -> String {
        [self.overview(rows, earlier), segments(rows), words(rows)].map(\.text).joined(separator: "\n")
    }

    /// The first of the tables alone.
    public static func overview(_ rows: [LocaleStatus]) -> String { overview(rows, nil).text }

    public static func markdown(_ rows: [LocaleStatus], since earlier: [LocaleStatus]? = nil) -> String {
        [overview(rows, earlier), segments(rows), words(rows)].map(\.markdown).joined(separator: "\n")
    }

    // MARK: The tables

    private static func overview(_ rows: [LocaleStatus], _ earlier: [LocaleStatus]?) -> StatusTable {
        let known = Dictionary((earlier ?? []).map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
        let heads =
            ["locale", "done"] + (earlier == nil ? [] : ["trend"]) + ["of words", "pages", "lacking", "stale", "MT", "errors", "warnings", "oldest drift"]
        return StatusTable(
            title: "Locales", heads: heads,
            rows: rows.map { row in
                [row.locale.description, "\(row.percent) %"] + (earlier == nil ? [] : [trend(row, known[row.locale])]) + ["\(row.percentOfWords) %"]
                    + [row.pages, row.missingPages, row.stalePages, row.machinePages, row.errors, row.warnings].map(String.init) + [row.oldestDrift ?? "–"]
            })
    }

    /// In points of percent; a locale that is new has none.
    private static func trend(_ row: LocaleStatus, _ earlier: LocaleStatus?) -> String {
        guard let earlier else { return "new" }
        let change = row.percent - earlier.percent
        return change == 0 ? "=" : change > 0 ? "▲ \(change)" : "▼ \(-change)"
    }

    private static let states = ["translated", "※ left", "※ part", "※ missing", "≈ stale"]

    private static func segments(_ rows: [LocaleStatus]) -> StatusTable {
        StatusTable(
            title: "Segments", heads: ["segments", "all"] + states + ["÷ extra"],
            rows: rows.map { row in
                [row.locale.description]
                    + [row.segments, row.translated, row.untranslated, row.partial, row.missing, row.stale, row.extra].map(String.init)
            })
    }

    private static func words(_ rows: [LocaleStatus]) -> StatusTable {
        StatusTable(
            title: "Words of the source", heads: ["words", "all"] + states,
            rows: rows.map { row in
                let parts = [row.translatedWords, row.untranslatedWords, row.partialWords, row.missingWords]
                return [row.locale.description] + ([parts.reduce(0, +)] + parts + [row.staleWords]).map(String.init)
            })
    }

    // MARK: Their form

    private var text: String {
        let widths = heads.indices.map { column in ([heads] + rows).map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return ([heads] + rows).map { row in
            let line = row.indices.map { $0 == 0 ? DisplayWidth.padded(row[$0], widths[$0]) : DisplayWidth.rightAligned(row[$0], widths[$0]) }
            return line.joined(separator: "  ") + "\n"
        }.joined()
    }

    private var markdown: String {
        let rule = heads.indices.map { $0 == 0 ? "---" : "---:" }
        return "**\(title)**\n\n" + ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}

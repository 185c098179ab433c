import LocalizationModel

/// How far the translations of one locale are, counted over all its pages.
public struct LocaleStatus: Sendable, Hashable {
    public let locale: LocaleTag
    /// Pages of the locale, and pages that the source has and the locale lacks.
    public var pages = 0
    public var missingPages = 0
    /// Units with a source, by state.
    public var translated = 0
    public var untranslated = 0
    public var partial = 0
    public var missing = 0
    /// Units without a source.
    public var extra = 0
    /// Words of the source: in all units, and in those that are translated.
    public var words = 0
    public var translatedWords = 0
    public var errors = 0
    public var warnings = 0
    public var notes = 0
    public var machinePages = 0
    /// The earliest hand-off among the locale's stale pages, ISO 8601.
    public var oldestDrift: String?

    public init(locale: LocaleTag) { self.locale = locale }

    /// Percent of the source's segments that are translated, rounded down: 100 means all.
    public var percent: Int {
        let all = translated + untranslated + partial + missing
        return all == 0 ? 100 : translated * 100 / all
    }

    public mutating func add(_ other: LocaleStatus) {
        pages += other.pages
        missingPages += other.missingPages
        translated += other.translated
        untranslated += other.untranslated
        partial += other.partial
        missing += other.missing
        extra += other.extra
        words += other.words
        translatedWords += other.translatedWords
        errors += other.errors
        warnings += other.warnings
        notes += other.notes
        machinePages += other.machinePages
        oldestDrift = [oldestDrift, other.oldestDrift].compactMap { $0 }.min()
    }
}

/// The table of `hexapla status`, as text and as JSON.
public enum StatusTable {
    private static let heads = ["locale", "done", "pages", "lacking", "segments", "※ left", "※ part", "※ missing", "÷ extra", "errors", "warnings", "MT pages", "oldest drift"]

    public static func text(_ rows: [LocaleStatus]) -> String {
        let cells = rows.map { row in
            [
                row.locale.description, "\(row.percent)%", "\(row.pages)", "\(row.missingPages)", "\(row.translated + row.untranslated + row.partial + row.missing)",
                "\(row.untranslated)", "\(row.partial)", "\(row.missing)", "\(row.extra)", "\(row.errors)", "\(row.warnings)", "\(row.machinePages)",
                row.oldestDrift ?? "–",
            ]
        }
        let widths = heads.indices.map { column in ([heads] + cells).map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        return ([heads] + cells).map { row in
            let line = row.indices.map { $0 == 0 ? DisplayWidth.padded(row[$0], widths[$0]) : DisplayWidth.rightAligned(row[$0], widths[$0]) }
            return line.joined(separator: "  ") + "\n"
        }.joined()
    }

    public static func json(_ rows: [LocaleStatus]) -> [UInt8] {
        var writer = JSONWriter(indent: 1)
        writer.object { writer in
            writer.key("locales")
            writer.array(rows) { writer, row in
                writer.object { writer in
                    writer.member("locale", row.locale.description)
                    writer.member("percent", row.percent)
                    let counts = [
                        ("pages", row.pages), ("missing_pages", row.missingPages), ("machine_translated_pages", row.machinePages), ("words", row.words),
                        ("translated_words", row.translatedWords), ("translated", row.translated), ("untranslated", row.untranslated), ("partial", row.partial),
                        ("missing", row.missing), ("extra", row.extra), ("errors", row.errors), ("warnings", row.warnings), ("notes", row.notes),
                    ]
                    for (name, value) in counts { writer.member(name, value) }
                    writer.member("oldest_drift", row.oldestDrift)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }
}

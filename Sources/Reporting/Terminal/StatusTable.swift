import LocalizationModel

/// The table of `hexapla status`, as text and as JSON.
public enum StatusTable {
    private static let heads = [
        "locale", "done", "pages", "lacking", "segments", "※ left", "※ part", "※ missing", "÷ extra", "errors", "warnings", "MT pages", "oldest drift",
    ]

    public static func text(_ rows: [LocaleStatus]) -> String {
        let cells = rows.map { row in
            [
                row.locale.description, "\(row.percent)%", "\(row.pages)", "\(row.missingPages)",
                "\(row.translated + row.untranslated + row.partial + row.missing)",
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

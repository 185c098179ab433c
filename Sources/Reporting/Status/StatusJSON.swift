import LocalizationModel

/// How far each locale is, for scripts and for the trend of a later run.
public enum StatusJSON {
    /// The counts by their names; they may be added to, never renamed.
    public static var counts: [(name: String, count: WritableKeyPath<LocaleStatus, Int>)] {
        [
            ("pages", \.pages), ("missing_pages", \.missingPages), ("machine_translated_pages", \.machinePages), ("stale_pages", \.stalePages),
            ("words", \.words), ("translated_words", \.translatedWords), ("untranslated_words", \.untranslatedWords), ("partial_words", \.partialWords),
            ("missing_words", \.missingWords), ("stale_words", \.staleWords), ("translated", \.translated), ("untranslated", \.untranslated),
            ("partial", \.partial), ("missing", \.missing), ("stale", \.stale), ("extra", \.extra), ("errors", \.errors), ("warnings", \.warnings),
            ("notes", \.notes),
        ]
    }

    public static func report(_ rows: [LocaleStatus]) -> [UInt8] {
        var writer = JSONWriter(indent: 1)
        writer.object { writer in
            writer.key("locales")
            writer.array(rows) { writer, row in
                writer.object { writer in
                    writer.member("locale", row.locale.description)
                    writer.member("percent", row.percent)
                    writer.member("percent_of_words", row.percentOfWords)
                    for (name, count) in counts { writer.member(name, row[keyPath: count]) }
                    writer.member("oldest_drift", row.oldestDrift)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }
}

import LocalizationModel

/// What became of a page's findings since the baseline, as bytes.
enum ChangesCoding {
    static func write(_ changes: SiteBaseline.Changes, _ writer: inout ByteWriter) {
        writer.list(changes.new.sorted { $0.key < $1.key }) { writer, entry in
            writer.text(entry.key.description)
            writer.number(entry.value)
        }
        writer.list(changes.fixed) { writer, entry in
            writer.text(entry.fingerprint)
            writer.text(entry.rule)
            writer.text(entry.severity.rawValue)
            writer.text(entry.page)
            writer.text(entry.locale.description)
            writer.text(entry.message)
            writer.number(entry.count)
        }
    }

    static func changes(_ reader: inout ByteReader) throws(ByteReader.Broken) -> SiteBaseline.Changes {
        var changes = SiteBaseline.Changes()
        for (locale, count) in try reader.list({ (reader) throws(ByteReader.Broken) in (try reader.locale(), try reader.number()) }) {
            changes.new[locale] = count
        }
        changes.fixed = try reader.list { (reader) throws(ByteReader.Broken) in
            let (fingerprint, rule) = (try reader.text(), try reader.text())
            guard let severity = Severity(rawValue: try reader.text()) else { throw ByteReader.Broken() }
            return Baseline.Entry(
                fingerprint: fingerprint, rule: rule, severity: severity, page: try reader.text(), locale: try reader.locale(), message: try reader.text(),
                count: try reader.number())
        }
        return changes
    }
}

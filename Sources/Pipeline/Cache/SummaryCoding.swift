import LocalizationModel
import Rendering

/// Summaries of groups as bytes, for the next run. Locales are written as their places in a list that reader and writer share.
struct SummaryCoding {
    let locales: [LocaleTag]
    private let places: [LocaleTag: Int]

    init(locales: [LocaleTag]) {
        self.locales = locales
        places = Dictionary(locales.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func write(_ locale: LocaleTag, _ writer: inout ByteWriter) {
        let place = places[locale]
        writer.number(place ?? -1)
        if place == nil { writer.text(locale.description) }
    }

    private func locale(_ reader: inout ByteReader) throws(ByteReader.Broken) -> LocaleTag {
        let place = try reader.number()
        if place < 0 { return try reader.locale() }
        guard place < locales.count else { throw ByteReader.Broken() }
        return locales[place]
    }

    func write(_ summary: GroupSummary, _ writer: inout ByteWriter) {
        writer.list(summary.cells.sorted { $0.key < $1.key }) { writer, cell in
            write(cell.value.status, &writer)
            writer.optional(cell.value.worst) { $0.text($1.rawValue) }
            writer.number(cell.value.findings)
            writer.number(cell.value.stale)
        }
        writer.list(summary.counts) { writer, count in
            writer.text(count.rule)
            write(count.locale, &writer)
            writer.number(Severity.allCases.firstIndex(of: count.severity) ?? 0)
            writer.number(count.count)
        }
        writer.optional(summary.facts) { writer, row in
            writer.optional(row.title) { writer, title in
                writer.text(title.text)
                writer.text(title.language)
            }
            for value in [row.facts, row.disagreeing, row.older] { writer.number(value) }
            writer.list(row.cells.sorted { $0.key < $1.key }) { writer, cell in
                write(cell.key, &writer)
                writer.number(cell.value.disagreeing)
                writer.number(cell.value.older)
            }
        }
    }

    func summary(path: String, _ reader: inout ByteReader) throws(ByteReader.Broken) -> GroupSummary {
        let cells = try reader.list { (reader) throws(ByteReader.Broken) in
            GroupSummary.Cell(status: try status(&reader), worst: try sign(&reader), findings: try reader.number(), stale: try reader.number())
        }
        let counts = try reader.list { (reader) throws(ByteReader.Broken) in
            GroupSummary.FindingCount(rule: try reader.text(), locale: try locale(&reader), severity: try severity(&reader), count: try reader.number())
        }
        let facts = try reader.optional { (reader) throws(ByteReader.Broken) in try factsRow(path, &reader) }
        return GroupSummary(path: path, cells: Dictionary(cells.map { ($0.status.locale, $0) }, uniquingKeysWith: { $1 }), counts: counts, facts: facts)
    }

    private func factsRow(_ path: String, _ reader: inout ByteReader) throws(ByteReader.Broken) -> FactsWriter.Row {
        let title = try reader.optional { (reader) throws(ByteReader.Broken) in
            FactsPageView.Words(try reader.text(), language: try reader.text())
        }
        let (facts, disagreeing, older) = (try reader.number(), try reader.number(), try reader.number())
        let cells = try reader.list { (reader) throws(ByteReader.Broken) in
            (try locale(&reader), FactsIndexView.Cell(disagreeing: try reader.number(), older: try reader.number()))
        }
        return FactsWriter.Row(
            path: path, title: title, facts: facts, disagreeing: disagreeing, older: older, cells: Dictionary(cells, uniquingKeysWith: { $1 }))
    }

    private func sign(_ reader: inout ByteReader) throws(ByteReader.Broken) -> Sign? {
        guard let text = try reader.optional({ (reader) throws(ByteReader.Broken) in try reader.text() }) else { return nil }
        guard let sign = Sign(rawValue: text) else { throw ByteReader.Broken() }
        return sign
    }

    private func severity(_ reader: inout ByteReader) throws(ByteReader.Broken) -> Severity {
        let index = try reader.number()
        guard Severity.allCases.indices.contains(index) else { throw ByteReader.Broken() }
        return Severity.allCases[index]
    }

    // MARK: Counts of a locale

    private func write(_ status: LocaleStatus, _ writer: inout ByteWriter) {
        write(status.locale, &writer)
        writer.number(status.pages)
        writer.number(status.missingPages)
        writer.number(status.translated)
        writer.number(status.untranslated)
        writer.number(status.partial)
        writer.number(status.missing)
        writer.number(status.extra)
        writer.number(status.words)
        writer.number(status.translatedWords)
        writer.number(status.untranslatedWords)
        writer.number(status.partialWords)
        writer.number(status.missingWords)
        writer.number(status.stale)
        writer.number(status.stalePages)
        writer.number(status.staleWords)
        writer.number(status.errors)
        writer.number(status.warnings)
        writer.number(status.notes)
        writer.number(status.machinePages)
        writer.optional(status.oldestDrift) { $0.text($1) }
    }

    private func status(_ reader: inout ByteReader) throws(ByteReader.Broken) -> LocaleStatus {
        var status = LocaleStatus(locale: try locale(&reader))
        status.pages = try reader.number()
        status.missingPages = try reader.number()
        status.translated = try reader.number()
        status.untranslated = try reader.number()
        status.partial = try reader.number()
        status.missing = try reader.number()
        status.extra = try reader.number()
        status.words = try reader.number()
        status.translatedWords = try reader.number()
        status.untranslatedWords = try reader.number()
        status.partialWords = try reader.number()
        status.missingWords = try reader.number()
        status.stale = try reader.number()
        status.stalePages = try reader.number()
        status.staleWords = try reader.number()
        status.errors = try reader.number()
        status.warnings = try reader.number()
        status.notes = try reader.number()
        status.machinePages = try reader.number()
        status.oldestDrift = try reader.optional { (reader) throws(ByteReader.Broken) in try reader.text() }
        return status
    }
}

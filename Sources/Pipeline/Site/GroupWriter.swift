import LocalizationModel
import Reporting

/// Writes the files of one group: its pages in all languages, what editors see of them, its model.
struct GroupWriter: Sendable {
    private let context: SiteContext
    private let report: ReportWriter
    private let facts: FactsWriter
    private let output: OutputFolder
    private let records: RecordStore
    private let clock: StageClock?

    /// - Parameter records: where the terms of the pages go.
    init(_ context: SiteContext, _ output: OutputFolder, _ records: RecordStore, _ clock: StageClock?) throws(HexaplaError) {
        self.records = records
        self.context = context
        self.output = output
        self.clock = clock
        report = try ReportWriter(context)
        facts = try FactsWriter(context)
    }

    /// Returns what was written, and what of the rest of the site it shows.
    ///
    /// - Parameters:
    ///   - lookup: the site as the group's pages see it.
    ///   - isAgain: true where this run wrote the group before.
    func write(_ analysed: AnalysedGroup, _ group: ContentTree.Group, _ lookup: GroupLookup, isAgain: Bool) throws(HexaplaError) -> KnownProject.SiteRecord {
        let reads = SiteReadsRecorder()
        let pages = try PageWriter(context, analysed, reads: reads, lookup: lookup)
        let places = clock.measure(.render) {
            Dictionary(
                analysed.group.translations.map { ($0.page.locale, ReportPlaces($0, analysed.group.source)) }, uniquingKeysWith: { first, _ in first })
        }
        let comparison = context.baseline.comparison(analysed.findings, on: group.path)
        var record = KnownProject.SiteRecord(place: context.outline.digest(of: group.path, in: context.tree.locales))
        record.baseline = context.baseline.digest(of: group.path)
        record.changes = context.baseline.changes(comparison)
        var readers: PageWriter.Written?
        for (content, file) in context.plan.files(of: group) {
            let bytes: [UInt8]?
            switch content {
            case .page(let locale):
                readers = try clock.measure(.render) { () throws(HexaplaError) in try pages.page(locale) }
                bytes = readers?.bytes
                if bytes != nil { record.pages += 1 }
            case .search:
                let (script, terms) = clock.measure(.search) { (readers?.searched.script, readers?.searched.terms) }
                bytes = script
                if let terms { record.terms.append(try records.add(terms)) }
            default: bytes = try clock.measure(.render) { () throws(HexaplaError) -> [UInt8]? in try self.bytes(content, analysed, pages, places, comparison) }
            }
            if let bytes {
                record.outputs.append(try clock.measure(.write) { () throws(HexaplaError) in try output.write(bytes, to: file, isAgain: isAgain) })
            } else {
                record.outputs.append(nil)
            }
        }
        record.reads = reads.reads
        record.listing = pages.listing
        return record
    }

    /// Nil for a file that is not made.
    private func bytes(
        _ content: SitePlan.Content, _ analysed: AnalysedGroup, _ pages: PageWriter, _ places: [LocaleTag: ReportPlaces], _ comparison: BaselineComparison
    ) throws(HexaplaError) -> [UInt8]? {
        switch content {
        case .page, .search: return nil
        case .report(let locale):
            guard let translation = analysed.group.translations.first(where: { $0.page.locale == locale }), let places = places[locale] else { return nil }
            return try report.page(analysed, translation, places: places, comparison: comparison, status: pages.status(locale))
        case .facts: return try facts.page(analysed, places: places)
        case .model: return ModelJSON.page(analysed.group, inDocument: false)
        }
    }
}

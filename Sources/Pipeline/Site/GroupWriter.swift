import LocalizationModel
import Reporting

/// Writes the files of one group: its pages in all languages, what editors see of them, its model.
struct GroupWriter: Sendable {
    let plan: SitePlan
    private let context: SiteContext
    private let report: ReportWriter
    private let facts: FactsWriter
    private let output: OutputFolder
    private let clock: StageClock?

    init(_ context: SiteContext, _ output: OutputFolder, _ clock: StageClock?) throws(HexaplaError) {
        self.context = context
        self.output = output
        self.clock = clock
        plan = SitePlan(context.tree)
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
        let pages = PageWriter(context, analysed, reads: reads, lookup: lookup)
        let places = clock.measure(.render) {
            Dictionary(
                analysed.group.translations.map { ($0.page.locale, ReportPlaces($0, analysed.group.source)) }, uniquingKeysWith: { first, _ in first })
        }
        let comparison = context.baseline.comparison(analysed.findings, on: group.path)
        var record = KnownProject.SiteRecord(place: context.outline.digest(of: group.path, in: context.tree.locales))
        record.baseline = context.baseline.digest(of: group.path)
        record.changes = context.baseline.changes(comparison)
        for (content, file) in plan.files(of: group) {
            let bytes = try clock.measure(.render) { () throws(HexaplaError) -> [UInt8]? in try self.bytes(content, analysed, pages, places, comparison) }
            if case .page = content, bytes != nil { record.pages += 1 }
            if let bytes {
                record.outputs.append(try clock.measure(.write) { () throws(HexaplaError) in try output.write(bytes, to: file, isAgain: isAgain) })
            } else {
                record.outputs.append(nil)
            }
        }
        record.reads = reads.reads
        return record
    }

    /// Nil for a file that is not made.
    private func bytes(
        _ content: SitePlan.Content, _ analysed: AnalysedGroup, _ pages: PageWriter, _ places: [LocaleTag: ReportPlaces], _ comparison: BaselineComparison
    ) throws(HexaplaError) -> [UInt8]? {
        switch content {
        case .page(let locale): return try pages.page(locale)
        case .report(let locale):
            guard let translation = analysed.group.translations.first(where: { $0.page.locale == locale }), let places = places[locale] else { return nil }
            return try report.page(analysed, translation, places: places, comparison: comparison, status: pages.status(locale))
        case .facts: return try facts.page(analysed, places: places)
        case .model: return ModelJSON.page(analysed.group, inDocument: false)
        }
    }
}

import LocalizationModel
import Reporting

/// Writes the files of one group: its pages in all languages, what editors see of them, its model.
struct GroupWriter: Sendable {
    let plan: SitePlan
    private let context: SiteContext
    private let report: ReportWriter
    private let facts: FactsWriter
    private let output: OutputFolder

    init(_ context: SiteContext, _ output: OutputFolder) throws(HexaplaError) {
        self.context = context
        self.output = output
        plan = SitePlan(context.tree)
        report = try ReportWriter(context)
        facts = try FactsWriter(context)
    }

    /// Returns what was written, and what of the rest of the site it shows.
    func write(_ analysed: AnalysedGroup, _ group: ContentTree.Group) throws(HexaplaError) -> KnownProject.SiteRecord {
        let reads = SiteReadsRecorder()
        let pages = PageWriter(context, analysed, reads: reads)
        var record = KnownProject.SiteRecord(place: context.outline.digest(of: group.path, in: context.tree.locales))
        for (content, file) in plan.files(of: group) {
            let bytes: [UInt8]? =
                switch content {
                case .page(let locale): try pages.page(locale)
                case .report(let locale):
                    try analysed.group.translations.first { $0.page.locale == locale }.map { (page) throws(HexaplaError) in
                        try report.page(analysed, page)
                    }
                case .facts: try facts.page(analysed)
                case .model: ModelJSON.page(analysed.group)
                }
            if case .page = content, bytes != nil { record.pages += 1 }
            record.outputs.append(try bytes.map { (bytes) throws(HexaplaError) in try output.write(bytes, to: file) })
        }
        record.reads = reads.reads
        return record
    }
}

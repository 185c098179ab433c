import LocalizationModel
import MarkdownSource
import Rendering

/// Writes the pages of the editors' report: the bitext of each page and locale.
struct ReportWriter {
    private let context: SiteContext
    private let strings: InterfaceText
    private let directions: [LocaleTag: LocaleProfile.Direction]

    init(_ context: SiteContext) throws(HexaplaError) {
        self.context = context
        strings = try context.strings(context.source)
        directions = context.profiles.mapValues(\.direction)
    }

    static let index = "report/index.html"

    /// - Parameter folder: with a slash at its end.
    static func index(ofFolder folder: String) -> String { "report/folders/\(folder)index.html" }

    static func file(_ locale: LocaleTag, _ path: String) -> String { "report/\(locale.lowercased)/\(SitePaths.html(path))" }

    // MARK: A page

    /// - Parameters:
    ///   - places: what its units are linked by.
    ///   - comparison: the group's findings, beside the baseline.
    ///   - status: the translation's counts.
    func page(
        _ analysed: AnalysedGroup, _ translation: PageGroup.Translation, places: ReportPlaces, comparison: BaselineComparison, status: LocaleStatus?
    ) throws(HexaplaError) -> [UInt8] {
        let (page, group) = (translation.page, analysed.group)
        let file = Self.file(page.locale, group.path)
        let findings = comparison.findings.map(\.finding).filter { $0.locale == page.locale }
        var parts = ReportUnits(
            translation, group.source, sourceLocale: context.source, directions: directions, places: places, findings: findings,
            states: FindingStates(comparison, in: page.locale))
        let (units, rest) = parts.all()
        let stale = findings.count(where: \.isStale)
        var view = ReportPageView(
            path: group.path, locale: page.locale.description, localeName: context.profile(page.locale).nativeName,
            sourceLanguage: context.source.description, siteTitle: context.project.title,
            rootPath: context.root(from: file), indexHref: relative(Self.index, from: file),
            progress: TranslationProgress(status ?? LocaleStatus(locale: page.locale), stale: stale), units: units, strings: strings)
        view.direction = context.profile(context.source).direction
        view.pageTitle = page.metadata.text("title")
        if FactsWriter.hasPage(analysed) { view.factsHref = relative(FactsWriter.file(group.path), from: file) }
        if !analysed.isFragment { view.pageHref = relative("\(page.locale.lowercased)/\(SitePaths.html(group.path))", from: file) }
        view.sourceOrigin = group.source.map(origin)
        view.findings = rest
        let (previous, next) = context.outline.reportNeighbours(of: group.path, in: page.locale)
        view.previous = previous.map { link($0, page.locale, from: file) }
        view.next = next.map { link($0, page.locale, from: file) }
        view.queue = (relative(ReportQueue.file(page.locale), from: file), ReportQueue.place(group.path))
        view.provenance = provenance(page)
        return try context.renderer.reportPage(view)
    }

    private func link(_ path: String, _ locale: LocaleTag, from file: String) -> PageLink {
        PageLink(path, href: relative(Self.file(locale, path), from: file))
    }

    private func relative(_ target: String, from file: String) -> String {
        SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(file), to: target))
    }

    private func origin(_ source: SourcePage) -> String {
        guard source.isRecovered else { return strings.fill("sourceFromFile", ["file": source.page.file]) }
        let count = strings.number(source.page.segments.count)
        return strings.fill("sourceRecovered", ["recovered": count, "total": count])
    }

    private func provenance(_ page: Page) -> [ReportPageView.ProvenanceRow] {
        let facts: [(String, String?)] = [
            ("provenanceFile", page.file), ("provenanceCommit", page.provenance.sourceCommit), ("provenanceHash", page.provenance.sourceHash),
            ("provenanceHandOff", page.provenance.handOffDate),
            ("provenanceOrigin", page.provenance.origin.map { strings[$0 == .human ? "originHuman" : "originMachine"] }),
        ]
        return facts.compactMap { key, value in value.map { .init(strings[key], $0) } }
    }
}

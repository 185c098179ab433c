import LocalizationModel
import Rendering

/// Writes the entry of the editors' report: the figures of each locale and the matrix of pages and locales. On a large site the matrix is one
/// of folders, and each folder has an index of its own.
struct ReportIndex {
    private let context: SiteContext
    private let strings: InterfaceText

    init(_ context: SiteContext) throws(HexaplaError) {
        self.context = context
        strings = try context.strings(context.source)
    }

    /// The index of all pages.
    func whole(_ groups: [GroupSummary]) throws(HexaplaError) -> [UInt8] {
        guard SiteFolders.isLarge(groups.count) else { return try page(groups, rows: groups.compactMap { row($0, base: "") }, file: ReportWriter.index) }
        let rows = SiteFolders(groups).folders.flatMap { folder, groups in
            folder.isEmpty ? groups.compactMap { row($0, base: "") } : [row(folder, groups)]
        }
        return try page(groups, rows: rows, file: ReportWriter.index)
    }

    /// The index of one folder.
    func folder(_ folder: String, _ groups: [GroupSummary]) throws(HexaplaError) -> [UInt8] {
        let file = ReportWriter.index(ofFolder: folder)
        return try page(groups, rows: groups.compactMap { row($0, base: Self.base(file)) }, file: file, folder: folder)
    }

    /// The way from a file to the folder of the report.
    private static func base(_ file: String) -> String { SitePaths.relative(from: SitePaths.folder(file), to: SitePaths.folder(ReportWriter.index)) }

    private func page(_ groups: [GroupSummary], rows: [ReportIndexView.Row], file: String, folder: String? = nil) throws(HexaplaError) -> [UInt8] {
        let locales = context.tree.translationLocales
        var view = ReportIndexView(
            siteTitle: context.project.title, rootPath: context.root(from: file), locales: locales.map { summary($0, groups) }, rows: rows,
            rules: rules(groups.flatMap(\.counts), locales), strings: strings)
        view.sourceLocale = "\(context.profile(context.source).nativeName) (\(context.source))"
        view.direction = context.profile(context.source).direction
        view.factsHref = SitePaths.encoded(
            SitePaths.relative(from: SitePaths.folder(file), to: folder.map(FactsWriter.index(ofFolder:)) ?? FactsWriter.index))
        view.folder = folder
        view.indexHref = folder == nil ? nil : Self.base(file) + "index.html"
        view.pageCount = groups.count { !$0.cells.isEmpty }
        return try context.renderer.reportIndex(view)
    }

    // MARK: Rows

    /// Nil for a group of which there is nothing to show.
    ///
    /// - Parameter base: the way to the folder of the report.
    private func row(_ group: GroupSummary, base: String) -> ReportIndexView.Row? {
        guard !group.cells.isEmpty else { return nil }
        let html = SitePaths.encoded(SitePaths.html(group.path))
        return ReportIndexView.Row(
            path: group.path, title: context.outline.title(of: group.path, in: context.source),
            factsHref: group.facts == nil ? nil : base + FactsWriter.folder + html,
            cells: context.tree.translationLocales.map { locale in
                guard let cell = group.cells[locale], cell.status.pages > 0 else {
                    return .init(percent: nil, sign: nil, findings: group.cells[locale]?.findings ?? 0, href: nil)
                }
                return .init(percent: cell.status.percent, sign: cell.worst, findings: cell.findings, href: "\(base)\(locale.lowercased)/\(html)")
            })
    }

    private func row(_ folder: String, _ groups: [GroupSummary]) -> ReportIndexView.Row {
        let file = ReportWriter.index(ofFolder: folder)
        let href = SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(ReportWriter.index), to: file))
        return ReportIndexView.Row(
            path: folder, title: context.outline.sectionTitle(String(folder.dropLast()), in: context.source),
            cells: context.tree.translationLocales.map { locale in
                let cells = groups.compactMap { $0.cells[locale] }
                let status = PageStatus.totals(cells.map(\.status), locales: [locale])[0]
                let findings = cells.reduce(0) { $0 + $1.findings }
                guard status.pages > 0 else { return .init(percent: nil, sign: nil, findings: findings, href: nil) }
                let worst = cells.compactMap(\.worst).max { $0.urgency < $1.urgency }
                return .init(percent: status.percent, sign: worst, findings: findings, href: href)
            })
    }

    // MARK: Figures

    private func summary(_ locale: LocaleTag, _ groups: [GroupSummary]) -> ReportIndexView.LocaleSummary {
        let cells = groups.compactMap { $0.cells[locale] }
        let status = PageStatus.totals(cells.map(\.status), locales: [locale])[0]
        var summary = ReportIndexView.LocaleSummary(tag: locale.description, nativeName: context.profile(locale).nativeName)
        summary.pages = status.pages
        summary.segments = status.translated + status.untranslated + status.partial + status.missing
        (summary.translated, summary.untranslated, summary.partial) = (status.translated, status.untranslated, status.partial)
        (summary.missing, summary.extra, summary.percent) = (status.missing, status.extra, status.percent)
        summary.stale = cells.reduce(0) { $0 + $1.stale }
        (summary.errors, summary.warnings, summary.notes) = (status.errors, status.warnings, status.notes)
        return summary
    }

    /// The worst first, then the most frequent. What is wrong with the source's own pages has no column.
    private func rules(_ counts: [GroupSummary.FindingCount], _ locales: [LocaleTag]) -> [ReportIndexView.RuleCount] {
        Dictionary(grouping: counts.filter { $0.locale != context.source }, by: \.rule).map { rule, counts in
            let perLocale = Dictionary(counts.map { ($0.locale, $0.count) }, uniquingKeysWith: +)
            return ReportIndexView.RuleCount(rule: rule, severity: counts.map(\.severity).max() ?? .note, counts: locales.map { perLocale[$0] ?? 0 })
        }.sorted { a, b in
            let (x, y) = (a.counts.reduce(0, +), b.counts.reduce(0, +))
            return a.severity != b.severity ? a.severity > b.severity : x != y ? x > y : a.rule < b.rule
        }
    }
}

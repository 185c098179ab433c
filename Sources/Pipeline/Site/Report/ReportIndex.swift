import LocalizationModel
import Rendering

/// Writes the entry of the editors' report: the figures of each locale and the matrix of pages and locales. On a large site the matrix is one
/// of folders, and each folder has an index of its own.
struct ReportIndex {
    private let context: SiteContext
    private let strings: InterfaceText
    /// By path; empty without a baseline.
    private let changes: [String: SiteBaseline.Changes]

    init(_ context: SiteContext, changes: [String: SiteBaseline.Changes]) throws(HexaplaError) {
        self.context = context
        self.changes = changes
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

    private func page(_ groups: [GroupSummary], rows: [MakeRow], file: String, folder: String? = nil) throws(HexaplaError) -> [UInt8] {
        let locales = context.tree.translationLocales
        let rules = rules(groups.flatMap(\.counts), locales)
        let places = Dictionary(rules.enumerated().map { ($1.rule, $0) }, uniquingKeysWith: { first, _ in first })
        var view = ReportIndexView(
            siteTitle: context.project.title, rootPath: context.root(from: file), locales: locales.map { summary($0, groups) },
            rows: rows.map { $0(places) }, rules: rules, strings: strings)
        view.sourceLocale = "\(context.profile(context.source).nativeName) (\(context.source))"
        view.direction = context.profile(context.source).direction
        view.factsHref = SitePaths.encoded(
            SitePaths.relative(from: SitePaths.folder(file), to: folder.map(FactsWriter.index(ofFolder:)) ?? FactsWriter.index))
        view.folder = folder
        view.indexHref = folder == nil ? nil : Self.base(file) + "index.html"
        view.changes = told(groups, file: file, isWhole: folder == nil)
        view.pageCount = groups.count { !$0.cells.isEmpty }
        return try context.renderer.reportIndex(view)
    }

    /// What is new and what was fixed; nil without a baseline.
    private func told(_ groups: [GroupSummary], file: String, isWhole: Bool) -> (new: Int, fixed: [ReportIndexView.FixedFinding])? {
        guard context.baseline.baseline != nil else { return nil }
        let own = groups.compactMap { changes[$0.path] }
        let fixed = (own.flatMap(\.fixed) + (isWhole ? context.baseline.gone(context.tree) : [])).map { entry in
            let group = context.group(entry.page)
            let isThere = group?.hiddenBy == nil && group?.files.contains { $0.locale == entry.locale && $0.locale != context.source } ?? false
            let report = ReportWriter.file(entry.locale, entry.page)
            return ReportIndexView.FixedFinding(
                rule: entry.rule, page: entry.page, locale: entry.locale.description, message: entry.message,
                href: isThere ? SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(file), to: report)) : nil)
        }
        return (own.reduce(0) { $0 + $1.new.values.reduce(0, +) }, fixed)
    }

    // MARK: Rows

    /// Makes a row once the place of each rule in the table of rules is known.
    private typealias MakeRow = (_ rules: [String: Int]) -> ReportIndexView.Row

    /// Nil for a group of which there is nothing to show.
    ///
    /// - Parameter base: the way to the folder of the report.
    private func row(_ group: GroupSummary, base: String) -> MakeRow? {
        // A page that another one hides has no report; the other one's says so.
        guard !group.cells.isEmpty, context.group(group.path)?.hiddenBy == nil else { return nil }
        let html = SitePaths.encoded(SitePaths.html(group.path))
        return { rules in
            ReportIndexView.Row(
                path: group.path, title: context.outline.title(of: group.path, in: context.source).text,
                factsHref: group.facts == nil ? nil : base + FactsWriter.folder + html,
                cells: context.tree.translationLocales.map { cell($0, [group], rules, href: "\(base)\($0.lowercased)/\(html)") })
        }
    }

    private func row(_ folder: String, _ groups: [GroupSummary]) -> MakeRow {
        let file = ReportWriter.index(ofFolder: folder)
        let href = SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(ReportWriter.index), to: file))
        return { rules in
            ReportIndexView.Row(
                path: folder, title: context.outline.sectionTitle(String(folder.dropLast()), in: context.source).text,
                cells: context.tree.translationLocales.map { cell($0, groups, rules, href: href) })
        }
    }

    /// A page or a folder in one locale; nothing leads to a page that the locale lacks.
    private func cell(_ locale: LocaleTag, _ groups: [GroupSummary], _ rules: [String: Int], href: String) -> ReportIndexView.Cell {
        let cells = groups.compactMap { $0.cells[locale] }
        let status = PageStatus.totals(cells.map(\.status), locales: [locale])[0]
        let isThere = groups.count > 1 || status.pages > 0
        var counts: [String: [Severity: Int]] = [:]
        for count in groups.lazy.flatMap(\.counts) where count.locale == locale { counts[count.rule, default: [:]][count.severity, default: 0] += count.count }
        var cell = ReportIndexView.Cell(
            progress: isThere ? TranslationProgress(status, stale: cells.reduce(0) { $0 + $1.stale }) : nil,
            sign: isThere ? cells.compactMap(\.worst).max { $0.urgency < $1.urgency } : nil, findings: cells.reduce(0) { $0 + $1.findings },
            counts: counts.flatMap { rule, counts in counts.map { .init(rule: rules[rule] ?? 0, severity: $0, count: $1) } }.sorted {
                ($0.rule, $1.severity) < ($1.rule, $0.severity)
            }, drift: status.oldestDrift, href: isThere ? href : nil)
        cell.newFindings = groups.reduce(0) { $0 + (changes[$1.path]?.new[locale] ?? 0) }
        return cell
    }

    // MARK: Figures

    private func summary(_ locale: LocaleTag, _ groups: [GroupSummary]) -> ReportIndexView.LocaleSummary {
        let cells = groups.compactMap { $0.cells[locale] }
        let status = PageStatus.totals(cells.map(\.status), locales: [locale])[0]
        var summary = ReportIndexView.LocaleSummary(tag: locale.description, nativeName: context.profile(locale).nativeName)
        summary.pages = status.pages
        summary.progress = TranslationProgress(status, stale: cells.reduce(0) { $0 + $1.stale })
        summary.drift = status.oldestDrift
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

import LocalizationModel
import Rendering

/// Writes the index that says on which pages languages disagree; on a large site in which folders, with an index for each.
struct FactsIndex {
    private let context: SiteContext
    private let strings: InterfaceText

    init(_ context: SiteContext) throws(HexaplaError) {
        self.context = context
        strings = try context.strings(context.source)
    }

    /// The source first, where it has pages.
    private var locales: [LocaleTag] {
        context.tree.locales.contains(context.source) ? [context.source] + context.tree.translationLocales : context.tree.translationLocales
    }

    /// The index of all pages.
    func whole(_ groups: [GroupSummary]) throws(HexaplaError) -> [UInt8] {
        guard SiteFolders.isLarge(groups.count) else { return try page(groups.compactMap { $0.facts.map { row($0, base: "") } }, file: FactsWriter.index) }
        let rows = SiteFolders(groups).folders.flatMap { folder, groups -> [FactsIndexView.Row] in
            let facts = groups.compactMap(\.facts)
            return folder.isEmpty ? facts.map { row($0, base: "") } : facts.isEmpty ? [] : [row(folder, facts)]
        }
        return try page(rows, file: FactsWriter.index)
    }

    /// The index of one folder.
    func folder(_ folder: String, _ groups: [GroupSummary]) throws(HexaplaError) -> [UInt8] {
        let file = FactsWriter.index(ofFolder: folder)
        let base = SitePaths.relative(from: SitePaths.folder(file), to: SitePaths.folder(FactsWriter.index))
        return try page(groups.compactMap { $0.facts.map { row($0, base: base) } }, file: file, folder: folder)
    }

    private func page(_ rows: [FactsIndexView.Row], file: String, folder: String? = nil) throws(HexaplaError) -> [UInt8] {
        func way(to target: String) -> String { SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(file), to: target)) }
        var view = FactsIndexView(
            siteTitle: context.project.title, rootPath: context.root(from: file), indexHref: way(to: ReportWriter.index),
            columns: locales.map { .init(tag: $0.description, nativeName: context.profile($0).nativeName) }, rows: rows, strings: strings)
        view.direction = context.profile(context.source).direction
        view.folder = folder
        view.factsHref = folder == nil ? nil : way(to: FactsWriter.index)
        return try context.renderer.factsIndex(view)
    }

    /// - Parameter base: the way to the folder of this index.
    private func row(_ row: FactsWriter.Row, base: String) -> FactsIndexView.Row {
        .init(
            path: row.path, title: row.title, href: base + "pages/" + SitePaths.encoded(SitePaths.html(row.path)), facts: row.facts,
            disagreeing: row.disagreeing, older: row.older, cells: locales.map { row.cells[$0] })
    }

    private func row(_ folder: String, _ rows: [FactsWriter.Row]) -> FactsIndexView.Row {
        let title = context.outline.sectionTitle(String(folder.dropLast()), in: context.source).text
        return .init(
            path: folder, title: .init(title, language: context.source.description),
            href: SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(FactsWriter.index), to: FactsWriter.index(ofFolder: folder))),
            facts: rows.reduce(0) { $0 + $1.facts }, disagreeing: rows.reduce(0) { $0 + $1.disagreeing }, older: rows.reduce(0) { $0 + $1.older },
            cells: locales.map { locale in
                let cells = rows.compactMap { $0.cells[locale] }
                return cells.isEmpty
                    ? nil : .init(disagreeing: cells.reduce(0) { $0 + $1.disagreeing }, older: cells.reduce(0) { $0 + $1.older })
            })
    }
}

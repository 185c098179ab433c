import LocalizationModel
import Rendering

/// Writes the facts of each page in all its languages.
struct FactsWriter {
    private let context: SiteContext
    private let strings: InterfaceText

    init(_ context: SiteContext) throws(HexaplaError) {
        self.context = context
        strings = try context.strings(context.source)
    }

    static let index = "report/facts/index.html"

    /// - Parameter folder: with a slash at its end.
    static func index(ofFolder folder: String) -> String { "report/facts/folders/\(folder)index.html" }

    /// Where the pages of facts lie, seen from the index of the report.
    static let folder = "facts/pages/"

    /// Below a folder of their own: a page may be called `index`.
    static func file(_ path: String) -> String { "report/" + folder + "\(SitePaths.html(path))" }

    /// True where a page states facts or says anything of itself.
    static func hasPage(_ analysed: AnalysedGroup) -> Bool {
        !analysed.isFragment && !analysed.group.translations.isEmpty
            && (!analysed.group.facts.isEmpty || pages(analysed.group).contains { !$0.metadata.entries.isEmpty })
    }

    /// The languages of a group, the source first: its own page, or what was recovered of it where its facts are compared.
    private static func pages(_ group: PageGroup) -> [Page] {
        let source = group.source.flatMap { source in
            !source.isRecovered || group.facts.contains { $0.cells.contains { $0.locale == source.page.locale } } ? source.page : nil
        }
        return (source.map { [$0] } ?? []) + group.translations.map(\.page)
    }

    // MARK: A page

    /// Nil where there is nothing to show.
    ///
    /// - Parameter places: of each translation's report page.
    func page(_ analysed: AnalysedGroup, places: [LocaleTag: ReportPlaces]) throws(HexaplaError) -> [UInt8]? {
        guard Self.hasPage(analysed) else { return nil }
        let group = analysed.group
        let file = Self.file(group.path)
        let pages = Self.pages(group)
        let reports = Dictionary(
            pages.map { ($0.locale, relative(ReportWriter.file($0.locale, group.path), from: file)) }, uniquingKeysWith: { first, _ in first })
        let cells = FactCells(pages: pages, recovered: group.source.flatMap { $0.isRecovered ? $0.page.locale : nil }, places: places, reports: reports)
        var view = FactsPageView(
            path: group.path, siteTitle: context.project.title, rootPath: context.root(from: file), indexHref: relative(ReportWriter.index, from: file),
            factsHref: relative(Self.index, from: file), columns: pages.map { column($0, group, file) },
            groups: groups(group, cells), metadata: MetadataRows(group.metadata, source: context.source, cells: cells, findings: analysed.findings).rows,
            strings: strings)
        view.pageTitle = Self.title(group)
        view.direction = context.profile(context.source).direction
        return try context.renderer.factsPage(view)
    }

    private func relative(_ target: String, from file: String) -> String {
        SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(file), to: target))
    }

    private static func title(_ group: PageGroup) -> FactsPageView.Words? {
        pages(group).lazy.compactMap { page in page.metadata.text("title").map { .init($0, language: page.locale.description) } }.first
    }

    private func column(_ page: Page, _ group: PageGroup, _ file: String) -> FactsPageView.Column {
        let isSource = page.locale == context.source
        let recovered = group.source.flatMap { isSource && $0.isRecovered ? $0 : nil }
        let provenance = recovered.map {
            Provenance(sourceCommit: $0.commit, sourceHash: nil, handOffDate: nil, origin: nil, contentLocale: nil)
        }
        return .init(
            tag: page.locale.description, nativeName: context.profile(page.locale).nativeName, isSource: isSource,
            provenance: provenance ?? page.provenance, recoveredFrom: recovered?.origins.first?.locale.description,
            href: isSource ? nil : relative(ReportWriter.file(page.locale, group.path), from: file))
    }

    /// The rows by section, in the order of the model.
    private func groups(_ group: PageGroup, _ cells: FactCells) -> [FactsPageView.Group] {
        let labels = FactLabels(group, source: context.source)
        let sections = Dictionary(group.requirements.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        var groups: [FactsPageView.Group] = []
        var rest = group.facts[...]
        while let first = rest.first {
            let own = rest.prefix { $0.section == first.section }
            rest = rest.dropFirst(own.count)
            guard let section = sections[first.section] else { continue }
            let nodes = Self.nodes(section.requirements)
            var last = ""
            let rows = own.map { row -> FactsPageView.Row in
                defer { last = row.node }
                return cells.row(row, node: nodes[row.node], label: nodes[row.node].flatMap(labels.words), isFirst: row.node != last)
            }
            groups.append(.init(headings: labels.headings(section), rows: rows))
        }
        return groups
    }

    private static func nodes(_ roots: [RequirementNode]) -> [String: RequirementNode] {
        var nodes: [String: RequirementNode] = [:]
        var open = roots
        while let node = open.popLast() {
            nodes[node.id] = node
            open += node.children
        }
        return nodes
    }

    // MARK: The index

    /// What the index needs of a page.
    struct Row: Hashable, Sendable {
        let path: String
        let title: FactsPageView.Words?
        let facts: Int
        let disagreeing: Int
        let older: Int
        let cells: [LocaleTag: FactsIndexView.Cell]
    }

    /// Nil for a group without a page of facts.
    static func row(_ analysed: AnalysedGroup) -> Row? {
        guard hasPage(analysed) else { return nil }
        let facts = analysed.group.facts
        var counts = Dictionary(pages(analysed.group).map { ($0.locale, (disagreeing: 0, older: 0)) }, uniquingKeysWith: { first, _ in first })
        for cell in facts.flatMap(\.cells) {
            if cell.standing == .disagrees { counts[cell.locale]?.disagreeing += 1 }
            if cell.standing == .older { counts[cell.locale]?.older += 1 }
        }
        return Row(
            path: analysed.group.path, title: title(analysed.group), facts: facts.count,
            disagreeing: facts.count { $0.cells.contains { $0.standing == .disagrees } },
            older: facts.count { $0.cells.contains { $0.standing == .older } },
            cells: counts.mapValues { .init(disagreeing: $0.disagreeing, older: $0.older) })
    }
}

import FileSystem
import LocalizationModel
import Rendering
import Reporting

/// Builds the site: pages and fall-backs of every locale, the report, the model.
public struct SiteBuilder: Sendable {
    public struct Result: Sendable {
        /// Pages of the readers' site, fall-backs among them.
        public let pages: Int
        public let findings: [Finding]
    }

    private let project: Project
    private let data: DataFolders
    private let analysis: ProjectAnalysis
    private let version: String

    public init(project: Project, data: DataFolders, analysis: ProjectAnalysis, version: String) {
        self.project = project
        self.data = data
        self.analysis = analysis
        self.version = version
    }

    /// What is kept of a group once its files are written.
    private struct Written: Sendable {
        let pages: Int
        let findings: [Finding]
        let row: ReportWriter.Row
        /// Nil for a group without a page of facts.
        let facts: FactsWriter.Row?
        let model: [UInt8]
    }

    public func build(jobs: Int, progress: (@Sendable () -> Void)? = nil) throws(HexaplaError) -> Result {
        let context = try SiteContext(project, data: data, analysis: analysis, jobs: jobs)
        let output = try OutputFolder(project.output, content: project.content)
        let assets = try Self.assets(context, data)
        let planned = Self.plan(context).union(assets.map(\.file))
        let old = try output.begin(planned)
        let report = try ReportWriter(context)
        let facts = try FactsWriter(context)
        let written = try analysis.map(jobs: jobs, progress: progress) { (analysed) throws(HexaplaError) in
            try Self.write(analysed, context, report, facts, output)
        }
        for asset in assets { try output.write(try FileSystem.read(asset.from), to: asset.file) }
        let findings = written.flatMap(\.findings)
        try output.write(try report.index(written.map(\.row), findings: findings), to: ReportWriter.index)
        try output.write(try facts.index(written.compactMap(\.facts)), to: FactsWriter.index)
        try output.write(FindingsJSON.report(findings, fingerprint: Fingerprint.of), to: "report/findings.json")
        try output.write(
            ModelJSON.document(written.map(\.model), sourceLocale: context.source, locales: context.tree.locales, version: version), to: "model.json")
        try output.write(try Self.chooser(context, written.map(\.row)), to: "index.html")
        let empty = written.filter { $0.facts == nil }.map { FactsWriter.file($0.row.path) }
        try output.finish(planned.subtracting(empty), old: old)
        return Result(pages: written.reduce(0) { $0 + $1.pages }, findings: findings)
    }

    /// Every file that a build makes, known before any is made.
    private static func plan(_ context: SiteContext) -> Set<String> {
        var files: Set<String> = ["index.html", "model.json", ReportWriter.index, FactsWriter.index, "report/findings.json"]
        for group in context.tree.groups {
            let own = Set(group.files.map(\.locale))
            files.insert(FactsWriter.file(group.path))
            for locale in context.tree.locales {
                let shows = own.contains(locale) || own.contains(context.source)
                if shows, !group.isFragment { files.insert("\(locale.lowercased)/\(SitePaths.html(group.path))") }
                if own.contains(locale), locale != context.source { files.insert(ReportWriter.file(locale, group.path)) }
            }
        }
        return files
    }

    private static func write(
        _ analysed: AnalysedGroup, _ context: SiteContext, _ report: ReportWriter, _ facts: FactsWriter, _ output: OutputFolder
    ) throws(HexaplaError) -> Written {
        let writer = PageWriter(context, analysed)
        let path = analysed.group.path
        var pages = 0
        if !analysed.isFragment {
            for locale in context.tree.locales {
                guard let html = try writer.page(locale) else { continue }
                try output.write(html, to: "\(locale.lowercased)/\(SitePaths.html(path))")
                pages += 1
            }
        }
        for translation in analysed.group.translations {
            try output.write(try report.page(analysed, translation), to: ReportWriter.file(translation.page.locale, path))
        }
        if let page = try facts.page(analysed) { try output.write(page, to: FactsWriter.file(path)) }
        return Written(
            pages: pages, findings: analysed.findings, row: ReportWriter.row(analysed), facts: facts.row(analysed), model: ModelJSON.page(analysed.group))
    }

    /// Files that are copied: the look, and each locale's images and downloads, else the source's.
    private static func assets(_ context: SiteContext, _ data: DataFolders) throws(HexaplaError) -> [(from: String, file: String)] {
        var assets: [String: String] = [:]
        for folder in [data.templates] + (context.project.templates.map { [$0] } ?? [])
        where FileSystem.kind(folder + "/assets", followingLinks: true) == .folder {
            for name in try FileSystem.names(inFolder: folder + "/assets") where FileSystem.kind("\(folder)/assets/\(name)") == .file {
                assets["assets/\(name)"] = "\(folder)/assets/\(name)"
            }
        }
        for (path, files) in context.tree.assets {
            for locale in context.tree.locales { if let file = files[locale] ?? files[context.source] { assets["\(locale.lowercased)/\(path)"] = file } }
        }
        return assets.sorted { $0.key < $1.key }.map { ($0.value, $0.key) }
    }

    /// The root page says of each language how much of the whole site is translated.
    private static func chooser(_ context: SiteContext, _ rows: [ReportWriter.Row]) throws(HexaplaError) -> [UInt8] {
        var entries: [LanguageChooserView.Entry] = []
        for locale in context.tree.locales {
            let profile = context.profile(locale)
            let status = PageStatus.totals(rows.compactMap { $0.cells[locale]?.status }, locales: [locale])[0]
            let mark = locale == context.source ? StateMark(.source) : StateMark(status.percent == 100 ? .translated : .partial, percent: status.percent)
            let first = context.outline.shown(in: locale, source: context.source).first?.path ?? "index.md"
            entries.append(
                .init(
                    tag: locale.description, nativeName: profile.nativeName, direction: profile.direction,
                    href: SitePaths.encoded("\(locale.lowercased)/\(SitePaths.html(first))"), mark: mark,
                    strings: try context.strings(locale)))
        }
        return try context.renderer.chooser(
            LanguageChooserView(siteTitle: context.project.title, entries: entries, strings: try context.strings(context.source)))
    }
}

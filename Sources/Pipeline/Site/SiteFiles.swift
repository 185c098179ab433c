import FileSystem
import LocalizationModel
import Rendering
import Reporting

/// Writes the files of a site that belong to no page: what tells of many pages, and what is copied as it is.
struct SiteFiles {
    private let context: SiteContext
    /// Of all groups, in the order of their paths.
    private let groups: [GroupSummary]
    /// What became of each group's findings since the baseline, in the same order.
    private let changes: [SiteBaseline.Changes?]
    /// What each group tells other programs, in the same order.
    private let listings: [GroupListing]
    private let output: OutputFolder
    private let version: String

    init(
        _ context: SiteContext, _ groups: [GroupSummary], changes: [SiteBaseline.Changes?], listings: [GroupListing], _ output: OutputFolder, version: String
    ) {
        self.context = context
        self.groups = groups
        self.changes = changes
        self.listings = listings
        self.output = output
        self.version = version
    }

    /// What there is to tell since the last build.
    struct News {
        /// The folders in which there is anything new; nil where pages came or went, or titles changed.
        var folders: Set<String>?
        /// True where a page tells other programs something else.
        var isListed: Bool
        /// True where addresses of old lead somewhere else.
        var isRedirected: Bool
    }

    /// - Parameter known: what is known of the files of the last build.
    func write(_ assets: [Asset], known: [String: KnownProject.SiteFile], news: News) throws(HexaplaError) -> [String: KnownProject.SiteFile] {
        var files: [String: KnownProject.SiteFile] = [:]
        for asset in assets {
            guard let source = FileSystem.stamp(asset.from) else { continue }
            if let same = known[asset.file], same.source == source, output.stamp(asset.file) == same.stamp {
                files[asset.file] = same
            } else {
                let moment = FileStamp.now
                files[asset.file] = .init(stamp: try output.write(try FileSystem.read(asset.from), to: asset.file), source: source.settled(asOf: moment))
            }
        }
        let folders = Dictionary(SiteFolders(groups).folders.map { ($0.folder, $0.groups) }, uniquingKeysWith: { first, _ in first })
        lazy var programs = ProgramFiles(context, listings)
        for (index, file) in context.plan.indices {
            if let same = known[file], output.stamp(file) == same.stamp, !Self.isNews(news, for: index) {
                files[file] = same
            } else {
                let bytes = try bytes(index, folders) { programs }
                files[file] = .init(stamp: try output.write(bytes, to: file), source: nil)
            }
        }
        return files
    }

    private static func isNews(_ news: News, for index: SitePlan.Index) -> Bool {
        guard let folders = news.folders else { return true }
        return switch index {
        case .report, .facts, .reportQueue: !folders.isEmpty
        case .chooser: !folders.isEmpty || news.isListed
        case .program(let file):
            switch file {
            case .llms, .sitemapIndex, .sitemap, .feed: news.isListed
            case .redirect, .redirectList: news.isRedirected
            case .notFound, .robots: false
            }
        case .reportFolder(let folder), .factsFolder(let folder): folders.contains(folder)
        case .model, .contents: false
        }
    }

    /// Empty without a baseline.
    private var changesByPath: [String: SiteBaseline.Changes] {
        Dictionary(zip(groups, changes).compactMap { group, changes in changes.map { (group.path, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private func bytes(_ index: SitePlan.Index, _ folders: [String: [GroupSummary]], _ programs: () -> ProgramFiles) throws(HexaplaError) -> [UInt8] {
        switch index {
        case .chooser: return try chooser(context.address.map { programs().alternatesOfStart($0) } ?? [])
        case .report: return try ReportIndex(context, changes: changesByPath).whole(groups)
        case .reportFolder(let folder): return try ReportIndex(context, changes: changesByPath).folder(folder, folders[folder] ?? [])
        case .reportQueue(let locale): return ReportQueue(groups.filter { context.group($0.path)?.hiddenBy == nil }, locale).script
        case .facts: return try FactsIndex(context).whole(groups)
        case .factsFolder(let folder): return try FactsIndex(context).folder(folder, folders[folder] ?? [])
        case .model:
            let pages = groups.map { (path: $0.path, file: "../" + SitePlan.model($0.path)) }
            return ModelJSON.index(pages, sourceLocale: context.source, locales: context.tree.locales, version: version)
        case .contents(let locale): return try contents(locale)
        case .program(let file): return try programs().bytes(file)
        }
    }

    // MARK: Copies

    /// A file that is copied.
    struct Asset: Sendable {
        /// Its place in the site.
        let file: String
        let from: String
    }

    /// Where a locale's image or download lies in the site.
    static func place(_ path: String, _ locale: LocaleTag) -> String { "\(locale.lowercased)/\(SitePaths.withoutControls(path))" }

    /// The look, and each locale's images and downloads, else the source's; in the order of their places.
    static func assets(_ tree: ContentTree, _ templates: [String]) throws(HexaplaError) -> [Asset] {
        var assets: [String: String] = [:]
        for folder in templates where FileSystem.kind(folder + "/assets", followingLinks: true) == .folder {
            for entry in try FileSystem.entries(inFolder: folder + "/assets") where entry.kind == .file {
                assets["assets/\(entry.name)"] = "\(folder)/assets/\(entry.name)"
            }
        }
        let pages = Set(tree.groups.lazy.filter { !$0.isFragment && $0.files.count > 0 }.map { SitePaths.html($0.path) })
        for (path, files) in tree.assets where !pages.contains(path) {
            for locale in tree.locales { if let file = files[locale] ?? files[tree.sourceLocale] { assets[place(path, locale)] = file.file } }
        }
        return assets.sorted { $0.key < $1.key }.map { Asset(file: $0.key, from: $0.value) }
    }

    // MARK: Pages of the whole site

    /// The root page says of each language how much of the whole site is translated.
    private func chooser(_ alternates: [SitePageView.Alternate]) throws(HexaplaError) -> [UInt8] {
        var entries: [LanguageChooserView.Entry] = []
        for locale in context.tree.locales {
            let profile = context.profile(locale)
            let status = PageStatus.totals(groups.compactMap { $0.cells[locale]?.status }, locales: [locale])[0]
            let mark = locale == context.source ? StateMark(.source) : StateMark(status.percent == 100 ? .translated : .partial, percent: status.percent)
            let first = context.outline.firstPage(in: locale) ?? "index.md"
            entries.append(
                .init(
                    tag: locale.description, nativeName: profile.nativeName, direction: profile.direction,
                    href: SitePaths.encoded("\(locale.lowercased)/\(SitePaths.html(first))"), mark: mark,
                    strings: try context.strings(locale)))
        }
        var view = LanguageChooserView(siteTitle: context.project.title, entries: entries, strings: try context.strings(context.source))
        view.canonical = context.address?.base
        view.alternates = alternates
        return try context.renderer.chooser(view)
    }

    /// All folders of a site that has too many of them for the navigation of each page.
    private func contents(_ locale: LocaleTag) throws(HexaplaError) -> [UInt8] {
        let strings = try context.strings(locale)
        let folders = try context.renderer.navigation(
            context.outline.folders(in: locale) { context.language($0, in: locale) }, depth: 0, strings: strings)
        let home = context.outline.firstPage(in: locale).map { SitePaths.encoded(SitePaths.html($0)) } ?? ""
        var view = SitePageView(
            language: locale.description, title: strings["navigation"], siteTitle: context.project.title, rootPath: "../", homeHref: home,
            body: folders.opened, strings: strings)
        view.direction = context.profile(locale).direction
        view.needsHeading = true
        view.searchFolder = locale.lowercased
        let name = SitePlan.contents(context.tree) ?? ""
        view.switcher = context.tree.locales.map { other in
            .init(
                nativeName: context.profile(other).nativeName, tag: other.description, href: SitePaths.encoded("../\(other.lowercased)/\(name)"),
                isCurrent: other == locale, mark: StateMark(other == context.source ? .source : .translated))
        }
        return try context.renderer.page(view)
    }
}

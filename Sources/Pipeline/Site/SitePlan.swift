import LocalizationModel

/// Every file that a build makes, known before any is made.
struct SitePlan: Sendable {
    let redirects: [Redirect]
    private let tree: ContentTree
    private let address: SiteAddress?
    private let tags: [LocaleTag: String]

    /// - Parameter address: nil where the files that need whole addresses are not made.
    init(_ tree: ContentTree, address: SiteAddress?, redirects: [Redirect] = []) {
        self.tree = tree
        self.address = address
        self.redirects = redirects
        tags = Dictionary((tree.locales + [tree.sourceLocale]).map { ($0, $0.lowercased) }, uniquingKeysWith: { first, _ in first })
    }

    static let chooser = "index.html"
    static let modelIndex = "model/index.json"
    static let notFound = "404.html"
    static let sitemapIndex = "sitemap.xml"
    static let robots = "robots.txt"
    static let llms = "llms.txt"
    static let redirectList = "_redirects"

    /// Folders at the site's root that hold no locale.
    static let ownFolders: Set<String> = ["assets", "model", "report", "search"]

    /// Below a folder of their own: a page may be called `index`.
    static func model(_ path: String) -> String { SitePaths.fitting("model/pages/\(path)", ".json") }

    /// The feed of a locale, below its folder.
    static func feed(_ locale: LocaleTag) -> String { "\(locale.lowercased)/\(feedName)" }
    private static let feedName = "feed.xml"

    static func llms(_ locale: LocaleTag) -> String { "\(locale.lowercased)/\(llms)" }

    /// A file that tells of many pages.
    enum Index: Hashable, Sendable {
        case chooser, report, facts, model
        /// On a large site, of one folder.
        case reportFolder(String), factsFolder(String)
        /// The pages of a locale that have findings, for the way from one to the next.
        case reportQueue(LocaleTag)
        /// All folders of a site with many of them, for readers.
        case contents(LocaleTag)
        /// For other programs than readers' browsers.
        case program(ProgramFile)
    }

    /// The files of search that are made for every locale; how many more there are follows from the pages.
    var searchDirectories: [String] { tree.locales.map(SiteSearch.directory) }

    /// The files that tell of many pages.
    var indices: [(index: Index, file: String)] {
        var indices: [(Index, String)] = [
            (.chooser, Self.chooser), (.report, ReportWriter.index), (.facts, FactsWriter.index), (.model, Self.modelIndex),
        ]
        for locale in tree.translationLocales { indices.append((.reportQueue(locale), ReportQueue.file(locale))) }
        if SiteFolders.isLarge(tree.groups.count) {
            for folder in Set(tree.groups.map { SitePaths.folder($0.path) }).subtracting([""]).sorted() {
                indices.append((.reportFolder(folder), ReportWriter.index(ofFolder: folder)))
                indices.append((.factsFolder(folder), FactsWriter.index(ofFolder: folder)))
            }
        }
        if let contents = Self.contents(tree) { for locale in tree.locales { indices.append((.contents(locale), "\(tag(locale))/\(contents)")) } }
        return indices + programFiles.map { (.program($0), $1) }
    }

    /// Those that programs ask for. A project that has such a file itself keeps it.
    private var programFiles: [(ProgramFile, String)] {
        var files: [(ProgramFile, String)] = [(.notFound(nil), Self.notFound), (.llms(nil), Self.llms)]
        let taken = taken([Self.notFound, Self.llms, Self.feedName])
        for locale in tree.locales {
            if !taken.contains(Self.notFound) { files.append((.notFound(locale), "\(tag(locale))/\(Self.notFound)")) }
            if !taken.contains(Self.llms) { files.append((.llms(locale), Self.llms(locale))) }
        }
        for redirect in redirects { files.append((.redirect(redirect), redirect.file)) }
        if !redirects.isEmpty { files.append((.redirectList, Self.redirectList)) }
        guard let address else { return files }
        let sitemaps = SitemapPart.all(tree, address)
        files += [(.sitemapIndex(sitemaps), Self.sitemapIndex), (.robots, Self.robots)]
        for part in sitemaps { files.append((.sitemap(part), part.file)) }
        for locale in tree.locales where !taken.contains(Self.feedName) { files.append((.feed(locale), Self.feed(locale))) }
        return files
    }

    /// Which of some names right below a locale's folder belong to a page, a file or a folder of the content.
    private func taken(_ names: [String]) -> Set<String> {
        func name(_ path: String) -> String? { names.first { path == $0 || path.utf8.starts(with: "\($0)/".utf8) } }
        var taken = Set(tree.assets.keys.compactMap(name))
        for group in tree.groups where names.contains(where: { group.path.utf8.first == $0.utf8.first }) {
            if let name = name(group.path) ?? (group.isFragment ? nil : name(SitePaths.html(group.path))) { taken.insert(name) }
        }
        return taken
    }

    /// A site with more folders than this does not show them all on each page.
    private static let mostFolders = 60

    /// The page of all folders below each locale's own, under a name that no page and no image has; nil for a site with few.
    static func contents(_ tree: ContentTree) -> String? {
        guard Set(tree.groups.lazy.filter { !$0.isFragment }.map { SitePaths.folder($0.path) }).count > mostFolders else { return nil }
        let taken = Set(tree.groups.lazy.map { SitePaths.html($0.path) }).union(tree.assets.keys)
        var name = "contents.html"
        while taken.contains(name) { name = "_" + name }
        return name
    }

    private func tag(_ locale: LocaleTag) -> String { tags[locale] ?? locale.lowercased }

    /// A file of a group.
    enum Content: Hashable, Sendable {
        case page(LocaleTag), report(LocaleTag), facts, model
        /// The text of the page before it, for search.
        case search(LocaleTag)
    }

    /// What may be made of a group, in a fixed order; a page of facts is made only where there are any.
    func files(of group: ContentTree.Group) -> [(content: Content, file: String)] {
        var files: [(Content, String)] = [(.model, Self.model(group.path))]
        let html = SitePaths.html(group.path)
        if !group.isFragment {
            let hasSource = group.files.contains { $0.locale == tree.sourceLocale }
            for locale in tree.locales where hasSource || group.files.contains(where: { $0.locale == locale }) {
                files.append((.page(locale), "\(tag(locale))/\(html)"))
                files.append((.search(locale), SearchPage.file(locale, html)))
            }
            files.append((.facts, FactsWriter.file(group.path)))
        }
        // Its report would lie where that of the page lies which hides it.
        for file in group.files where file.locale != tree.sourceLocale && group.hiddenBy == nil {
            files.append((.report(file.locale), "report/\(tag(file.locale))/\(html)"))
        }
        return files
    }
}

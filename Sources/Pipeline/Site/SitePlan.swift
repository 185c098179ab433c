import LocalizationModel

/// Every file that a build makes, known before any is made.
struct SitePlan: Sendable {
    private let tree: ContentTree
    private let tags: [LocaleTag: String]

    init(_ tree: ContentTree) {
        self.tree = tree
        tags = Dictionary((tree.locales + [tree.sourceLocale]).map { ($0, $0.lowercased) }, uniquingKeysWith: { first, _ in first })
    }

    static let chooser = "index.html"
    static let modelIndex = "model/index.json"

    /// Below a folder of their own: a page may be called `index`.
    static func model(_ path: String) -> String { "model/pages/\(path).json" }

    /// A file that tells of many pages.
    enum Index: Hashable, Sendable {
        case chooser, report, facts, model
        /// On a large site, of one folder.
        case reportFolder(String), factsFolder(String)
        /// The pages of a locale that have findings, for the way from one to the next.
        case reportQueue(LocaleTag)
        /// All folders of a site with many of them, for readers.
        case contents(LocaleTag)
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
        return indices
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
        for file in group.files where file.locale != tree.sourceLocale { files.append((.report(file.locale), "report/\(tag(file.locale))/\(html)")) }
        return files
    }
}

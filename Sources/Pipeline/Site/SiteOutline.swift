import FileSystem
import FrontMatter
import LocalizationModel
import MarkdownSource
import Rendering

/// What every page of the site must know of the others: titles, order, navigation. Made in a first pass that reads
/// front matter and first headings only.
struct SiteOutline: Sendable {
    /// A page in reading order.
    struct Entry: Sendable {
        /// As in the content.
        let path: String
        /// Locale → title; a locale without the page shows the source's.
        let titles: [LocaleTag: String]
        let locales: Set<LocaleTag>
    }

    let entries: [Entry]
    let pages: Set<String>
    private let position: [String: Int]
    private let sections: [Project.Section]

    init(_ tree: ContentTree, _ project: Project, jobs: Int) throws(HexaplaError) {
        let groups = tree.groups.filter { !$0.isFragment }
        let titles = try Parallel.map(groups.count, jobs: jobs) { (index) throws(HexaplaError) -> [LocaleTag: String] in
            var titles: [LocaleTag: String] = [:]
            for (locale, file) in groups[index].files { titles[locale] = Self.title(try FileSystem.read(file), path: groups[index].path) }
            return titles
        }
        let order = project.sections.map(\.folder)
        func rank(_ path: String) -> (Int, String, Int, String) {
            let folder = SitePaths.folder(path)
            let section = order.firstIndex { folder == $0 + "/" || folder.hasPrefix($0 + "/") } ?? order.count
            return (folder.isEmpty ? -1 : section, folder, path.hasSuffix("index.md") ? 0 : 1, path)
        }
        entries = zip(groups, titles).map { group, titles in Entry(path: group.path, titles: titles, locales: Set(group.files.map(\.locale))) }
            .sorted { rank($0.path) < rank($1.path) }
        pages = Set(groups.map(\.path))
        position = Dictionary(entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        sections = project.sections
    }

    private static func title(_ bytes: [UInt8], path: String) -> String {
        let outline = PageHead.read(bytes)
        if let span = outline.frontMatter, let title = FrontMatterReader.read(outline.text, span: span).text("title") { return title }
        return outline.heading ?? path.split(separator: "/").last.map { String($0.split(separator: ".").first ?? $0) } ?? path
    }

    /// Every page that a locale shows, in reading order: its own, and the source's in their place.
    func shown(in locale: LocaleTag, source: LocaleTag) -> [Entry] { entries.filter { $0.locales.contains(locale) || $0.locales.contains(source) } }

    func title(of path: String, in locale: LocaleTag, source: LocaleTag) -> String {
        let entry = position[path].map { entries[$0] }
        return entry?.titles[locale] ?? entry?.titles[source] ?? entry?.titles.min { $0.key < $1.key }?.value ?? path
    }

    func sectionTitle(_ folder: String, in locale: LocaleTag, source: LocaleTag) -> String {
        let section = sections.first { $0.folder == folder }
        if let title = section?.titles[locale] ?? section?.titles[source] { return title }
        let name = folder.split(separator: "/").last ?? ""
        return name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ")
    }

    /// A site with more pages than this shows, on each page, the pages of its own folder only: a tree of them all would weigh more than
    /// the text.
    private static let largestTree = 150

    /// Which navigation a page shows.
    func navigationFolder(of path: String) -> String { entries.count <= Self.largestTree ? "" : SitePaths.folder(path) }

    /// The navigation of a locale: pages by folder. On a large site other folders than `folder` are one link, to their first page.
    func navigation(for locale: LocaleTag, source: LocaleTag, folder: String) -> NavigationTree {
        var nodes: [NavigationTree.Node] = []
        var open: (name: String, pages: [NavigationTree.Node])?
        let isWhole = entries.count <= Self.largestTree
        func close() {
            defer { open = nil }
            guard let done = open else { return }
            let title = sectionTitle(done.name, in: locale, source: source)
            if isWhole || done.name + "/" == folder {
                nodes.append(.init(title: title, path: nil, children: done.pages))
            } else {
                nodes.append(.init(title: title, path: done.pages.first?.path))
            }
        }
        for entry in shown(in: locale, source: source) {
            let name = String(SitePaths.folder(entry.path).dropLast())
            if name != open?.name ?? "" { close() }
            if !isWhole, name + "/" != folder, open?.pages.isEmpty == false { continue }
            let node = NavigationTree.Node(title: title(of: entry.path, in: locale, source: source), path: SitePaths.encoded(SitePaths.html(entry.path)))
            if name.isEmpty { nodes.append(node) } else { open = (name, (open?.pages ?? []) + [node]) }
        }
        close()
        return NavigationTree(nodes)
    }
}

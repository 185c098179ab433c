import FrontMatter
import LocalizationModel
import MarkdownSource
import Rendering
import Synchronization

/// What every page of the site must know of the others: titles, order, navigation. Made of front matter and first headings only.
struct SiteOutline: Sendable {
    /// A page in reading order.
    struct Entry: Sendable {
        /// As in the content.
        let path: String
        /// With a slash at its end; empty at the root.
        let folder: String
        /// Locale → title; a locale without the page shows the source's.
        let titles: [LocaleTag: String]
    }

    let pages: Set<String>
    private let source: LocaleTag
    private let entries: [Entry]
    private let position: [String: Int]
    private let sections: [String: [LocaleTag: String]]
    /// By folder, without a slash at its end: every page asks for its own in every locale.
    private let names: [String: String]
    private let shown: [LocaleTag: Shown]
    /// The pages that each translation has itself, in the order of their paths: those that have a report.
    private let reported: [LocaleTag: [String]]
    /// The page of all folders; nil for a site with few.
    private let contents: String?
    private let navigationDigests = DigestStore()

    /// The pages that a locale shows: its own, and the source's in their place.
    private struct Shown: Sendable {
        /// Places in `entries`, in reading order.
        var order: [Int] = []
        /// By place in `entries`: the place in `order`.
        var places: [Int?]
        /// Pages of one folder that follow each other, as a range of `order`.
        var runs: [Range<Int>] = []
    }

    init(_ scan: ProjectScan, sections: [Project.Section]) {
        let tree = scan.tree
        let folders = sections.map(\.folder)
        let ranked = zip(tree.groups, scan.groups).filter { !$0.0.isFragment }.map { group, scanned in
            let titles = Dictionary(scanned.files.map { ($0.locale, $0.title ?? "") }, uniquingKeysWith: { first, _ in first })
            let folder = SitePaths.folder(group.path)
            let section = folders.firstIndex { folder == $0 + "/" || folder.hasPrefix($0 + "/") } ?? folders.count
            let rank = (folder.isEmpty ? -1 : section, folder, group.path.hasSuffix("index.md") ? 0 : 1, group.path)
            return (rank: rank, entry: Entry(path: group.path, folder: folder, titles: titles))
        }
        let entries = ranked.sorted { $0.rank < $1.rank }.map(\.entry)
        let source = tree.sourceLocale
        self.entries = entries
        contents = SitePlan.contents(tree)
        self.source = source
        self.sections = Dictionary(sections.map { ($0.folder, $0.titles) }, uniquingKeysWith: { first, _ in first })
        names = Dictionary(uniqueKeysWithValues: Set(entries.lazy.map { String($0.folder.dropLast()) }).map { ($0, Self.name($0)) })
        pages = Set(entries.map(\.path))
        position = Dictionary(entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        let paths = tree.groups.lazy.filter { !$0.isFragment }.map { group in (group.path, group.files.map(\.locale)) }
        reported = Dictionary(
            uniqueKeysWithValues: tree.translationLocales.map { locale in (locale, paths.filter { $0.1.contains(locale) }.map(\.0)) })
        shown = Dictionary(uniqueKeysWithValues: tree.locales.map { ($0, Self.shown(in: $0, source: source, of: entries)) })
    }

    private static func shown(in locale: LocaleTag, source: LocaleTag, of entries: [Entry]) -> Shown {
        var shown = Shown(places: Array(repeating: nil, count: entries.count))
        for (index, entry) in entries.enumerated() where entry.titles[locale] != nil || entry.titles[source] != nil {
            let place = shown.order.count
            shown.places[index] = place
            if let last = shown.runs.last, entries[shown.order[last.lowerBound]].folder == entry.folder {
                shown.runs[shown.runs.count - 1] = last.lowerBound..<place + 1
            } else {
                shown.runs.append(place..<place + 1)
            }
            shown.order.append(index)
        }
        return shown
    }

    /// The title that a page gives itself: in its front matter, else its first heading, else the name of its file.
    static func title(_ bytes: [UInt8], path: String) -> String {
        let outline = PageHead.read(bytes)
        if let span = outline.frontMatter, let title = FrontMatterReader.read(outline.text, span: span).text("title") { return title }
        return outline.heading ?? path.split(separator: "/").last.map { String($0.split(separator: ".").first ?? $0) } ?? path
    }

    /// The first page that a locale shows, in reading order.
    func firstPage(in locale: LocaleTag) -> String? { shown[locale]?.order.first.map { entries[$0].path } }

    func title(of path: String, in locale: LocaleTag) -> String { position[path].map { title(entries[$0], in: locale) } ?? path }

    func title(_ entry: Entry, in locale: LocaleTag) -> String {
        entry.titles[locale] ?? entry.titles[source] ?? entry.titles.min { $0.key < $1.key }?.value ?? entry.path
    }

    /// - Parameter folder: without a slash at its end.
    func sectionTitle(_ folder: String, in locale: LocaleTag) -> String {
        if let title = sections[folder]?[locale] ?? sections[folder]?[source] { return title }
        return names[folder] ?? Self.name(folder)
    }

    /// What a folder is called that the configuration does not name.
    private static func name(_ folder: String) -> String {
        let name = folder.split(separator: "/").last ?? ""
        return name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ")
    }

    // MARK: What one page shows of the others

    /// The page before or after, in reading order.
    struct Neighbour: Hashable, Sendable {
        let path: String
        let title: String
    }

    /// All that a page shows of the rest of the site but for its navigation.
    struct Surroundings: Hashable, Sendable {
        let title: String
        /// The site's start page and the page's folder; nil for a page at the root.
        let folder: String?
        /// The title of the start page; nil where there is none.
        let home: String?
        /// The pages that lead to this one, the outermost first: the start page and that of the folder, where the locale shows them.
        let parents: [Neighbour]
        let previous: Neighbour?
        let next: Neighbour?
    }

    /// The start page.
    static let home = "index.md"

    func surroundings(of path: String, in locale: LocaleTag) -> Surroundings {
        let folder = SitePaths.folder(path)
        let shown = shown[locale]
        let place = position[path].flatMap { shown?.places[$0] }
        func neighbour(_ step: Int) -> Neighbour? {
            guard let shown, let place, shown.order.indices.contains(place + step) else { return nil }
            let entry = entries[shown.order[place + step]]
            return Neighbour(path: entry.path, title: title(entry, in: locale))
        }
        return Surroundings(
            title: title(of: path, in: locale), folder: folder.isEmpty ? nil : sectionTitle(String(folder.dropLast()), in: locale),
            home: folder.isEmpty || !pages.contains(Self.home) ? nil : title(of: Self.home, in: locale), parents: parents(of: path, folder, locale),
            previous: neighbour(-1), next: neighbour(1))
    }

    private func parents(of path: String, _ folder: String, _ locale: LocaleTag) -> [Neighbour] {
        (folder.isEmpty ? [Self.home] : [Self.home, folder + Self.home]).compactMap { parent in
            guard parent != path, let place = position[parent], shown[locale]?.places[place] != nil else { return nil }
            return Neighbour(path: parent, title: title(entries[place], in: locale))
        }
    }

    /// The pages that a locale shows, in reading order.
    func readingOrder(in locale: LocaleTag) -> [Entry] { shown[locale]?.order.map { entries[$0] } ?? [] }

    /// The pages before and after in the report of a locale, in the order of their paths.
    func reportNeighbours(of path: String, in locale: LocaleTag) -> (previous: String?, next: String?) {
        guard let paths = reported[locale] else { return (nil, nil) }
        var (low, high) = (0, paths.count)
        while low < high {
            let middle = (low + high) / 2
            if paths[middle] < path { low = middle + 1 } else { high = middle }
        }
        guard low < paths.count, paths[low] == path else { return (nil, nil) }
        return (low > 0 ? paths[low - 1] : nil, low + 1 < paths.count ? paths[low + 1] : nil)
    }

    /// Of all that a page shows of the rest of the site, in these locales: equal for two builds where that is the same.
    func digest(of path: String, in locales: [LocaleTag]) -> UInt64 {
        guard pages.contains(path) else { return 0 }
        var writer = ByteWriter()
        for locale in locales {
            let around = surroundings(of: path, in: locale)
            writer.text(around.title)
            for text in [around.folder, around.home, around.previous?.path, around.previous?.title, around.next?.path, around.next?.title] {
                writer.optional(text) { $0.text($1) }
            }
            writer.list(around.parents) { writer, parent in
                writer.text(parent.path)
                writer.text(parent.title)
            }
            let (previous, next) = reportNeighbours(of: path, in: locale)
            for text in [previous, next] { writer.optional(text) { $0.text($1) } }
            writer.word(navigationDigest(at: navigationPlace(of: path, in: locale)))
        }
        return Digest.fast(writer.bytes)
    }

    private func navigationDigest(at place: NavigationPlace) -> UInt64 {
        if let known = navigationDigests[place] { return known }
        var writer = ByteWriter()
        Self.write(navigation(at: place, all: "").nodes, &writer)
        let digest = Digest.fast(writer.bytes)
        navigationDigests[place] = digest
        return digest
    }

    private static func write(_ nodes: [NavigationTree.Node], _ writer: inout ByteWriter) {
        writer.list(nodes) { writer, node in
            writer.text(node.title)
            writer.optional(node.path) { $0.text($1) }
            write(node.children, &writer)
        }
    }

    /// Digests of navigations by place. Two threads may make the same one; it is the same.
    private final class DigestStore: Sendable {
        private let digests = Mutex<[NavigationPlace: UInt64]>([:])

        subscript(place: NavigationPlace) -> UInt64? {
            get { digests.withLock { $0[place] } }
            set { digests.withLock { $0[place] = newValue } }
        }
    }

    // MARK: Navigation

    /// Pages that share one rendered navigation: those of one folder on a large site, of one depth on a small one.
    struct NavigationPlace: Hashable, Sendable {
        let locale: LocaleTag
        let folder: String
        let depth: Int
    }

    /// A site with more pages than this shows, on each page, the pages of its own folder only: a tree of them all would weigh more than
    /// the text.
    private static let largestTree = 150

    func navigationPlace(of path: String, in locale: LocaleTag) -> NavigationPlace {
        let folder = SitePaths.folder(path)
        return NavigationPlace(locale: locale, folder: entries.count <= Self.largestTree ? "" : folder, depth: folder.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// A site with many folders shows so many before and after a page's own.
    private static let nearFolders = 12

    /// Pages by folder. On a large site other folders than the place's are one link, to their first page; of many folders the near ones are
    /// shown, and a link to them all.
    ///
    /// - Parameter all: what that link is called.
    func navigation(at place: NavigationPlace, all: String) -> NavigationTree {
        guard let shown = shown[place.locale] else { return NavigationTree([]) }
        let isWhole = entries.count <= Self.largestTree
        guard let contents, !isWhole else { return NavigationTree(nodes(shown, shown.runs[...], place, isWhole: isWhole)) }
        let own = shown.runs.firstIndex { entries[shown.order[$0.lowerBound]].folder == place.folder } ?? 0
        let near = shown.runs[max(0, own - Self.nearFolders)..<min(shown.runs.count, own + Self.nearFolders + 1)]
        let link = NavigationTree.Node(title: all, path: SitePaths.encoded(contents))
        return NavigationTree([link] + nodes(shown, near, place, isWhole: isWhole))
    }

    /// All folders of a locale, each with its first page.
    func folders(in locale: LocaleTag) -> NavigationTree {
        guard let shown = shown[locale] else { return NavigationTree([]) }
        return NavigationTree(nodes(shown, shown.runs[...], NavigationPlace(locale: locale, folder: "", depth: 0), isWhole: false))
    }

    private func nodes(_ shown: Shown, _ runs: ArraySlice<Range<Int>>, _ place: NavigationPlace, isWhole: Bool) -> [NavigationTree.Node] {
        var nodes: [NavigationTree.Node] = []
        for run in runs {
            let first = entries[shown.order[run.lowerBound]]
            if first.folder.isEmpty {
                nodes += run.map { page(entries[shown.order[$0]], place.locale) }
                continue
            }
            let title = sectionTitle(String(first.folder.dropLast()), in: place.locale)
            if isWhole || first.folder == place.folder {
                nodes.append(.init(title: title, path: nil, children: run.map { page(entries[shown.order[$0]], place.locale) }))
            } else {
                nodes.append(.init(title: title, path: Self.address(first)))
            }
        }
        return nodes
    }

    private func page(_ entry: Entry, _ locale: LocaleTag) -> NavigationTree.Node {
        NavigationTree.Node(title: title(entry, in: locale), path: Self.address(entry))
    }

    private static func address(_ entry: Entry) -> String { SitePaths.encoded(SitePaths.html(entry.path)) }
}

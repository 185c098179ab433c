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
    let entries: [Entry]
    private let source: LocaleTag
    private let position: [String: Int]
    private let sections: [String: [LocaleTag: String]]
    /// By folder, without a slash at its end: every page asks for its own in every locale.
    private let names: [String: String]
    /// Folder, without a slash at its end → place of its `index.md` in `entries`.
    private let indices: [String: Int]
    let shown: [LocaleTag: Shown]
    /// The pages that each translation has itself, in the order of their paths: those that have a report.
    private let reported: [LocaleTag: [String]]
    /// The page of all folders; nil for a site with few.
    let contents: String?
    private let navigationDigests = DigestStore()

    /// The pages that a locale shows: its own, and the source's in their place.
    struct Shown: Sendable {
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
            let rank = (folder.isEmpty ? -1 : section, folder, group.path == folder + Self.index ? 0 : 1, group.path)
            return (rank: rank, entry: Entry(path: group.path, folder: folder, titles: titles))
        }
        let entries = ranked.sorted { $0.rank < $1.rank }.map(\.entry)
        let source = tree.sourceLocale
        self.entries = entries
        contents = SitePlan.contents(tree)
        self.source = source
        self.sections = Dictionary(sections.map { ($0.folder, $0.titles) }, uniquingKeysWith: { first, _ in first })
        names = Dictionary(uniqueKeysWithValues: Set(entries.lazy.map { String($0.folder.dropLast()) }).map { ($0, Self.name($0)) })
        let indexPages = entries.enumerated().filter { $1.path == $1.folder + Self.index }.map { (String($1.folder.dropLast()), $0) }
        indices = Dictionary(indexPages, uniquingKeysWith: { first, _ in first })
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

    /// The name of the page that stands for its folder.
    static let index = "index.md"

    /// Where a locale's pages lead as their start: its start page, else its first one.
    func start(in locale: LocaleTag) -> String {
        let hasStart = position[Self.index].flatMap { shown[locale]?.places[$0] } != nil
        return hasStart ? Self.index : firstPage(in: locale) ?? Self.index
    }

    /// What a page or folder is called, and the language of that where it is not the one asked for.
    struct Title: Hashable, Sendable {
        let text: String
        let language: LocaleTag?
    }

    func title(of path: String, in locale: LocaleTag) -> Title {
        position[path].map { title(entries[$0], in: locale) } ?? Title(text: path, language: nil)
    }

    func title(_ entry: Entry, in locale: LocaleTag) -> Title {
        if let own = entry.titles[locale] { return Title(text: own, language: nil) }
        if let text = entry.titles[source] { return Title(text: text, language: source) }
        let other = entry.titles.min { $0.key < $1.key }
        return Title(text: other?.value ?? entry.path, language: other?.key)
    }

    /// As the configuration or the folder's own page has it, else made of the folder's name, which is in no language.
    ///
    /// - Parameter folder: without a slash at its end.
    func sectionTitle(_ folder: String, in locale: LocaleTag) -> Title {
        let page = indices[folder].map { entries[$0] }
        if let own = sections[folder]?[locale] ?? page?.titles[locale] { return Title(text: own, language: nil) }
        if let text = sections[folder]?[source] { return Title(text: text, language: source) }
        if let page { return title(page, in: locale) }
        return Title(text: names[folder] ?? Self.name(folder), language: nil)
    }

    /// The page that stands for a folder, where the locale shows it.
    func indexPage(_ folder: String, in locale: LocaleTag) -> Entry? {
        guard let place = indices[folder], shown[locale]?.places[place] != nil else { return nil }
        return entries[place]
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
        let title: Title
    }

    /// The start page or a folder above a page.
    struct Level: Hashable, Sendable {
        let title: Title
        /// The page that stands for it, if there is one.
        let path: String?
    }

    /// All that a page shows of the rest of the site but for its navigation.
    struct Surroundings: Hashable, Sendable {
        let title: Title
        /// The start page, nil where there is none, and the folders above the page, the outermost first; empty for a page at the root.
        let levels: [Level?]
        let previous: Neighbour?
        let next: Neighbour?
    }

    func surroundings(of path: String, in locale: LocaleTag) -> Surroundings {
        let shown = shown[locale]
        let place = position[path].flatMap { shown?.places[$0] }
        func neighbour(_ step: Int) -> Neighbour? {
            guard let shown, let place, shown.order.indices.contains(place + step) else { return nil }
            let entry = entries[shown.order[place + step]]
            return Neighbour(path: entry.path, title: title(entry, in: locale))
        }
        return Surroundings(
            title: title(of: path, in: locale), levels: levels(above: SitePaths.folder(path), in: locale), previous: neighbour(-1), next: neighbour(1))
    }

    /// - Parameter folder: with a slash at its end, or empty.
    private func levels(above folder: String, in locale: LocaleTag) -> [Level?] {
        guard !folder.isEmpty else { return [] }
        var levels: [Level?] = [indexPage("", in: locale).map { Level(title: title($0, in: locale), path: $0.path) }]
        for end in folder.utf8.indices where folder.utf8[end] == UInt8(ascii: "/") {
            let name = String(folder[..<end])
            levels.append(Level(title: sectionTitle(name, in: locale), path: indexPage(name, in: locale)?.path))
        }
        return levels
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
            Self.write(around.title, &writer)
            writer.text(start(in: locale))
            writer.list(around.levels) { writer, level in
                writer.optional(level) { writer, level in
                    Self.write(level.title, &writer)
                    writer.optional(level.path) { $0.text($1) }
                }
            }
            for neighbour in [around.previous, around.next] {
                writer.optional(neighbour) { writer, neighbour in
                    writer.text(neighbour.path)
                    Self.write(neighbour.title, &writer)
                }
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
        Self.write(navigation(at: place, all: "") { TextLanguage(tag: $0.description) }.nodes, &writer)
        let digest = Digest.fast(writer.bytes)
        navigationDigests[place] = digest
        return digest
    }

    private static func write(_ title: Title, _ writer: inout ByteWriter) {
        writer.text(title.text)
        writer.optional(title.language) { $0.text($1.description) }
    }

    private static func write(_ nodes: [NavigationTree.Node], _ writer: inout ByteWriter) {
        writer.list(nodes) { writer, node in
            writer.text(node.title)
            writer.optional(node.language?.tag) { $0.text($1) }
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
}

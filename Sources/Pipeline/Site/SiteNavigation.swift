import LocalizationModel
import Rendering

/// The navigation of a site as a tree of folders.
extension SiteOutline {
    /// Pages that share one rendered navigation: those of one folder on a large site, of one depth on a small one.
    struct NavigationPlace: Hashable, Sendable {
        let locale: LocaleTag
        let folder: String
        let depth: Int
    }

    /// The mark of a title in another language than the navigation's.
    typealias LanguageMark = (LocaleTag) -> TextLanguage?

    /// A site with more pages than this shows, on each page, the pages of its own folder only: a tree of them all would weigh more than
    /// the text.
    private static let largestTree = 150
    /// A site with many folders shows so many before and after a page's own.
    private static let nearFolders = 12
    /// Folders deeper than this stand side by side: a tree of more levels helps nobody.
    private static let deepestTree = 8

    private var isWhole: Bool { entries.count <= Self.largestTree }

    func navigationPlace(of path: String, in locale: LocaleTag) -> NavigationPlace {
        let folder = SitePaths.folder(path)
        return NavigationPlace(locale: locale, folder: isWhole ? "" : folder, depth: folder.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// Pages by folder. On a large site other folders than the place's are one link, to their first page; of many folders the near ones are
    /// shown, and a link to them all.
    ///
    /// - Parameter all: what that link is called.
    func navigation(at place: NavigationPlace, all: String, language: @escaping LanguageMark) -> NavigationTree {
        guard let shown = shown[place.locale] else { return NavigationTree([]) }
        let tree = FolderTree(outline: self, shown: shown, place: place, showsAllPages: isWhole, language: language)
        guard let contents, !isWhole else { return NavigationTree(tree.nodes(shown.runs[...])) }
        let own = shown.runs.firstIndex { entries[shown.order[$0.lowerBound]].folder == place.folder } ?? 0
        let near = shown.runs[max(0, own - Self.nearFolders)..<min(shown.runs.count, own + Self.nearFolders + 1)]
        let link = NavigationTree.Node(title: all, path: SitePaths.encoded(contents))
        return NavigationTree([link] + tree.nodes(near))
    }

    /// All folders of a locale, each with its first page.
    func folders(in locale: LocaleTag, language: @escaping LanguageMark) -> NavigationTree {
        guard let shown = shown[locale] else { return NavigationTree([]) }
        let place = NavigationPlace(locale: locale, folder: "", depth: 0)
        return NavigationTree(FolderTree(outline: self, shown: shown, place: place, showsAllPages: false, language: language).nodes(shown.runs[...]))
    }

    /// Makes branches of runs of pages, each run a folder; a folder's subfolders follow it, for runs are in the order of their paths.
    private struct FolderTree {
        let outline: SiteOutline
        let shown: Shown
        let place: NavigationPlace
        let showsAllPages: Bool
        let language: LanguageMark

        func nodes(_ runs: ArraySlice<Range<Int>>) -> [NavigationTree.Node] { nodes(runs, below: "", level: 0) }

        /// - Parameter prefix: what all folders of the runs begin with, up to a slash; the folder that is called so shows its pages.
        private func nodes(_ runs: ArraySlice<Range<Int>>, below prefix: String, level: Int) -> [NavigationTree.Node] {
            var nodes: [NavigationTree.Node] = []
            var start = runs.startIndex
            while start < runs.endIndex {
                let folder = folder(runs[start])
                if folder == prefix {
                    nodes += pages(runs[start])
                    start += 1
                    continue
                }
                let isNested = level < SiteOutline.deepestTree
                let name = isNested ? Self.child(of: prefix, towards: folder) : folder
                var end = start + 1
                while isNested, end < runs.endIndex, self.folder(runs[end]).utf8.starts(with: name.utf8) { end += 1 }
                nodes.append(branch(name, runs[start..<end], level: level + 1))
                start = end
            }
            return nodes
        }

        private func folder(_ run: Range<Int>) -> String { outline.entries[shown.order[run.lowerBound]].folder }

        /// The first part of a folder that goes beyond a prefix of it, up to its slash.
        private static func child(of prefix: String, towards folder: String) -> String {
            let rest = folder.utf8.dropFirst(prefix.utf8.count)
            let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? folder.utf8.index(before: folder.utf8.endIndex)
            return String(decoding: folder.utf8[...slash], as: UTF8.self)
        }

        /// A folder: its own page as the address, its other pages and folders below it.
        private func branch(_ name: String, _ runs: ArraySlice<Range<Int>>, level: Int) -> NavigationTree.Node {
            let folder = String(name.dropLast())
            let title = outline.sectionTitle(folder, in: place.locale)
            let own = runs.first { self.folder($0) == name }
            let entry =
                showsAllPages || name == place.folder ? outline.indexPage(folder, in: place.locale) : own.map { outline.entries[shown.order[$0.lowerBound]] }
            return .init(
                title: title.text, path: entry.map(Self.address), language: title.language.flatMap(language), children: nodes(runs, below: name, level: level))
        }

        /// The pages of a folder but for the one that stands for it; none where the tree shows folders only.
        private func pages(_ run: Range<Int>) -> [NavigationTree.Node] {
            let folder = folder(run)
            guard showsAllPages || folder == place.folder || folder.isEmpty else { return [] }
            return run.lazy.map { outline.entries[shown.order[$0]] }.filter { folder.isEmpty || $0.path != folder + SiteOutline.index }.map { entry in
                let title = outline.title(entry, in: place.locale)
                return .init(title: title.text, path: Self.address(entry), language: title.language.flatMap(language))
            }
        }

        private static func address(_ entry: Entry) -> String { SitePaths.encoded(SitePaths.html(entry.path)) }
    }
}

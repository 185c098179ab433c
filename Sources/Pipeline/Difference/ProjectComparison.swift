import LocaleData
import LocalizationModel
import Requirements

/// Compares the models of two states of a project, page by page.
public struct ProjectComparison: Sendable {
    private let states: ComparedStates
    private let old: ContentTree
    private let new: ContentTree
    private let oldAnalyser: GroupAnalyser
    private let newAnalyser: GroupAnalyser
    /// Both states of each page, by the path of the newer.
    private let pairs: [Pair]

    private struct Pair: Sendable {
        let path: String
        let old: ContentTree.Group?
        let new: ContentTree.Group?
    }

    /// - Parameter path: the page, or the folder of pages, to compare; nil for all.
    public init(_ states: ComparedStates, data: DataFolders, path: String? = nil) throws(HexaplaError) {
        self.states = states
        old = try ContentTree(states.old.project, files: states.old.files)
        new = try ContentTree(states.new.project, files: states.new.files)
        // The tool's own data are today's for both, so that only the content can differ.
        let locales = Set(old.locales + new.locales + [old.sourceLocale, new.sourceLocale])
        let profiles = try LocaleStore(directory: data.locales).profiles(for: locales.sorted())
        func analyser(_ tree: ContentTree, _ files: FileOrigin) -> GroupAnalyser {
            GroupAnalyser(
                reader: PageReader(profiles, files: files), sourceLocale: tree.sourceLocale, translationLocales: tree.translationLocales,
                siteHasSource: tree.locales.contains(tree.sourceLocale))
        }
        oldAnalyser = analyser(old, states.old.files)
        newAnalyser = analyser(new, states.new.files)
        pairs = Self.selected(try Self.paired(old, new, states), path)
        guard path == nil || !pairs.isEmpty else {
            throw HexaplaError("no page '\(path ?? "")' in either state", remedy: "Name it from below its locale's folder, as in 'guides/start.md'")
        }
    }

    public var pageCount: Int { pairs.count }

    /// The difference, the same for any number of threads. Pages whose files are the same are not read.
    public func difference(jobs: Int, progress: (@Sendable () -> Void)? = nil) throws(HexaplaError) -> ModelDifference {
        let added = Set(new.locales).subtracting(old.locales)
        let removed = Set(old.locales).subtracting(new.locales)
        let pages = try Parallel.map(pairs.count, jobs: jobs) { (index) throws(HexaplaError) -> PageDifference in
            let page = try compare(pairs[index], added, removed)
            progress?()
            return page
        }
        return ModelDifference(
            old: states.old.side, new: states.new.side, sourceLocale: new.sourceLocale, addedLocales: added.sorted(), removedLocales: removed.sorted(),
            pages: pages.filter { !$0.isEmpty })
    }

    private func compare(_ pair: Pair, _ addedLocales: Set<LocaleTag>, _ removedLocales: Set<LocaleTag>) throws(HexaplaError) -> PageDifference {
        let before = Set(pair.old?.files.map(\.locale) ?? [])
        let after = Set(pair.new?.files.map(\.locale) ?? [])
        let kept = before.intersection(after)
        let isKnown = pair.old != nil && pair.new != nil
        return PageDifference(
            path: pair.path, oldPath: pair.old.flatMap { isKnown && $0.path != pair.path ? $0.path : nil },
            addedIn: after.subtracting(before).subtracting(isKnown ? addedLocales : []).sorted(),
            removedIn: before.subtracting(after).subtracting(isKnown ? removedLocales : []).sorted(), keptIn: kept.sorted(),
            changes: try changes(pair, kept))
    }

    private func changes(_ pair: Pair, _ kept: Set<LocaleTag>) throws(HexaplaError) -> [FactChange] {
        guard !kept.isEmpty, let before = pair.old, let after = pair.new else { return [] }
        let same = try sameFiles(before, after)
        guard same.count < kept.count else { return [] }
        let past = try oldAnalyser.requirements(of: before)
        let present = try newAnalyser.requirements(of: after, known: past.pages.filter { same.contains($0.key) })
        let pages = kept.sorted().compactMap { locale in past.pages[locale].flatMap { old in present.pages[locale].map { (old: old.page, new: $0.page) } } }
        // What a page that was withdrawn demands no more is told by that word alone.
        let comparable = pages.filter { $0.old.document.isWithdrawn == $0.new.document.isWithdrawn }
        return MetadataDifference.changes(pages)
            + RequirementDifference.changes(
                from: past.sections, to: present.sections, locales: Set(comparable.map(\.new.locale)), source: new.sourceLocale)
    }

    /// The locales whose files have the same bytes in both states; none where the source is another one, by which words are read.
    private func sameFiles(_ a: ContentTree.Group, _ b: ContentTree.Group) throws(HexaplaError) -> Set<LocaleTag> {
        guard old.sourceLocale == new.sourceLocale else { return [] }
        var same: Set<LocaleTag> = []
        for file in a.files {
            guard let other = b.files.first(where: { $0.locale == file.locale }) else { continue }
            if try states.old.files.holdsSame(file.file, as: other.file, of: states.new.files) { same.insert(file.locale) }
        }
        return same
    }

    // MARK: Pairs

    /// Pages with the same path; of the rest, those that were renamed.
    private static func paired(_ old: ContentTree, _ new: ContentTree, _ states: ComparedStates) throws(HexaplaError) -> [Pair] {
        let before = Dictionary(old.groups.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Set(new.groups.map(\.path))
        let gone = old.groups.filter { !after.contains($0.path) }
        let come = new.groups.filter { before[$0.path] == nil }
        let renames = try PageRenames(gone, states.old.files, come, states.new.files).origins
        let renamed = Set(renames.values)
        let pairs = new.groups.map { group in Pair(path: group.path, old: before[group.path] ?? renames[group.path].flatMap { before[$0] }, new: group) }
        let left = gone.filter { !renamed.contains($0.path) }.map { Pair(path: $0.path, old: $0, new: nil) }
        return (pairs + left).sorted { $0.path < $1.path }
    }

    private static func selected(_ pairs: [Pair], _ path: String?) -> [Pair] {
        guard let path else { return pairs }
        let wanted = path.hasSuffix("/") ? String(path.dropLast()) : path
        return pairs.filter { pair in
            [pair.path, pair.old?.path].contains { $0 == wanted || $0?.hasPrefix(wanted + "/") ?? false }
        }
    }
}

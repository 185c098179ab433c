import FileSystem
import LocalizationModel

/// The files of a project as they stand, laid beside what the last run knew of them.
struct ProjectScan: Sendable {
    /// A page in all its languages.
    struct Group: Sendable {
        /// In the order of the group's files.
        let files: [KnownProject.File]
        /// Of the sources that its translations follow.
        let history: UInt64
        /// What the last run knew of the group, under the same environment.
        let known: KnownProject.Group?
        /// False where one of its files changed, came or went, or its pages would see another site: what is known of it holds no more.
        fileprivate(set) var isSame: Bool
        /// True where there is something new to remember, if only a stamp.
        fileprivate let isNews: Bool
    }

    let tree: ContentTree
    let environment: Environment
    /// In the order of `tree.groups`.
    let groups: [Group]
    /// Of the pages and files there are: `SiteInventory.digest`.
    let inventory: UInt64
    /// True where there is something new to remember, if only a stamp.
    let isNews: Bool

    /// Reads files that look changed, and none else.
    ///
    /// - Parameters:
    ///   - known: nil for a run that remembers nothing.
    ///   - withTitles: asks for the titles of pages, which only a site shows.
    ///   - history: nil where it is not asked.
    init(
        _ project: Project, _ data: DataFolders, tree: ContentTree, known: KnownProject?, withTitles: Bool, history: SourceHistory? = nil, jobs: Int,
        clock: StageClock? = nil
    ) throws(HexaplaError) {
        let environment =
            if let known { try Environment(project, data, locales: tree.locales, known: known.environment) } else { Environment.none }
        let before =
            if let known, environment.digest == known.environment.digest {
                Dictionary(known.groups.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
            } else { [String: KnownProject.Group]() }
        let now = FileStamp.now
        let isSameHistory = known?.history == history?.key ?? ""
        var groups = try Parallel.map(tree.groups.count, jobs: jobs) { (index) throws(HexaplaError) -> Group in
            let group = tree.groups[index]
            return try clock.measure(.scan) { () throws(HexaplaError) in
                try Self.scan(group, before[group.path], now, withTitles: withTitles, history, isSameHistory: isSameHistory)
            }
        }
        self.tree = tree
        self.environment = environment
        inventory = known == nil ? 0 : SiteInventory.digest(tree)
        isNews =
            environment != known?.environment || !isSameHistory || known?.groups.count != groups.count || inventory != known?.inventory
            || groups.contains(where: \.isNews)
        if let known, !before.isEmpty { Self.compare(&groups, tree, known: known, inventory) }
        self.groups = groups
    }

    /// What is known of a group holds no more where its pages would see another site.
    private static func compare(_ groups: inout [Group], _ tree: ContentTree, known: KnownProject, _ inventory: UInt64) {
        let changed = groups.indices.filter { !groups[$0].isSame }
        let same = groups.lazy.filter(\.isSame).compactMap { $0.known?.links }
        guard let news = LinkNews(tree, digest: inventory, known: known.inventory, changed: changed, asked: same) else { return }
        for index in groups.indices where groups[index].isSame {
            if let links = groups[index].known?.links, !news.leaves(links) { groups[index].isSame = false }
        }
    }

    private static func scan(
        _ group: ContentTree.Group, _ known: KnownProject.Group?, _ now: Int64, withTitles: Bool, _ history: SourceHistory?, isSameHistory: Bool
    ) throws(HexaplaError) -> Group {
        let followed = if isSameHistory, let known { known.history } else { try history?.digest(of: group) ?? 0 }
        var isSame = known?.files.count == group.files.count && known?.history == followed
        var isNews = !isSame
        var files: [KnownProject.File] = []
        files.reserveCapacity(group.files.count)
        for (index, file) in group.files.enumerated() {
            let old = known.flatMap { index < $0.files.count && $0.files[index].locale == file.locale ? $0.files[index] : nil }
            if let old, old.stamp == file.stamp, old.title != nil || !withTitles {
                files.append(old)
                continue
            }
            isNews = true
            let bytes = try FileSystem.read(file.file)
            let digest = Digest.fast(bytes)
            if digest != old?.digest { isSame = false }
            let title = withTitles ? group.isFragment ? "" : SiteOutline.title(bytes, path: group.path) : digest == old?.digest ? old?.title : nil
            files.append(.init(locale: file.locale, stamp: file.stamp.settled(asOf: now), digest: digest, title: title))
        }
        return Group(files: files, history: followed, known: known, isSame: isSame, isNews: isNews)
    }
}

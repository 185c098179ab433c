import LocalizationModel

/// The pages that changed since a revision: as they stand on disk, committed or not.
public struct ChangedPages: Sendable {
    /// By path; the source's locale among them.
    private let locales: [String: Set<LocaleTag>]
    private let sourceLocale: LocaleTag

    /// - Parameters:
    ///   - content: the content folder that the user named, if any.
    ///   - revision: compared is the commit at which the branch left it.
    init(_ tree: ContentTree, of project: Project, content: String?, since revision: String, jobs: Int) throws(HexaplaError) {
        let history = try ProjectHistory(of: project, content: content)
        let old = try history.state(at: try history.parting(from: revision))
        // A project that had no content yet: every page is new.
        let before = try? ContentTree(old.project, files: old.files)
        let known = Dictionary((before?.groups ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let changed = try Parallel.map(tree.groups.count, jobs: jobs) { (index) throws(HexaplaError) -> Set<LocaleTag> in
            let group = tree.groups[index]
            var changed = Set(known[group.path]?.files.map(\.locale) ?? []).subtracting(group.files.map(\.locale))
            for file in group.files {
                let past = known[group.path]?.files.first { $0.locale == file.locale }
                guard let past, try FileOrigin.disk.holdsSame(file.file, as: past.file, of: old.files) else {
                    changed.insert(file.locale)
                    continue
                }
            }
            return changed
        }
        var locales = Dictionary(zip(tree.groups, changed).map { ($0.path, $1) }, uniquingKeysWith: { first, _ in first }).filter { !$0.value.isEmpty }
        let paths = Set(tree.groups.map(\.path))
        // Pages that are gone in all languages are no pages to judge, but their findings are fixed.
        for (path, group) in known where !paths.contains(path) { locales[path] = Set(group.files.map(\.locale)) }
        self.locales = locales
        sourceLocale = tree.sourceLocale
    }

    /// True where something of a page changed, in whatever language.
    func touches(_ path: String) -> Bool { locales[path] != nil }

    /// The languages of a page that are looked at: those that changed, and all of them where the source did.
    func locales(of path: String, among all: [LocaleTag]) -> Set<LocaleTag> {
        guard let changed = locales[path] else { return [] }
        return changed.contains(sourceLocale) ? Set(all) : changed
    }

    /// How many pages that is.
    public var count: Int { locales.count }
}

import FileSystem
import LocaleData
import LocalizationModel
import SourceRecovery

/// Rebuilds the source of one page of a project from its translations: the `recover` command.
public struct PageRecovery: Sendable {
    /// The path below the locale's folder.
    public let path: String
    /// The page's own source file, which is not looked into.
    public let sourceFile: String?
    /// What is known of each source that the translations follow, newest first.
    public let pages: [RecoveredPage]

    /// `name` is the page's path below the locale's folder, or the path of one of its files.
    public init(_ project: Project, data: DataFolders, page name: String) throws(HexaplaError) {
        let tree = try ContentTree(project)
        let group = try PageName(tree, content: project.content).group(named: name)
        let store = LocaleStore(directory: data.locales)
        let reader = PageReader(try store.profiles(for: [tree.sourceLocale] + tree.translationLocales))
        path = group.path
        sourceFile = group.files.first { $0.locale == tree.sourceLocale }?.file
        var translations: [Page] = []
        for file in group.files where file.locale != tree.sourceLocale {
            translations.append(try reader.read(file: file.file, path: group.path, locale: file.locale).page)
        }
        guard !translations.isEmpty else {
            throw HexaplaError("'\(group.path)' has no translation to recover its source from", remedy: "Its source file is '\(sourceFile ?? "")'")
        }
        pages = Self.recover(translations, reader, source: tree.sourceLocale)
    }

    /// The sources that the pages follow, each rebuilt and read, newest first.
    static func recover(_ translations: [Page], _ reader: PageReader, source: LocaleTag) -> [RecoveredPage] {
        guard let path = translations.first?.path else { return [] }
        let profile = reader.profiles[source] ?? LocaleProfile(locale: source)
        return SourceRecovery.revisions(of: translations, SiteLanguages(reader.profiles, source: profile), layout: .page).map { found in
            let page = reader.read(found.markdown, file: path, path: path, locale: source, isSource: false).page
            return RecoveredPage(
                commit: found.commit, handOffDate: found.handOffDate, locale: found.locale, locales: found.locales, markdown: found.markdown,
                segments: page.segments.map { segment($0, of: found) }, gaps: found.gaps.map(\.line))
        }
    }

    private static func segment(_ segment: Segment, of found: RecoveredSource) -> RecoveredPage.Segment {
        let pieces = found.pieces(in: segment.span)
        var origins = [found.origin(at: segment.span.lower)]
        for piece in pieces.dropFirst() where piece.origin.locale != origins.last?.locale || piece.origin.line != origins.last?.line {
            origins.append(piece.origin)
        }
        return RecoveredPage.Segment(
            kind: segment.kind, text: segment.text, line: segment.line, origins: origins,
            isRetired: found.withdrawn?.contains(segment.span.lower) ?? false)
    }

    /// The newest source of which something is known, else the newest.
    public var newest: RecoveredPage? { pages.first { !$0.segments.isEmpty } ?? pages.first }

    /// The source whose commit starts with these digits.
    public func page(ofCommit prefix: String) throws(HexaplaError) -> RecoveredPage {
        let wanted = prefix.lowercased()
        let found = pages.filter { $0.commit?.hasPrefix(wanted) ?? false }
        if let page = found.first, found.count == 1, !wanted.isEmpty { return page }
        let known = pages.compactMap(\.commit).map { String($0.prefix(12)) }
        throw HexaplaError(
            found.isEmpty ? "no translation of '\(path)' follows a source commit '\(prefix)'" : "more than one source commit starts with '\(prefix)'",
            remedy: known.isEmpty ? "Its translations name no source commit" : "Known are \(known.joined(separator: ", "))")
    }
}

/// Finds a page of the project by what a user calls it.
struct PageName {
    private let tree: ContentTree
    private let content: String

    init(_ tree: ContentTree, content: String) {
        self.tree = tree
        self.content = content
    }

    func group(named name: String) throws(HexaplaError) -> ContentTree.Group {
        let plain = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
        if let group = tree.groups.first(where: { $0.path == plain }) ?? group(ofFile: name) { return group }
        if FileSystem.kind(name, followingLinks: true) == .file, FileSystem.resolved(name) != nil, !isBelowContent(name) {
            throw HexaplaError("'\(name)' is no page of '\(content)'", remedy: "Name the content folder that it lies in with --content")
        }
        throw HexaplaError(
            "no page '\(name)' in '\(content)'",
            remedy: nearest(to: plain).map { "Did you mean '\($0)'?" } ?? "Name it by its path below a locale's folder, as in 'overview.md'")
    }

    /// The page of a file below the content folder, or of a path that starts with a locale's folder.
    private func group(ofFile name: String) -> ContentTree.Group? {
        let file = FileSystem.resolved(name)
        let below = "\(content)/\(name)"
        return tree.groups.first { group in
            group.files.contains { $0.file == name || $0.file == below }
        }
            ?? file.flatMap { file in
                tree.groups.first { group in file.hasSuffix("/" + group.path) && group.files.contains { FileSystem.resolved($0.file) == file } }
            }
    }

    private func isBelowContent(_ name: String) -> Bool {
        guard let folder = FileSystem.resolved(content), let file = FileSystem.resolved(name) else { return false }
        return file.hasPrefix(folder + "/")
    }

    /// A page with the same name in another folder, else the one whose path is most alike.
    private func nearest(to name: String) -> String? {
        let paths = tree.groups.map(\.path)
        let last = Self.lastPart(name)
        if let same = paths.first(where: { Self.lastPart($0) == last || Self.lastPart($0) == last + ".md" }) { return same }
        if let near = Suggestion.nearest(to: name, among: paths) { return near }
        let part = Suggestion.nearest(to: last, among: paths.map(Self.lastPart))
        return part.flatMap { part in paths.first { Self.lastPart($0) == part } }
    }

    private static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

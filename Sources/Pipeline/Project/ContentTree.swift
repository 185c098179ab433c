import FileSystem
import LocalizationModel

/// The files of a project: which page exists in which locale, and what is copied along.
public struct ContentTree: Sendable {
    /// A file of one locale.
    public struct File: Sendable {
        public let locale: LocaleTag
        public let file: String
        let stamp: FileStamp
    }

    public struct Group: Sendable {
        /// Below the locale's folder, with `/`.
        public let path: String
        /// In the order of the locales that have the page.
        public let files: [File]
        /// True for a fragment that pages include, and for a page that is hidden: neither is a page of the site.
        public let isFragment: Bool
        /// The page that is published at this one's address; nil where that is its own.
        let hiddenBy: String?

        init(path: String, files: [File], isFragment: Bool, hiddenBy: String? = nil) {
            (self.path, self.files, self.isFragment, self.hiddenBy) = (path, files, isFragment || hiddenBy != nil, hiddenBy)
        }

        /// The file that stands for the page in a locale: its own, else the source's.
        func file(for locale: LocaleTag, source: LocaleTag) -> File? { files.first { $0.locale == locale } ?? files.first { $0.locale == source } }
    }

    /// Sorted; the source's locale among them only if it has a folder.
    public let locales: [LocaleTag]
    public let sourceLocale: LocaleTag
    /// Sorted by path.
    public let groups: [Group]
    /// Path → locale → file, for everything that is no page: images, downloads.
    let assets: [String: [LocaleTag: File]]
    /// Files that are left out, since a file of the same locale has the same name but for how its letters are composed: path → file.
    let doubles: [String: String]

    public var translationLocales: [LocaleTag] { locales.filter { $0 != sourceLocale } }

    init(locales: [LocaleTag], sourceLocale: LocaleTag, groups: [Group], assets: [String: [LocaleTag: File]]) {
        (self.locales, self.sourceLocale, self.groups, self.assets, doubles) = (locales, sourceLocale, groups, assets, [:])
    }

    /// Walks the content folder. A missing folder, or one without any locale, is an error.
    public init(_ project: Project, jobs: Int = 1) throws(HexaplaError) { try self.init(project, files: .disk, jobs: jobs) }

    /// The same of files that may stand in a commit.
    init(_ project: Project, files: FileOrigin, jobs: Int = 1) throws(HexaplaError) {
        guard files.isFolder(project.content) else {
            throw HexaplaError(
                "no content folder at \(files.named(project.content))",
                remedy: "Name it with --content, or run in a folder with \(Project.configurationName)")
        }
        var folders: [(LocaleTag, String)] = []
        for entry in try files.entries(inFolder: project.content) where entry.kind == .folder {
            guard let tag = LocaleTag(entry.name), project.locales?.contains(tag) ?? true else { continue }
            if let other = folders.first(where: { $0.0 == tag }) {
                throw HexaplaError("'\(other.1)' and '\(entry.name)' are the same locale", remedy: "Keep one of the two folders")
            }
            folders.append((tag, "\(project.content)/\(entry.name)"))
        }
        guard !folders.isEmpty else {
            throw HexaplaError("\(files.named(project.content)) has no locale folder", remedy: "Its folders must be BCP 47 tags, as in 'de-DE'")
        }
        if let missing = project.locales?.first(where: { tag in !folders.contains { $0.0 == tag } }), missing != project.sourceLocale {
            throw HexaplaError("\(files.named("\(project.content)/\(missing)")) does not exist", remedy: "Make the folder, or take \(missing) out of 'locales'")
        }
        var pages: [String: [File]] = [:]
        var assets: [String: [LocaleTag: File]] = [:]
        let sorted = folders.sorted { $0.0 < $1.0 }
        let walked = try Parallel.map(sorted.count, jobs: jobs) { (index) throws(HexaplaError) -> [(path: String, file: File)] in
            var found: [(path: String, file: File)] = []
            try Self.walk(sorted[index].1, "", files) { path, file, stamp in found.append((path, File(locale: sorted[index].0, file: file, stamp: stamp))) }
            return found
        }
        var doubles: [String: String] = [:]
        for (tag, found) in zip(sorted.map(\.0), walked) {
            for (path, found) in found {
                // Texts are equal whose letters are composed otherwise, and names of files are not.
                if (pages[path]?.last?.locale ?? nil) == tag || assets[path]?[tag] != nil {
                    doubles[path] = found.file
                } else if path.hasSuffix(".md") || path.hasSuffix(".markdown") {
                    pages[path, default: []].append(found)
                } else {
                    assets[path, default: [:]][tag] = found
                }
            }
        }
        self.doubles = doubles
        locales = folders.map(\.0).sorted()
        sourceLocale = project.sourceLocale
        groups = pages.sorted { $0.key < $1.key }.map { path, files in
            // `a.md` and `a.markdown` would both be `a.html`.
            let other = path.hasSuffix(".markdown") ? path.dropLast("markdown".count) + "md" : ""
            return Group(
                path: path, files: files, isFragment: project.fragments.contains { path == $0 || path.hasPrefix($0 + "/") },
                hiddenBy: pages[other] == nil ? nil : other)
        }
        self.assets = assets
    }

    /// Calls `found` with the path below `folder`, the file and its stamp, for every regular file. Hidden files and symbolic
    /// links are left out.
    private static func walk(_ folder: String, _ prefix: String, _ files: FileOrigin, _ found: (String, String, FileStamp) -> Void) throws(HexaplaError) {
        for entry in try files.entries(inFolder: folder) where !entry.name.utf8.starts(with: ".".utf8) {
            let file = "\(folder)/\(entry.name)"
            switch entry.kind {
            case .folder: try walk(file, prefix + entry.name + "/", files, found)
            case .file: found(prefix + entry.name, file, entry.stamp)
            case .other: continue
            }
        }
    }
}

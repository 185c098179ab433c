import LocalizationModel

/// Which pages and files the content has, and in which locales.
struct SiteInventory: Sendable {
    /// What stands at a path.
    enum Kind: UInt8, Sendable {
        case page, fragment, file, folder
    }

    let tree: ContentTree
    /// Path → place in `tree.groups`.
    private let groups: [String: Int]
    /// Every folder below a locale's own, without a slash at its end.
    private let folders: Set<String>
    /// By the name of their folder in addresses.
    private let locales: [String: LocaleTag]
    /// What is published under names that differ in nothing but case and the composition of letters, by the name in lower case.
    private let alike: [String: [Published]]

    /// A file of the site and what it is made of, both below a locale's root.
    private struct Published {
        let output: String
        let origin: String
    }

    init(_ tree: ContentTree) {
        self.tree = tree
        groups = Dictionary(tree.groups.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        locales = Dictionary((tree.locales + [tree.sourceLocale]).map { ($0.lowercased, $0) }, uniquingKeysWith: { first, _ in first })
        var folders: Set<String> = []
        for path in tree.groups.lazy.map(\.path) + Array(tree.assets.keys) {
            var folder = SitePaths.folder(path).dropLast()
            // Those above are known with the first file.
            while !folder.isEmpty, folders.insert(String(folder)).inserted { folder = SitePaths.folder(String(folder)).dropLast() }
        }
        self.folders = folders
        var alike: [String: [Published]] = [:]
        for group in tree.groups where !group.isFragment || group.hiddenBy != nil {
            let output = SitePaths.html(group.path)
            alike[output.lowercased(), default: []].append(Published(output: output, origin: group.path))
        }
        for path in tree.assets.keys { alike[path.lowercased(), default: []].append(Published(output: path, origin: path)) }
        self.alike = alike.filter { $0.value.count > 1 }.mapValues { $0.sorted { $0.origin.utf8.lexicographicallyPrecedes($1.origin.utf8) } }
    }

    // MARK: Clashes

    /// What `LinkReads` calls the question which files have the address of a page, or nearly so.
    static func clashQuestion(_ page: String) -> String { "//alike/" + SitePaths.html(page).lowercased() }

    /// Other files that have the address of a page, or nearly so.
    func clashes(of page: String) -> [PathClash] {
        let own = SitePaths.html(page)
        var clashes: [PathClash] = []
        if let file = tree.doubles[page] { clashes.append(.hides(file)) }
        for other in alike[own.lowercased()] ?? [] where other.origin != page {
            if Array(other.output.utf8) != Array(own.utf8) {
                clashes.append(.alike(other.origin))
            } else if let winner = group(page)?.hiddenBy {
                clashes.append(.hidden(by: winner))
            } else {
                clashes.append(.hides(other.origin))
            }
        }
        return clashes
    }

    /// The page or fragment of a path.
    func group(_ path: String) -> ContentTree.Group? { groups[path].map { tree.groups[$0] } }

    /// A file that is no page, by the name that it has.
    func asset(_ path: String) -> String? { tree.assets.index(forKey: path).map { tree.assets[$0].key } }

    /// The locale whose folder has this name in addresses, in any case.
    func locale(named folder: some StringProtocol) -> LocaleTag? { locales[folder.lowercased()] }

    /// What a locale shows at a path: its own, else the source's.
    func kind(_ path: String, in locale: LocaleTag) -> Kind? {
        if let group = group(path) {
            return group.file(for: locale, source: tree.sourceLocale) == nil ? nil : group.isFragment && group.hiddenBy == nil ? .fragment : .page
        }
        if let files = tree.assets[path] { return files[locale] ?? files[tree.sourceLocale] == nil ? nil : .file }
        return folders.contains(path) ? .folder : nil
    }

    // MARK: Told apart

    /// What `LinkReads` calls the question by whether there is any image or download.
    static let anyFile = "//files"

    /// Equal for two inventories where a path means the same in every locale; nil where there is nothing in any.
    func answer(_ path: String) -> UInt64? {
        if path == Self.anyFile { return tree.assets.isEmpty ? nil : 1 }
        if path.utf8.starts(with: "//alike/".utf8) {
            return alike[String(path.dropFirst("//alike/".count))].map { Digest.fast($0.map(\.origin).joined(separator: "\u{0}")) }
        }
        if let group = group(path) { return Self.answer(group, source: tree.sourceLocale) }
        if let files = tree.assets[path] { return Self.answer(Array(files.keys), kind: .file, source: tree.sourceLocale) }
        return folders.contains(path) ? UInt64(Kind.folder.rawValue) : nil
    }

    private static func answer(_ group: ContentTree.Group, source: LocaleTag) -> UInt64 {
        answer(group.files.map(\.locale), kind: group.isFragment ? .fragment : .page, source: source)
    }

    /// What the source has every locale has: its translations are no news.
    private static func answer(_ locales: [LocaleTag], kind: Kind, source: LocaleTag) -> UInt64 {
        if locales.contains(source) { return UInt64(kind.rawValue) }
        return Digest.fast(locales.sorted().map(\.description).joined(separator: " ")) &+ UInt64(kind.rawValue)
    }

    /// Of a whole content: equal where all answers are.
    static func digest(_ tree: ContentTree) -> UInt64 {
        var sum: UInt64 = 0
        for group in tree.groups { sum = sum &+ LinkReads.digest(group.path, answer(group, source: tree.sourceLocale)) }
        for (path, files) in tree.assets { sum = sum &+ LinkReads.digest(path, answer(Array(files.keys), kind: .file, source: tree.sourceLocale)) }
        return sum
    }

    /// Every path that has an answer.
    var paths: [String] {
        let alike = alike.values.joined().map { "//alike/" + $0.output.lowercased() }
        return tree.groups.map(\.path) + tree.assets.keys + folders + alike + (tree.assets.isEmpty ? [] : [Self.anyFile])
    }
}

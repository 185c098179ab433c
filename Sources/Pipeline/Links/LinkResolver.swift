import LocalizationModel

/// Turns the destinations of a page's links into places of the content: what the site links and what the rules judge is the same.
struct LinkResolver: Sendable {
    /// Where a destination leads.
    enum Place {
        /// A page of the site that the locale shows.
        case page(String, LocaleTag)
        /// Anything else of the content.
        case file(String, LocaleTag)
        /// A place below the locale's root where nothing is.
        case nothing(String, isCertain: Bool)
        /// Another site, or a place outside the content.
        case elsewhere
    }

    let inventory: SiteInventory
    let reads: LinkReadsRecorder
    let locale: LocaleTag
    /// The file in which the link stands, below its locale's root.
    let file: String

    // MARK: Addresses

    /// A destination with its parts told apart (RFC 3986, section 3).
    struct Address {
        /// Lower case; nil for a relative reference.
        let scheme: String?
        /// Percent-decoded, without query and fragment.
        let path: String
        /// Query and fragment as written, with their signs.
        let rest: Substring
        /// As written.
        let whole: String

        init(_ destination: String) {
            let address = destination.trimmingWhitespace
            whole = address
            scheme = LinkAddress.scheme(of: address)
            let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
            rest = address[end...]
            path = scheme == nil ? SitePaths.decoded(String(address[..<end])) : ""
        }

        /// As it may stand in an address, with its sign.
        var query: String { SitePaths.encodedAddress(String(rest.prefix { $0 != "#" })) }

        /// Percent-decoded, without `#`; nil where there is none.
        var anchor: String? { rest.utf8.firstIndex(of: UInt8(ascii: "#")).map { SitePaths.decoded(String(rest[rest.index(after: $0)...])) } }
    }

    /// The place of an address that is no bare anchor.
    ///
    /// - Parameter isFile: true for an image or an inclusion, which no publishing system gives an alias.
    func place(_ address: Address, isFile: Bool = false) -> Place {
        let path = address.path
        guard address.scheme == nil, !path.isEmpty, !Self.isForPrograms(path), !path.utf8.starts(with: "//".utf8) else { return .elsewhere }
        if path.utf8.first == UInt8(ascii: "/") { return absolute(path) }
        // One level above the root are the other locales.
        guard let whole = SitePaths.normalised(Self.root + "/" + SitePaths.folder(file) + path) else { return .elsewhere }
        let (top, below) = Self.divided(whole)
        let isOwn = top == Self.root
        if isOwn, let found = find(below, in: locale) { return found }
        let isPage = Self.isMarkdown(path)
        // Pages without a file's name are published in a folder of their own: `../b` counts from there.
        if !isPage, let inFolder = SitePaths.normalised(SitePaths.folder(file) + ownFolder + path), let found = find(inFolder, in: locale) { return found }
        guard isOwn else { return inventory.locale(named: top).map { localized(below, $0) } ?? .elsewhere }
        if isFile, !isPage { return isAnyFile ? .nothing(below, isCertain: true) : .elsewhere }
        return .nothing(below, isCertain: isPage)
    }

    /// No folder of the content can be called so.
    private static let root = "\u{1F}"

    /// An address that counts from the root of the site. The content may be a part of a bigger site: only a place in one of its own folders
    /// is known to be missing.
    private func absolute(_ path: String) -> Place {
        guard let whole = SitePaths.normalised(String(path.dropFirst())), !whole.isEmpty else { return .elsewhere }
        let (top, below) = Self.divided(whole)
        if let named = inventory.locale(named: top) { return localized(below, named) }
        return localized(whole, locale)
    }

    private func localized(_ path: String, _ locale: LocaleTag) -> Place {
        if let found = find(path, in: locale) { return found }
        let folder = String(SitePaths.folder(path).dropLast())
        return folder.isEmpty || kind(folder, locale) != .folder ? .elsewhere : .nothing(path, isCertain: false)
    }

    /// Paths that a publishing system replaces: variables, and roots that it alone knows.
    private static func isForPrograms(_ path: String) -> Bool {
        switch path.utf8.first {
        case UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "$"): return true
        default: return path.utf8.contains { [UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "\\"), UInt8(ascii: "*")].contains($0) }
        }
    }

    private static func divided(_ path: String) -> (top: Substring, below: String) {
        guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return (path[...], "") }
        return (path[..<slash], String(path[path.index(after: slash)...]))
    }

    // MARK: Candidates

    /// Files that stand for a folder.
    private static let indices = ["index.md", "_index.md", "README.md"]

    static func isMarkdown(_ path: String) -> Bool { path.utf8.suffix(3).elementsEqual(".md".utf8) || path.utf8.suffix(9).elementsEqual(".markdown".utf8) }

    /// The folder that a page is published in where addresses have no file's name; empty for one that stands for its folder.
    private var ownFolder: String {
        let name = String(file.dropFirst(SitePaths.folder(file).count))
        return Self.indices.contains(name) ? "" : String(SitePaths.html(name).dropLast(5)) + "/"
    }

    private func find(_ path: String, in locale: LocaleTag) -> Place? {
        if !path.isEmpty, let kind = kind(path, locale), kind != .folder { return place(path, kind, locale) }
        if Self.isMarkdown(path) { return nil }
        for candidate in Self.candidates(path) { if let kind = kind(candidate, locale) { return place(candidate, kind, locale) } }
        // A list of what is in it may be made there.
        return !path.isEmpty && kind(path, locale) == .folder ? .elsewhere : nil
    }

    /// By the name that the file has: a link may compose its letters otherwise.
    private func place(_ path: String, _ kind: SiteInventory.Kind, _ locale: LocaleTag) -> Place {
        let group = inventory.group(path)
        guard kind == .page else { return .file(group?.path ?? inventory.asset(path) ?? path, locale) }
        return .page(group?.hiddenBy ?? group?.path ?? path, locale)
    }

    private static func candidates(_ path: String) -> [String] {
        let inFolder = indices.map { path.isEmpty ? $0 : "\(path)/\($0)" }
        if path.isEmpty { return inFolder }
        for ending in [".html", ".htm"] where path.hasSuffix(ending) {
            let stem = String(path.dropLast(ending.count))
            let folder = SitePaths.folder(stem)
            return [stem + ".md", stem + ".markdown"] + (stem == folder + "index" ? indices.map { folder + $0 } : [])
        }
        return [path + ".md", path + ".markdown", path + ".mdx"] + inFolder
    }

    private func kind(_ path: String, _ locale: LocaleTag) -> SiteInventory.Kind? {
        reads.asked(path, inventory.answer(path))
        return inventory.kind(path, in: locale)
    }

    /// False for content of pages alone, whose images lie elsewhere.
    private var isAnyFile: Bool {
        let answer = inventory.answer(SiteInventory.anyFile)
        reads.asked(SiteInventory.anyFile, answer)
        return answer != nil
    }
}

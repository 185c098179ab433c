import LocalizationModel

/// Where the addresses on a site's pages lead, by the names of its files to the byte: a server tells `Fees.html` from `fees.html`.
struct PublishedAddresses: Sendable {
    enum Target: Hashable {
        /// Another site, or a program.
        case elsewhere
        /// `javascript:` and the like.
        case script
        /// A place on the same host that is no part of the site.
        case host
        /// A place above the site's root.
        case outside
        case missing(String)
        case file(String, fragment: [UInt8]?)
    }

    private let files: Set<[UInt8]>
    private let folders: Set<[UInt8]>
    /// Without a slash at its end.
    private let base: String?
    /// The path of the site on its host, with a slash at its end; nil where nobody said.
    private let root: String?

    init(_ files: [String], baseURL: String?) {
        self.files = Set(files.map { Array($0.utf8) })
        folders = Set(files.map { Array($0.utf8.prefix(SitePaths.folder($0).utf8.count).dropLast()) })
        root = baseURL.flatMap { SiteAddress($0)?.path }
        base = baseURL.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    }

    /// - Parameter page: the path of the page with the address, below the root.
    func target(of address: String, on page: String) -> Target {
        var reference = address.trimmingWhitespace
        var folder = SitePaths.folder(page)
        if let base, reference.hasPrefix(base) {
            let rest = reference.dropFirst(base.count)
            guard rest.isEmpty || rest.first == "/" || rest.first == "#" || rest.first == "?" else { return .elsewhere }
            (reference, folder) = ("./" + rest.drop { $0 == "/" }, "")
        }
        if let scheme = LinkAddress.scheme(of: reference) { return LinkAddress.runs(scheme) ? .script : .elsewhere }
        if reference.hasPrefix("//") { return .elsewhere }
        if reference.hasPrefix("/") {
            guard reference.hasPrefix(root ?? "/") else { return .host }
            let target = self.target(of: "./" + reference.dropFirst((root ?? "/").count), on: "")
            // Where nobody said where the site stands, such an address may lead past it.
            if root == nil, case .missing = target { return .host }
            return target
        }
        let fragmentStart = reference.utf8.firstIndex(of: UInt8(ascii: "#")) ?? reference.endIndex
        let fragment =
            fragmentStart == reference.endIndex ? nil : Array(SitePaths.decoded(String(reference[reference.utf8.index(after: fragmentStart)...])).utf8)
        let path = reference[..<fragmentStart].prefix { $0 != "?" }
        if path.isEmpty, folder == SitePaths.folder(page), reference == address.trimmingWhitespace { return .file(page, fragment: fragment) }
        guard let whole = SitePaths.normalised(folder + SitePaths.decoded(String(path))) else { return .outside }
        return file(whole, isFolder: path.last == "/", fragment)
    }

    private func file(_ path: String, isFolder: Bool, _ fragment: [UInt8]?) -> Target {
        if !isFolder, files.contains(Array(path.utf8)) { return .file(path, fragment: fragment) }
        let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
        let index = trimmed.isEmpty ? "index.html" : trimmed + "/index.html"
        if trimmed.isEmpty || folders.contains(Array(trimmed.utf8)), files.contains(Array(index.utf8)) { return .file(index, fragment: fragment) }
        return .missing(path)
    }
}

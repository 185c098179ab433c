import LocalizationModel

extension LinkResolver {
    /// The destination as it stands in the site, on a page in a folder below the locale's root; nil where it could run a script or smuggle a
    /// page in.
    func address(of destination: String, from folder: String) -> String? {
        let address = Address(destination)
        if let scheme = address.scheme { return LinkAddress.isPublished(scheme) ? SitePaths.encoded(address.whole) : nil }
        switch place(address) {
        case .page(let path, let other): return encoded(SitePaths.html(path), in: other, address, folder)
        case .file(let path, let other): return encoded(Self.published(path), in: other, address, folder)
        case .nothing, .elsewhere: return unknown(address, folder)
        }
    }

    private func encoded(_ target: String, in other: LocaleTag, _ address: Address, _ folder: String) -> String {
        let way = SitePaths.relative(from: folder, to: other == locale ? target : "")
        return SitePaths.encoded(way + (other == locale ? "" : "../\(other.lowercased)/\(target)") + address.rest)
    }

    /// An address that leads nowhere in the content keeps its meaning.
    private func unknown(_ address: Address, _ folder: String) -> String {
        guard !address.path.isEmpty, address.path.utf8.first != UInt8(ascii: "/"), let target = SitePaths.normalised(SitePaths.folder(file) + address.path)
        else {
            return SitePaths.encoded(address.whole)
        }
        return SitePaths.encoded(SitePaths.relative(from: folder, to: target.isEmpty ? "index.html" : Self.published(target)) + address.rest)
    }

    private static func published(_ path: String) -> String { path.hasSuffix(".md") ? SitePaths.html(path) : path }
}

extension String {
    var trimmingWhitespace: String {
        guard utf8.first?.isWhitespace ?? false || utf8.last?.isWhitespace ?? false else { return self }
        return String(decoding: Array(utf8).trimmed(), as: UTF8.self)
    }
}

import LocalizationModel

extension LinkResolver {
    private static let safeSchemes: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

    /// The destination as it stands in the site, on a page in a folder below the locale's root; nil where it could run a script or smuggle a
    /// page in.
    func address(of destination: String, from folder: String) -> String? {
        let address = Address(destination)
        if let scheme = address.scheme { return Self.safeSchemes.contains(scheme) ? SitePaths.encoded(address.whole) : nil }
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

    /// What stands before the first colon where that is a scheme (RFC 3986, section 3.1). White space and control characters inside it do
    /// not hide it: browsers drop them.
    static func scheme(of address: String) -> String? {
        guard address.utf8.contains(UInt8(ascii: ":")) else { return nil }
        var scheme: [UInt8] = []
        for byte in address.utf8 where byte > 0x20 {
            switch byte {
            case UInt8(ascii: ":"): return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
            case _ where byte.isASCIILetter: scheme.append(byte.asciiLowercased)
            case _ where byte.isASCIIDigit, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if scheme.isEmpty { return nil }
                scheme.append(byte)
            default: return nil
            }
        }
        return nil
    }
}

extension String {
    var trimmingWhitespace: String {
        guard utf8.first?.isWhitespace ?? false || utf8.last?.isWhitespace ?? false else { return self }
        return String(decoding: Array(utf8).trimmed(), as: UTF8.self)
    }
}

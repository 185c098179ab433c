import LocalizationModel

/// Turns the destinations of a page's links into addresses of the site.
struct LinkResolver: Sendable {
    /// Tells whether a path, as in the content, is that of a page.
    let isPage: @Sendable (String) -> Bool
    /// The folder of the page that is written, below its locale's root.
    let pageFolder: String
    /// The folder of the file in which the link stands: another one for included text.
    let fileFolder: String

    private static let safeSchemes: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

    /// Nil where the destination could run a script or smuggle a page in.
    func resolve(_ destination: String) -> String? {
        let address = destination.trimmingWhitespace
        if let scheme = Self.scheme(of: address) { return Self.safeSchemes.contains(scheme) ? SitePaths.encoded(address) : nil }
        guard let first = address.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "/") else { return SitePaths.encoded(address) }
        let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
        let (path, rest) = (SitePaths.decoded(String(address[..<end])), String(address[end...]))
        guard !path.isEmpty, let target = SitePaths.normalised(fileFolder + path) else { return SitePaths.encoded(address) }
        return SitePaths.encoded(SitePaths.relative(from: pageFolder, to: file(target)) + rest)
    }

    /// The file of the site that a path of the content becomes.
    private func file(_ path: String) -> String {
        if isPage(path) { return SitePaths.html(path) }
        if isPage(path + ".md") { return SitePaths.html(path + ".md") }
        if path.isEmpty || isPage(path + "/index.md") { return path.isEmpty ? "index.html" : path + "/index.html" }
        return path.hasSuffix(".md") ? SitePaths.html(path) : path
    }

    /// What stands before the first colon where that is a scheme (RFC 3986, section 3.1). White space and control characters inside it do
    /// not hide it: browsers drop them.
    private static func scheme(of address: String) -> String? {
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
    fileprivate var trimmingWhitespace: String {
        guard utf8.first?.isWhitespace ?? false || utf8.last?.isWhitespace ?? false else { return self }
        return String(decoding: Array(utf8).trimmed(), as: UTF8.self)
    }
}

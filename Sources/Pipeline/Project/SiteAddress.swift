import LocalizationModel

/// The address under which a site is published (`base-url`): what other programs are told of a page begins with it.
public struct SiteAddress: Hashable, Sendable {
    /// Absolute, with a slash at its end: `https://example.org/docs/`.
    public let base: String
    /// The part of it that is a path: `/docs/`.
    public let path: String

    /// Nil for anything but an address with http or https and a host, in ASCII, without user, query and fragment (RFC 3986, section 3).
    public init?(_ text: String) {
        let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
        guard let scheme, text.utf8.allSatisfy({ !SitePaths.isUnsafe($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "'") })
        else { return nil }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        guard !host.isEmpty, host.utf8.allSatisfy({ $0.isASCIIAlphanumeric || ".-:[]".utf8.contains($0) }), host.utf8.contains(where: \.isASCIIAlphanumeric)
        else { return nil }
        let path = rest.dropFirst(host.count)
        self.path = path.hasSuffix("/") ? String(path) : path + "/"
        base = scheme + host + self.path
    }

    /// The address of a file of the site.
    func of(_ file: String) -> String { base + SitePaths.encoded(file) }

    /// Where a page finds the site's root that is shown at any depth, as that of a missing address is.
    static func root(_ address: SiteAddress?) -> String { address?.path ?? "/" }
}

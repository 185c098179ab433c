import LocalizationModel

/// Short names for links, as parts of ids.
enum LinkName {
    /// A short name for a link: the last part of its path, and a hash where a query or fragment follows.
    static func name(_ link: String) -> String {
        let canonical = LinkIdentity.canonical(link)
        let path = canonical.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let name = path.split(separator: UInt8(ascii: "/")).last.map { $0.split(separator: UInt8(ascii: ".")).first ?? $0 } ?? path.prefix(0)
        let tail = path.count == canonical.utf8.count ? "" : "-" + hash(canonical)
        return "link-" + String(Substring(name)) + tail
    }

    private static func hash(_ text: String) -> String { String(UInt32(truncatingIfNeeded: FNV1a.hash(text.utf8)), radix: 16) }
}

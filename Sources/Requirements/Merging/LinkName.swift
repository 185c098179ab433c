import LocalizationModel

/// Short names for links, as parts of ids.
enum LinkName {
    /// A short name for a link: the last part of its path, and a hash where a query or fragment follows.
    static func name(_ link: String) -> String {
        let canonical = LinkIdentity.canonical(link)
        let path = canonical.prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let tail = path.utf8.count == canonical.utf8.count ? "" : "-" + hash(canonical)
        return "link-" + name.lowercased() + tail
    }

    private static func hash(_ text: String) -> String { String(UInt32(truncatingIfNeeded: FNV1a.hash(text.utf8)), radix: 16) }
}

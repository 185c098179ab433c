import LocalizationModel

/// What makes two links the same although each locale writes its own address.
public enum LinkIdentity {
    /// The link with the locale in its path as `*`, without scheme and last slash: `/en-us/a` and `/de-de/a` are the same.
    public static func canonical(_ link: String) -> String {
        var rest = Substring(link)
        for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        while rest.last == "/" { rest.removeLast() }
        return rest.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.utf8.count >= 5 && part.contains("-") && part.utf8.count <= 7 && LocaleTag(part) != nil ? "*" : String(part)
        }.joined(separator: "/")
    }

    /// A short name for a link: the last part of its path, and a hash where a query or fragment follows.
    static func key(_ link: String) -> String {
        let canonical = canonical(link)
        let path = canonical.prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let tail = path.utf8.count == canonical.utf8.count ? "" : "-" + hash(canonical)
        return "link-" + name.lowercased() + tail
    }

    /// FNV-1a, 32 bits: the same on every machine and in every run, which Hasher is not.
    private static func hash(_ text: String) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return String(hash, radix: 16)
    }
}

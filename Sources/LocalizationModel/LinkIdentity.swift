/// What makes two links the same although each locale writes its own address.
public enum LinkIdentity {
    /// The address in lower case, without scheme, last slash and folders named by a locale: `https://example.org/en-us/a` and
    /// `http://example.org/de-de/a/` are the same. A fragment with letters beyond ASCII follows a translated heading and is left out.
    public static func canonical(_ link: String) -> String {
        var address = lowercased(link)[...]
        for scheme: StaticString in ["https://", "http://"] where address.hasBytes(scheme, at: address.startIndex) {
            address = address.dropFirst(scheme.utf8CodeUnitCount)
        }
        if let hash = address.firstIndex(of: UInt8(ascii: "#")), hash != address.startIndex,
            address[hash...].contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") })
        {
            address = address[..<hash]
        }
        while address.last == UInt8(ascii: "/") { address.removeLast() }
        return String(decoding: withoutLocaleFolders(address), as: UTF8.self)
    }

    private static func lowercased(_ link: String) -> [UInt8] {
        let isASCII = link.utf8.allSatisfy { $0 < 0x80 }
        return isASCII ? link.utf8.map(\.asciiLowercased) : Array(link.lowercased().utf8)
    }

    private static func withoutLocaleFolders(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard path.contains(UInt8(ascii: "-")) else { return path }
        var kept: [UInt8] = []
        kept.reserveCapacity(path.count)
        var isFirst = true
        for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) where !isLocaleFolder(part) {
            if !isFirst { kept.append(UInt8(ascii: "/")) }
            kept += part
            isFirst = false
        }
        return kept[...]
    }

    /// `en-us`, `zh-hant-tw`: a folder named by a language and a region or script.
    public static func isLocaleFolder(_ part: Substring) -> Bool { isLocaleFolder(Array(part.utf8)[...]) }

    private static func isLocaleFolder(_ part: ArraySlice<UInt8>) -> Bool {
        part.count >= 5 && part.count <= 11 && part[part.startIndex + 2] == UInt8(ascii: "-") && LocaleTag.isTag(part)
    }
}

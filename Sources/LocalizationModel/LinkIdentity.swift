/// What makes two links the same although each locale writes its own address.
public enum LinkIdentity {
    /// The address in lower case, without scheme, last slash and folders named by a locale: `https://example.org/en-us/a` and
    /// `http://example.org/de-de/a/` are the same. A fragment with letters beyond ASCII follows a translated heading and is left out.
    public static func canonical(_ link: String) -> String {
        var text = link.lowercased()[...]
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text = text.dropFirst(scheme.utf8.count) }
        if let hash = text.firstIndex(of: "#"), hash != text.startIndex, text[hash...].utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) {
            text = text[..<hash]
        }
        while text.last == "/" { text.removeLast() }
        guard text.contains("-") else { return String(text) }
        return text.split(separator: "/", omittingEmptySubsequences: false).filter { !isLocaleFolder($0) }.joined(separator: "/")
    }

    /// `en-us`, `zh-hant-tw`: a folder named by a language and a region or script.
    public static func isLocaleFolder(_ part: Substring) -> Bool {
        part.utf8.count >= 5 && part.utf8.count <= 11 && part.utf8.dropFirst(2).first == UInt8(ascii: "-") && LocaleTag(part) != nil
    }
}

/// The host of an address on another host.
public enum RemoteHost {
    /// The host that a browser would ask for an address, without user and port: `https://host/…`, `//host/…`; nil for any other address.
    ///
    /// Read as browsers do (URL Standard, section 4.4): white space inside and any number of slashes, forward or backward, make no difference.
    public static func name(of address: String) -> String? {
        var rest = address.utf8.filter { $0 > 0x20 }[...]
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), isWeb(rest[..<colon]) {
            rest = rest[(colon + 1)...].drop(while: isSlash)
        } else {
            guard rest.count > 2, isSlash(rest[0]), isSlash(rest[1]) else { return nil }
            rest = rest.drop(while: isSlash)
        }
        let authority = rest.prefix { !isSlash($0) && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let host = authority[(authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex)...]
        let name = host.prefix { $0 != UInt8(ascii: ":") }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    private static func isWeb(_ scheme: ArraySlice<UInt8>) -> Bool {
        let scheme = scheme.map(\.asciiLowercased)
        return scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8)
    }

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
}

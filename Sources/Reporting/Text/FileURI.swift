/// A path as a reference (RFC 3986): percent-encoded, with `/` between its parts.
struct FileURI {
    let text: String
    /// True for a path that counts from the folder where the program ran.
    let isRelative: Bool

    init(_ path: String) {
        isRelative = !path.hasPrefix("/")
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
        text = (isRelative ? "" : "file://") + Self.encoded(path)
    }

    /// Unreserved characters and the slash stay (RFC 3986, section 2.3).
    private static func encoded(_ path: Substring) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

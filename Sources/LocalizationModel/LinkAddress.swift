/// What of an address every stage that meets one has to know.
public enum LinkAddress {
    /// Schemes that a published page may name.
    private static let published: Set<String> = ["http", "https", "mailto", "tel", "ftp"]

    /// Schemes under which an address is a program or a page of its own.
    private static let running: Set<String> = ["javascript", "vbscript", "data", "blob", "livescript", "mocha"]

    public static func isPublished(_ scheme: String) -> Bool { published.contains(scheme) }

    public static func runs(_ scheme: String) -> Bool { running.contains(scheme) }

    /// What stands before the first colon where that is a scheme (RFC 3986, section 3.1), in lower case. White space and control characters
    /// inside it do not hide it: browsers drop them.
    public static func scheme(of address: String) -> String? {
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

import LocalizationModel

/// Text inside HTML.
public enum HTMLText {
    /// Escapes what HTML would read as markup, in text and in quoted attribute values.
    public static func escaped(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 { escape(byte, into: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func escape(_ byte: UInt8, into out: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "<"): out += Array("&lt;".utf8)
        case UInt8(ascii: ">"): out += Array("&gt;".utf8)
        case UInt8(ascii: "&"): out += Array("&amp;".utf8)
        case UInt8(ascii: "\""): out += Array("&quot;".utf8)
        default: out.append(byte)
        }
    }

    /// The content of the first paragraph of a fragment, for including it in a line of text.
    static func inline(_ html: [UInt8]) -> [UInt8] {
        guard html.hasBytes("<p>", at: 0), let end = html.firstRange(of: "</p>", from: 3) else { return html }
        return Array(html[3..<end])
    }
}

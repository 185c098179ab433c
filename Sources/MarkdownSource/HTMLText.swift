import LocalizationModel

/// Text inside HTML.
public enum HTMLText {
    /// Escapes what HTML would read as markup, in text and in quoted attribute values.
    public static func escaped(_ text: some StringProtocol) -> String {
        var text = String(text)
        return text.withUTF8 { bytes -> String? in
            guard bytes.contains(where: isMarkup) else { return nil }
            var escaped: [UInt8] = []
            escaped.reserveCapacity(bytes.count + 16)
            escape(bytes, into: &escaped)
            return String(decoding: escaped, as: UTF8.self)
        } ?? text
    }

    private static func isMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"")
    }

    /// Appends bytes, escaped.
    static func escape(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) { out.appendEscapedForHTML(bytes) }

    /// The content of the first paragraph of a fragment, for including it in a line of text.
    static func inline(_ html: [UInt8]) -> [UInt8] {
        guard html.hasBytes("<p>", at: 0), let end = html.firstRange(of: "</p>", from: 3) else { return html }
        return Array(html[3..<end])
    }
}

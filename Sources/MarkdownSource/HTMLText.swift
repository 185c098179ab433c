import LocalizationModel

/// Text inside HTML.
public enum HTMLText {
    /// Escapes what HTML would read as markup, in text and in quoted attribute values.
    public static func escaped(_ text: some StringProtocol) -> String {
        var text = String(text)
        return text.withUTF8 { bytes -> String? in
            guard bytes.contains(where: { entity($0) != nil }) else { return nil }
            var escaped: [UInt8] = []
            escaped.reserveCapacity(bytes.count + 16)
            escape(bytes, into: &escaped)
            return String(decoding: escaped, as: UTF8.self)
        } ?? text
    }

    /// Appends bytes, escaped: whole runs between the characters that are.
    static func escape(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        var start = 0
        for index in 0..<bytes.count {
            guard let entity = entity(bytes[index]) else { continue }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            out.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = index + 1
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    @inline(__always)
    private static func entity(_ byte: UInt8) -> StaticString? {
        guard byte < 0x3F else { return nil }
        switch byte {
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "\""): return "&quot;"
        default: return nil
        }
    }

    /// The content of the first paragraph of a fragment, for including it in a line of text.
    static func inline(_ html: [UInt8]) -> [UInt8] {
        guard html.hasBytes("<p>", at: 0), let end = html.firstRange(of: "</p>", from: 3) else { return html }
        return Array(html[3..<end])
    }
}

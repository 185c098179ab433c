import LocalizationModel

/// The five characters that mean something in HTML, written so that they stand for themselves.
public enum HTMLEscape {
    /// Appends text that is right both between tags and in a quoted attribute.
    static func append(_ text: [UInt8], to output: inout ByteBuffer) {
        text.withUnsafeBufferPointer { append($0, keepingApostrophes: false, to: &output) }
    }

    static func append(_ text: String, to output: inout ByteBuffer) {
        var text = text
        text.withUTF8 { append($0, keepingApostrophes: false, to: &output) }
    }

    /// - Parameter keepingApostrophes: true for text between tags or in an attribute between double quotes.
    public static func append(_ text: Substring, keepingApostrophes: Bool, to output: inout ByteBuffer) {
        var text = text
        text.withUTF8 { append($0, keepingApostrophes: keepingApostrophes, to: &output) }
    }

    private static func append(_ bytes: UnsafeBufferPointer<UInt8>, keepingApostrophes: Bool, to output: inout ByteBuffer) {
        var start = 0
        for index in 0..<bytes.count {
            guard let entity = entity(bytes[index]), !(keepingApostrophes && bytes[index] == UInt8(ascii: "'")) else { continue }
            output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
            output.append(entity)
            start = index + 1
        }
        output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    @inline(__always)
    private static func entity(_ byte: UInt8) -> StaticString? {
        guard byte < 0x3F else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        default: return nil
        }
    }
}

/// The five characters that mean something in HTML, written so that they stand for themselves.
public enum HTMLEscape {
    /// Appends text that is right both between tags and in a quoted attribute.
    public static func append(_ text: [UInt8], to output: inout [UInt8]) {
        text.withUnsafeBufferPointer { bytes in
            var start = 0
            for i in 0..<bytes.count {
                guard let entity = entity(bytes[i]) else { continue }
                output.append(contentsOf: bytes[start..<i])
                entity.withUTF8Buffer { output.append(contentsOf: $0) }
                start = i + 1
            }
            output.append(contentsOf: bytes[start...])
        }
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

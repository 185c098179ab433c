extension [UInt8] {
    /// Appends text with what HTML would read as markup written so that it stands for itself, between tags and in quoted attribute values:
    /// whole runs between the characters that are escaped.
    public mutating func appendEscapedForHTML(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in 0..<text.count {
            guard let entity = text[index].entity else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}

extension UInt8 {
    /// What stands for a character that means something in HTML; nil for all others.
    @inline(__always)
    fileprivate var entity: StaticString? {
        guard self < 0x3F else { return nil }
        switch self {
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "\""): return "&quot;"
        default: return nil
        }
    }
}

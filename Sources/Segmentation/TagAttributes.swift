import LocalizationModel

/// The attributes of a tag or of a directive, as in `<img src="a.png" alt="Text">` and `:::image source="a.png":::`.
struct TagAttributes {
    /// Names in lower case, values without their quotation marks; the first of a name counts.
    private var values: [String: Range<Int>] = [:]

    /// Reads the attributes in a range that starts with the tag's name or before it. Linear.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        var i = range.lowerBound
        while i < range.upperBound {
            guard let equals = bytes[i..<range.upperBound].firstIndex(of: UInt8(ascii: "=")) else { return }
            var nameStart = equals
            while nameStart > i, Self.isName(bytes[nameStart - 1]) { nameStart -= 1 }
            let value = Self.value(bytes, equals + 1, range.upperBound)
            if nameStart < equals {
                let name = String(decoding: bytes[nameStart..<equals].map(\.asciiLowercased), as: UTF8.self)
                if values[name] == nil { values[name] = value.content }
            }
            i = max(value.end, equals + 1)
        }
    }

    subscript(name: String) -> Range<Int>? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    private static func isName(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }

    private static func value(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (content: Range<Int>, end: Int) {
        guard start < limit else { return (start..<start, start) }
        let quote = bytes[start]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let close = bytes[(start + 1)..<limit].firstIndex(of: quote) ?? limit
            return (start + 1..<close, min(limit, close + 1))
        }
        let end = bytes[start..<limit].firstIndex { $0.isWhitespace || $0 == UInt8(ascii: ">") } ?? limit
        return (start..<end, end)
    }
}

import LocalizationModel

/// The name and the attributes of one HTML tag as written in a page.
struct HTMLTag {
    struct Attribute {
        /// In lower case.
        let name: String
        /// As written, entities not decoded.
        let value: String
    }

    /// In lower case, without the slash.
    let name: String
    let isClosing: Bool
    let isSelfClosing: Bool
    let attributes: [Attribute]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Reads `<name a="b" c>`; text that is no tag has an empty name.
    init(_ tag: ArraySlice<UInt8>) {
        var i = tag.startIndex + 1
        let end = max(i, tag.endIndex - (tag.last == UInt8(ascii: ">") ? 1 : 0))
        isClosing = i < end && tag[i] == UInt8(ascii: "/")
        if isClosing { i += 1 }
        let nameStart = i
        while i < end, tag[i].isASCIIAlphanumeric || tag[i] == UInt8(ascii: "-") { i += 1 }
        name = String(decoding: tag[min(nameStart, end)..<min(i, end)].map(\.asciiLowercased), as: UTF8.self)
        isSelfClosing = end > nameStart && tag[end - 1] == UInt8(ascii: "/")
        var attributes: [Attribute] = []
        while i < end {
            while i < end, tag[i].isWhitespace || tag[i] == UInt8(ascii: "/") { i += 1 }
            let start = i
            while i < end, !tag[i].isWhitespace, tag[i] != UInt8(ascii: "="), tag[i] != UInt8(ascii: "/") { i += 1 }
            let attribute = String(decoding: tag[start..<i].map(\.asciiLowercased), as: UTF8.self)
            while i < end, tag[i].isWhitespace { i += 1 }
            var value = ""
            if i < end, tag[i] == UInt8(ascii: "=") {
                i += 1
                while i < end, tag[i].isWhitespace { i += 1 }
                value = Self.value(tag, &i, end)
            } else if start == i {
                i += 1
            }
            if !attribute.isEmpty { attributes.append(Attribute(name: attribute, value: value)) }
        }
        self.attributes = attributes
    }

    private static func value(_ tag: ArraySlice<UInt8>, _ i: inout Int, _ end: Int) -> String {
        guard i < end else { return "" }
        let quote = tag[i]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = i + 1
            i = start
            while i < end, tag[i] != quote { i += 1 }
            defer { i = min(end, i + 1) }
            return String(decoding: tag[start..<i], as: UTF8.self)
        }
        let start = i
        while i < end, !tag[i].isWhitespace { i += 1 }
        return String(decoding: tag[start..<i], as: UTF8.self)
    }
}

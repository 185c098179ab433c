import LocalizationModel

/// The tags of a page as a browser finds them (HTML Living Standard, section 13.2.5): one walk over the bytes, text and comments passed by.
struct HTMLTokens {
    /// One tag; its attributes are `attributes` until the next one is read.
    struct Tag {
        let isClosing: Bool
        let isSelfClosing: Bool
        /// As written.
        let name: Range<Int>
        /// Of its `<`.
        let start: Int
    }

    struct Attribute {
        /// As written.
        let name: Range<Int>
        /// Without quotation marks; empty where there is none.
        let value: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var attributes: [Attribute] = []
    private var position = 0
    /// The element whose content is text whatever it looks like; nil outside one.
    private var verbatim: StaticString?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag; nil at the end of the page.
    mutating func next() -> Tag? {
        while position < bytes.count {
            guard let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { break }
            position = open + 1
            guard position < bytes.count else { break }
            if let name = verbatim {
                if bytes[position] == UInt8(ascii: "/"), bytes.hasBytesIgnoringCase(name, at: position + 1) { verbatim = nil } else { continue }
            }
            switch bytes[position] {
            case UInt8(ascii: "!"): skipComment()
            case UInt8(ascii: "?"): position = after(UInt8(ascii: ">"))
            case UInt8(ascii: "/"):
                position += 1
                if position < bytes.count, bytes[position].isASCIILetter { return tag(open, isClosing: true) }
                position = after(UInt8(ascii: ">"))
            case let byte where byte.isASCIILetter: return tag(open, isClosing: false)
            default: break
            }
        }
        position = bytes.count
        return nil
    }

    /// The text up to the next tag.
    var text: Range<Int> { position..<(bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count) }

    private func after(_ byte: UInt8) -> Int { (bytes[position...].firstIndex(of: byte) ?? bytes.count - 1) + 1 }

    private mutating func skipComment() {
        guard bytes.hasBytes("!--", at: position) else {
            position = after(UInt8(ascii: ">"))
            return
        }
        if bytes.hasBytes(">", at: position + 3) || bytes.hasBytes("->", at: position + 3) {
            position = after(UInt8(ascii: ">"))
            return
        }
        position = bytes.firstRange(of: "-->", from: position + 3).map { $0 + 3 } ?? bytes.count
    }

    private mutating func tag(_ start: Int, isClosing: Bool) -> Tag {
        let nameStart = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        let name = nameStart..<position
        attributes.removeAll(keepingCapacity: true)
        var isSelfClosing = false
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            if bytes[position] == UInt8(ascii: "/") {
                isSelfClosing = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: ">")
                position += 1
            } else if Self.isSpace(bytes[position]) {
                position += 1
            } else {
                attribute()
            }
        }
        position = min(bytes.count, position + 1)
        if !isClosing { verbatim = verbatimName(name) }
        return Tag(isClosing: isClosing, isSelfClosing: isSelfClosing, name: name, start: start)
    }

    private mutating func attribute() {
        let start = position
        // An equals sign in front is part of the name.
        position += 1
        while position < bytes.count, !Self.endsName(bytes[position]), bytes[position] != UInt8(ascii: "=") { position += 1 }
        let name = start..<position
        var next = position
        while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
        guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else {
            attributes.append(Attribute(name: name, value: position..<position))
            return
        }
        position = next + 1
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        guard position < bytes.count else { return }
        let quote = bytes[position]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.count
            attributes.append(Attribute(name: name, value: position + 1..<max(position + 1, end)))
            position = min(bytes.count, end + 1)
        } else {
            let start = position
            while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") { position += 1 }
            attributes.append(Attribute(name: name, value: start..<position))
        }
    }

    private func verbatimName(_ name: Range<Int>) -> StaticString? {
        switch name.count {
        case 5:
            if bytes.hasBytesIgnoringCase("style", at: name.lowerBound) { return "style" }
            return bytes.hasBytesIgnoringCase("title", at: name.lowerBound) ? "title" : nil
        case 6: return bytes.hasBytesIgnoringCase("script", at: name.lowerBound) ? "script" : nil
        case 8: return bytes.hasBytesIgnoringCase("textarea", at: name.lowerBound) ? "textarea" : nil
        default: return nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C }

    private static func endsName(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") }
}

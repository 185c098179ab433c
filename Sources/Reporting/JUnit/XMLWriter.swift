import LocalizationModel

/// Writes XML 1.0 into bytes. Characters that XML cannot hold (section 2.2) are shown as `VisibleText` shows them.
struct XMLWriter: ~Copyable {
    private var output = ByteBuffer()
    private var depth = 0

    init() { output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    var bytes: [UInt8] { output.array }

    /// An element without content, or with what `body` writes.
    mutating func element(_ name: String, _ attributes: [(String, String)], _ body: ((inout XMLWriter) -> Void)? = nil) {
        start(name, attributes)
        guard let body else { return output.append("/>\n") }
        output.append(">\n")
        depth += 1
        body(&self)
        depth -= 1
        output.append(repeating: 0x20, count: depth)
        output.append("</\(name)>\n")
    }

    /// An element with text; empty text leaves it empty.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        start(name, attributes)
        guard !text.isEmpty else { return output.append("/>\n") }
        output.append(">")
        escape(VisibleText.of(text, keepingLines: true))
        output.append("</\(name)>\n")
    }

    private mutating func start(_ name: String, _ attributes: [(String, String)]) {
        output.append(repeating: 0x20, count: depth)
        output.append("<\(name)")
        for (name, value) in attributes {
            output.append(" \(name)=\"")
            escape(VisibleText.of(value))
            output.append("\"")
        }
    }

    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                let entity: StaticString
                switch bytes[index] {
                case UInt8(ascii: "&"): entity = "&amp;"
                case UInt8(ascii: "<"): entity = "&lt;"
                case UInt8(ascii: ">"): entity = "&gt;"
                case UInt8(ascii: "\""): entity = "&quot;"
                default: continue
                }
                output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                output.append(entity)
                start = index + 1
            }
            output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }
}

import LocalizationModel

/// Writes XML 1.0 into bytes. Characters that XML cannot hold (section 2.2) are shown as `VisibleText` shows them, or left out.
public struct XMLWriter: ~Copyable {
    private var output = ByteBuffer()
    private var depth = 0
    private let showsControls: Bool

    /// - Parameter showsControls: true for reports, where hidden characters are a matter of what was found; false for texts that readers get,
    ///   which keep their marks of direction and lose what XML cannot hold.
    public init(showsControls: Bool = true) {
        self.showsControls = showsControls
        output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    public var bytes: [UInt8] { output.array }

    /// An element without content, or with what `body` writes.
    public mutating func element(_ name: String, _ attributes: [(String, String)], _ body: ((inout XMLWriter) -> Void)? = nil) {
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
    public mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        start(name, attributes)
        guard !text.isEmpty else { return output.append("/>\n") }
        output.append(">")
        escape(showsControls ? VisibleText.of(text, keepingLines: true) : Self.legal(text))
        output.append("</\(name)>\n")
    }

    private mutating func start(_ name: String, _ attributes: [(String, String)]) {
        output.append(repeating: 0x20, count: depth)
        output.append("<\(name)")
        for (name, value) in attributes {
            output.append(" \(name)=\"")
            escape(showsControls ? VisibleText.of(value) : Self.legal(value))
            output.append("\"")
        }
    }

    /// The text without the characters that XML forbids.
    private static func legal(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value & 0xFFFF < 0xFFFE || $0 == "\n" || $0 == "\t" }))
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

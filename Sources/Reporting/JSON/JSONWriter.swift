import LocalizationModel

/// Writes JSON (RFC 8259) into bytes: keys in the order given, numbers without a needless fraction.
public struct JSONWriter {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false
    /// True between a member's name and its value, which stands on the same line.
    private var isAfterKey = false
    /// Spaces per level; nil for one line.
    private let indent: Int?
    private var depth: Int
    /// A line feed and as many spaces as deep levels need.
    private let lineStart: [UInt8]

    /// - Parameter depth: for one value that is to be put into another document by `raw`: how deep it will stand.
    public init(indent: Int? = nil, depth: Int = 0) {
        self.indent = indent
        self.depth = depth
        isAfterKey = depth > 0
        lineStart = indent == nil ? [] : [0x0A] + [UInt8](repeating: 0x20, count: 64)
    }

    public mutating func object(_ body: (inout JSONWriter) -> Void) { container(UInt8(ascii: "{"), UInt8(ascii: "}"), body) }

    public mutating func array(_ body: (inout JSONWriter) -> Void) { container(UInt8(ascii: "["), UInt8(ascii: "]"), body) }

    public mutating func array<S: Sequence>(_ items: S, _ body: (inout JSONWriter, S.Element) -> Void) {
        array { writer in for item in items { body(&writer, item) } }
    }

    /// An object with a member for each locale, in the order of their tags.
    public mutating func object<Value>(_ values: [LocaleTag: Value], _ body: (inout JSONWriter, Value) -> Void) {
        object { writer in
            for (locale, value) in values.sorted(by: { $0.key < $1.key }) {
                writer.key(locale.description)
                body(&writer, value)
            }
        }
    }

    public mutating func key(_ name: String) {
        separate()
        quoted(name)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(0x20) }
        needsComma = false
        isAfterKey = true
    }

    public mutating func string(_ value: String) {
        separate()
        quoted(value)
    }

    public mutating func string(_ value: String?) { if let value { string(value) } else { null() } }

    public mutating func number(_ value: Int) {
        separate()
        bytes += Array(String(value).utf8)
    }

    /// JSON has no infinities; they become null.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if let whole = Int(exactly: value) { return number(whole) }
        separate()
        bytes += Array(String(value).utf8)
    }

    public mutating func bool(_ value: Bool) {
        separate()
        bytes += Array((value ? "true" : "false").utf8)
    }

    public mutating func null() {
        separate()
        bytes += Array("null".utf8)
    }

    /// One value that a writer with the same indentation has written for this depth.
    public mutating func raw(_ json: [UInt8]) {
        separate()
        bytes += json
    }

    public mutating func newline() { bytes.append(0x0A) }

    /// Ends a line of JSON Lines: what follows is a new value.
    public mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    // MARK: Shorthand for members of an object

    public mutating func member(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    public mutating func member(_ name: String, _ value: Int?) {
        key(name)
        if let value { number(value) } else { null() }
    }

    public mutating func member(_ name: String, _ value: Bool) {
        key(name)
        bool(value)
    }

    public mutating func member(_ name: String, _ values: [String]) {
        key(name)
        array(values) { $0.string($1) }
    }

    // MARK: Inside

    private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        separate()
        bytes.append(open)
        needsComma = false
        depth += 1
        let start = bytes.count
        body(&self)
        depth -= 1
        if bytes.count > start { breakLine() }
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if depth > 0, !isAfterKey { breakLine() }
        needsComma = true
        isAfterKey = false
    }

    private mutating func breakLine() {
        guard let indent else { return }
        let width = 1 + indent * depth
        bytes.append(contentsOf: lineStart[..<min(width, lineStart.count)])
        if width > lineStart.count { bytes += repeatElement(0x20, count: width - lineStart.count) }
    }

    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            var start = 0
            for place in text.indices where Self.isEscaped(text[place]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
                escape(text[place])
                start = place + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes += Array("u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}

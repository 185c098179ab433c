import LocalizationModel

/// Writes JSON (RFC 8259) into bytes: keys in the order given, numbers without a needless fraction.
public struct JSONWriter: ~Copyable {
    private var output = ByteBuffer()
    private var needsComma = false
    /// True between a member's name and its value, which stands on the same line.
    private var isAfterKey = false
    /// Spaces per level; nil for one line.
    private let indent: Int?
    private var depth: Int

    /// - Parameter depth: for one value that is to be put into another document by `raw`: how deep it will stand.
    public init(indent: Int? = nil, depth: Int = 0) {
        self.indent = indent
        self.depth = depth
        isAfterKey = depth > 0
    }

    /// What is written so far.
    public var bytes: [UInt8] { output.array }

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
        output.append(UInt8(ascii: ":"))
        if indent != nil { output.append(0x20) }
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
        output.append(String(value))
    }

    /// JSON has no infinities; they become null.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if let whole = Int(exactly: value) { return number(whole) }
        separate()
        output.append(String(value))
    }

    public mutating func bool(_ value: Bool) {
        separate()
        output.append(value ? "true" : "false")
    }

    public mutating func null() {
        separate()
        output.append("null")
    }

    /// One value that a writer with the same indentation has written for this depth.
    public mutating func raw(_ json: [UInt8]) {
        separate()
        output.append(json)
    }

    public mutating func newline() { output.append(0x0A) }

    /// Ends a line of JSON Lines: what follows is a new value.
    public mutating func endLine() {
        output.append(0x0A)
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
        output.append(open)
        needsComma = false
        depth += 1
        let start = output.count
        body(&self)
        depth -= 1
        if output.count > start { breakLine() }
        output.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { output.append(UInt8(ascii: ",")) }
        if depth > 0, !isAfterKey { breakLine() }
        needsComma = true
        isAfterKey = false
    }

    private mutating func breakLine() {
        guard let indent else { return }
        output.append(0x0A)
        output.append(repeating: 0x20, count: indent * depth)
    }

    private mutating func quoted(_ text: String) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            var start = 0
            for index in text.indices where text[index] < 0x20 || text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "\\") {
                output.append(UnsafeBufferPointer(rebasing: text[start..<index]))
                escape(text[index])
                start = index + 1
            }
            output.append(UnsafeBufferPointer(rebasing: text[start...]))
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            output.append("u00")
            output.append(digits[Int(byte >> 4)])
            output.append(digits[Int(byte & 15)])
        default: output.append(byte)
        }
    }
}

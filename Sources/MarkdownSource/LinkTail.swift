import LocalizationModel

/// What follows the label of an inline link: `destination "title")`.
struct LinkTail {
    /// Parentheses in a destination may nest so deep (CommonMark allows a limit; cmark-gfm's is the same).
    static let deepestNesting = 32

    let destination: String
    let title: Range<Int>?
    /// The offset after the closing parenthesis.
    let end: Int

    init?(_ bytes: [UInt8], _ start: Int) {
        var i = start
        while i < bytes.count, bytes[i].isWhitespace { i += 1 }
        guard i < bytes.count else { return nil }
        let range: Range<Int>
        if bytes[i] == UInt8(ascii: "<") {
            let stop = bytes[(i + 1)...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == 0x0A }
            guard let close = stop, bytes[close] == UInt8(ascii: ">") else { return nil }
            range = i + 1..<close
            i = close + 1
        } else {
            var depth = 0
            var k = i
            while k < bytes.count, bytes[k] > 0x20 {
                if bytes[k] == UInt8(ascii: "\\"), k + 1 < bytes.count, bytes[k + 1].isASCIIPunctuation {
                    k += 1
                } else if bytes[k] == UInt8(ascii: "(") {
                    depth += 1
                    guard depth <= Self.deepestNesting else { return nil }
                } else if bytes[k] == UInt8(ascii: ")") {
                    if depth == 0 { break }
                    depth -= 1
                }
                k += 1
            }
            guard depth == 0 else { return nil }
            range = i..<min(k, bytes.count)
            i = k
        }
        while i < bytes.count, bytes[i].isWhitespace { i += 1 }
        var title: Range<Int>?
        if i < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(bytes[i]) {
            let close = bytes[i] == UInt8(ascii: "(") ? UInt8(ascii: ")") : bytes[i]
            var k = i + 1
            while k < bytes.count, bytes[k] != close, close != UInt8(ascii: ")") || bytes[k] != UInt8(ascii: "(") {
                k += bytes[k] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard k < bytes.count, bytes[k] == close else { return nil }
            title = i + 1..<k
            i = k + 1
            while i < bytes.count, bytes[i].isWhitespace { i += 1 }
        }
        guard i < bytes.count, bytes[i] == UInt8(ascii: ")") else { return nil }
        destination = String(decoding: bytes[range], as: UTF8.self)
        self.title = title
        end = i + 1
    }
}

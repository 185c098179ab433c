import LocalizationModel

/// A link reference definition, `[label]: destination "title"` (CommonMark 0.31.2, section 4.7).
struct ReferenceDefinition {
    let label: ArraySlice<UInt8>
    /// As written, without angle brackets.
    let destination: ArraySlice<UInt8>
    /// The offset after its last line's end.
    let end: Int

    /// Longer labels are none.
    private static let longestLabel = 999

    /// Reads the definition that starts at `start`; nil where there is none.
    init?(_ bytes: [UInt8], _ start: Int) {
        guard let close = Self.labelEnd(bytes, start), close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: ":") else { return nil }
        label = bytes[(start + 1)..<close]
        let start = Self.afterSpace(bytes, close + 2)
        guard let destination = Self.destinationEnd(bytes, start) else { return nil }
        self.destination = bytes[start] == UInt8(ascii: "<") ? bytes[start + 1..<destination - 1] : bytes[start..<destination]
        let plainEnd = Self.lineEnd(bytes, destination)
        let title = Self.afterSpace(bytes, destination)
        if title > destination, let titled = Self.titleEnd(bytes, title), let end = Self.lineEnd(bytes, titled) {
            self.end = end
        } else if let plainEnd {
            end = plainEnd
        } else {
            return nil
        }
    }

    private static func labelEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "["), bytes[start + 1] != UInt8(ascii: "^") else { return nil }
        var hasText = false
        var i = start + 1
        while i < bytes.count, i - start <= longestLabel + 1 {
            switch bytes[i] {
            case UInt8(ascii: "]"): return hasText ? i : nil
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\"):
                hasText = true
                i += 1
            case let byte: hasText = hasText || !byte.isWhitespace
            }
            i += 1
        }
        return nil
    }

    /// Skips white space with at most one line end in it.
    private static func afterSpace(_ bytes: [UInt8], _ start: Int) -> Int {
        var i = start
        var lines = 0
        while i < bytes.count, bytes[i].isWhitespace {
            if bytes[i] == 0x0A {
                lines += 1
                if lines > 1 { return i }
            }
            i += 1
        }
        return i
    }

    private static func destinationEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        var i = start
        if bytes[start] == UInt8(ascii: "<") {
            i += 1
            while i < bytes.count, bytes[i] != UInt8(ascii: ">") {
                guard bytes[i] != 0x0A, bytes[i] != UInt8(ascii: "<") else { return nil }
                i += 1
            }
            return i < bytes.count ? i + 1 : nil
        }
        while i < bytes.count, bytes[i] > 0x20 { i += 1 }
        return i > start ? i : nil
    }

    private static func titleEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count, case let quote = bytes[start], quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "(")
        else { return nil }
        let close = quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote
        var i = start + 1
        while i < bytes.count, bytes[i] != close { i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1 }
        return i < bytes.count ? i + 1 : nil
    }

    /// The offset after the line end where only blanks stand before it.
    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var i = start
        while i < bytes.count, bytes[i].isBlank || bytes[i] == 0x0D { i += 1 }
        if i == bytes.count { return i }
        return bytes[i] == 0x0A ? i + 1 : nil
    }
}

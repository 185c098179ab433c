// Small questions about UTF-8 bytes that every stage asks.

extension UInt8 {
    @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
    @inlinable public var isASCIIUppercase: Bool { self &- 0x41 < 26 }
    @inlinable public var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    /// Space, tab, line feed or carriage return.
    @inlinable public var isWhitespace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
    /// Space or tab.
    @inlinable public var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// ASCII punctuation as CommonMark defines it (0.31.2, section 2.1).
    public var isASCIIPunctuation: Bool {
        (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
            || (0x7B...0x7E).contains(self)
    }
    @inlinable public var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
    /// True for bytes 10xxxxxx, which continue a UTF-8 sequence.
    @inlinable public var isContinuation: Bool { self & 0xC0 == 0x80 }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// True where `pattern` stands at `index`.
    @inlinable
    public func hasBytes(_ pattern: StaticString, at index: Int) -> Bool {
        let count = pattern.utf8CodeUnitCount
        guard index >= startIndex, index + count <= endIndex else { return false }
        for i in 0..<count where self[index + i] != pattern.utf8Start[i] { return false }
        return true
    }

    /// As `hasBytes`, ignoring the case of ASCII letters; the pattern is given in lower case.
    @inlinable
    public func hasBytesIgnoringCase(_ pattern: StaticString, at index: Int) -> Bool {
        let count = pattern.utf8CodeUnitCount
        guard index >= startIndex, index + count <= endIndex else { return false }
        for i in 0..<count where self[index + i].asciiLowercased != pattern.utf8Start[i] { return false }
        return true
    }

    /// The first position at or after `start` where `pattern` stands, before `end`.
    @inlinable
    public func firstRange(of pattern: StaticString, from start: Int, to end: Int? = nil) -> Int? {
        let count = pattern.utf8CodeUnitCount
        let last = (end ?? endIndex) - count
        guard count > 0, start <= last else { return nil }
        let first = pattern.utf8Start[0]
        var i = start
        while i <= last {
            if self[i] == first, hasBytes(pattern, at: i) { return i }
            i += 1
        }
        return nil
    }

    /// The first place of a pattern; nil for an empty one.
    @inlinable
    public func firstRange(ofBytes pattern: some RandomAccessCollection<UInt8>) -> Range<Int>? {
        guard let first = pattern.first, pattern.count <= count else { return nil }
        var i = startIndex
        while i <= endIndex - pattern.count {
            if self[i] == first, self[i..<i + pattern.count].elementsEqual(pattern) { return i..<i + pattern.count }
            i += 1
        }
        return nil
    }

    /// The bytes without white space at either end.
    @inlinable
    public func trimmed() -> SubSequence {
        var lower = startIndex
        var upper = endIndex
        while lower < upper, self[lower].isWhitespace { lower += 1 }
        while upper > lower, self[upper - 1].isWhitespace { upper -= 1 }
        return self[lower..<upper]
    }

    /// The Unicode scalar that starts at `index` and its length in bytes; U+FFFD where the bytes are not UTF-8.
    @inlinable
    public func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let b0 = self[index]
        if b0 < 0x80 { return (UInt32(b0), 1) }
        let length = b0 >= 0xF0 ? 4 : b0 >= 0xE0 ? 3 : 2
        guard b0 >= 0xC2, b0 < 0xF5, index + length <= endIndex else { return (0xFFFD, 1) }
        var value = UInt32(b0) & (0xFF >> UInt32(length + 1))
        for k in 1..<length {
            guard self[index + k].isContinuation else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(self[index + k] & 0x3F)
        }
        return (value, length)
    }
}

extension [UInt8] {
    /// Adds a scalar in UTF-8.
    mutating func append(scalar: UInt32) {
        switch scalar {
        case 0..<0x80: append(UInt8(scalar))
        case 0x80..<0x800:
            append(0xC0 | UInt8(scalar >> 6))
            append(0x80 | UInt8(scalar & 0x3F))
        default:
            if scalar >= 0x1_0000 { append(0xF0 | UInt8(scalar >> 18)) }
            append(scalar < 0x1_0000 ? 0xE0 | UInt8(scalar >> 12) : 0x80 | UInt8(scalar >> 12 & 0x3F))
            append(0x80 | UInt8(scalar >> 6 & 0x3F))
            append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}

/// A range of bytes of a file, half open: `lower` is the first byte, `upper` the one after the last.
public struct SourceSpan: Hashable, Sendable {
    public let lower: Int
    public let upper: Int

    public init(_ lower: Int, _ upper: Int) {
        precondition(lower <= upper, "a span ends before it starts")
        self.lower = lower
        self.upper = upper
    }

    public var count: Int { upper - lower }
    public var isEmpty: Bool { lower == upper }
    public var range: Range<Int> { lower..<upper }
    public func contains(_ other: SourceSpan) -> Bool { lower <= other.lower && other.upper <= upper }
    public func overlaps(_ other: SourceSpan) -> Bool { lower < other.upper && other.lower < upper }
}

/// A place in a file as people count it: line and column from 1, the column in Unicode scalars.
public struct TextPosition: Hashable, Sendable {
    public let line: Int
    public let column: Int
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// The bytes of a file as they stand on disk, with an index of its lines.
public struct SourceText: Sendable {
    public let bytes: [UInt8]
    /// Byte offset of the first byte of each line; line n starts at `lineStarts[n - 1]`.
    public let lineStarts: [Int]
    /// Unicode scalars before each `step`-th byte; empty where no line is long enough to need it.
    private let scalarCounts: [Int]

    /// So many bytes are looked at for a column without an index.
    private static let step = 4_096

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var longest = 0
        bytes.withUnsafeBufferPointer { buffer in
            for i in 0..<buffer.count where buffer[i] == 0x0A {
                longest = max(longest, i - starts[starts.count - 1])
                starts.append(i + 1)
            }
        }
        lineStarts = starts
        scalarCounts = max(longest, bytes.count - starts[starts.count - 1]) > 2 * Self.step ? Self.scalarCounts(bytes) : []
    }

    private static func scalarCounts(_ bytes: [UInt8]) -> [Int] {
        var counts = [0]
        var count = 0
        for start in stride(from: 0, to: bytes.count, by: step) {
            for i in start..<min(bytes.count, start + step) where !bytes[i].isContinuation { count += 1 }
            counts.append(count)
        }
        return counts
    }

    public var lineCount: Int { lineStarts.count }

    /// The line, from 1, on which the byte at `offset` stands. O(log lines).
    public func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
        }
        return low + 1
    }

    /// O(log lines), however long the line is.
    public func position(at offset: Int) -> TextPosition {
        let line = line(at: offset)
        let start = lineStarts[line - 1]
        return TextPosition(line: line, column: 1 + scalars(in: start..<max(start, min(offset, bytes.count))))
    }

    /// The column of the byte at `offset`, from 1, counted in bytes. O(log lines).
    public func byteColumn(at offset: Int) -> Int { 1 + offset - lineStarts[line(at: offset) - 1] }

    private func scalars(in range: Range<Int>) -> Int {
        guard range.count > Self.step, !scalarCounts.isEmpty else {
            var count = 0
            for i in range where !bytes[i].isContinuation { count += 1 }
            return count
        }
        func before(_ offset: Int) -> Int {
            let block = offset / Self.step
            return scalarCounts[block] + scalars(in: block * Self.step..<offset)
        }
        return before(range.upperBound) - before(range.lowerBound)
    }

    /// The span of a line, from 1, without its line end.
    public func span(ofLine line: Int) -> SourceSpan {
        guard line >= 1, line <= lineStarts.count else { return SourceSpan(bytes.count, bytes.count) }
        let lower = lineStarts[line - 1]
        var upper = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
        return SourceSpan(lower, max(lower, upper))
    }

    public subscript(span: SourceSpan) -> ArraySlice<UInt8> { bytes[span.range] }

    /// The text of a span; bytes that are not UTF-8 become U+FFFD.
    public func string(_ span: SourceSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
}

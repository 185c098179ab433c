import LocalizationModel

/// The body of a page as cmark-gfm gets it: the same lines as in the file, some of them edited, and the way back.
///
/// Edits never add or remove a line end, so line numbers agree with the file's.
struct PreparedText {
    private(set) var bytes: [UInt8] = []
    /// Where copied runs start here and in the file, ascending.
    private var runs: [(start: Int, original: Int)] = []
    private(set) var lineStarts: [Int] = [0]

    init(capacity: Int) { bytes.reserveCapacity(capacity + 16) }

    /// Copies a range of the file.
    mutating func copy(_ range: Range<Int>, of original: [UInt8]) {
        guard !range.isEmpty else { return }
        runs.append((bytes.count, range.lowerBound))
        bytes.append(contentsOf: original[range])
    }

    /// Adds bytes that the file does not have.
    mutating func insert(_ text: StaticString, before original: Int) {
        runs.append((bytes.count, original))
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        runs.append((bytes.count, original))
    }

    /// Indexes the lines, and turns a carriage return that ends no line into a space: cmark-gfm would end a line there.
    mutating func finish() {
        for i in 0..<bytes.count {
            if bytes[i] == 0x0A {
                lineStarts.append(i + 1)
            } else if bytes[i] == 0x0D, i + 1 == bytes.count || bytes[i + 1] != 0x0A {
                bytes[i] = 0x20
            }
        }
    }

    /// The offset in the file of the byte at `offset` here.
    func original(_ offset: Int) -> Int {
        let index = run(at: offset)
        guard index >= 0 else { return 0 }
        let mapped = runs[index].original + offset - runs[index].start
        return index + 1 < runs.count ? min(mapped, runs[index + 1].original) : mapped
    }

    /// The line `line` (from 1) without its line end.
    func line(_ line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let lower = lineStarts[line - 1]
        var upper = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        if upper > lower, bytes[upper - 1] == 0x0D { upper -= 1 }
        return lower..<max(lower, upper)
    }

    /// The pieces of a range that are contiguous here and in the file; `start` counts from `base`.
    func pieces(of range: Range<Int>, base: Int) -> [LeafText.Piece] {
        var pieces: [LeafText.Piece] = []
        var index = run(at: range.lowerBound)
        var lower = range.lowerBound
        while lower < range.upperBound, index >= 0, index < runs.count {
            let end = index + 1 < runs.count ? min(range.upperBound, runs[index + 1].start) : range.upperBound
            if end > lower {
                let from = runs[index].original + lower - runs[index].start
                pieces.append(.init(start: base + lower - range.lowerBound, span: SourceSpan(from, from + end - lower)))
                lower = end
            }
            index += 1
        }
        return pieces
    }

    /// The last run that starts at or before `offset`, -1 if there is none.
    private func run(at offset: Int) -> Int {
        var low = -1
        var high = runs.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if runs[middle].start <= offset { low = middle } else { high = middle - 1 }
        }
        return low
    }
}

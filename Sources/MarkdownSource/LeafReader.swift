import LocalizationModel

/// Collects the text of leaf blocks: the lines of the block without what its containers put before them.
struct LeafReader {
    let prepared: PreparedText
    let definitions: Set<String>

    /// The ranges, in the prepared text, of a paragraph's lines. `column` counts bytes from 1. Definitions at its
    /// start are left out, but for `isBeforeTable`: cmark-gfm reads none there.
    func paragraphLines(first: Int, last: Int, column: Int, quotes: Int, isBeforeTable: Bool = false) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        for line in first...max(first, last) {
            let full = prepared.line(line)
            let start =
                line == first ? min(full.lowerBound + max(0, column - 1), full.upperBound) : afterPrefix(full, quotes: quotes)
            lines.append(trimmed(start..<full.upperBound, keepingHardBreak: line < last))
        }
        if !isBeforeTable { lines.removeFirst(definitionLines(lines)) }
        return lines.filter { !$0.isEmpty }
    }

    /// The one line of an ATX heading without its number signs.
    func atxHeading(line: Int, column: Int) -> [Range<Int>] {
        let full = prepared.line(line)
        var start = min(full.lowerBound + max(0, column - 1), full.upperBound)
        while start < full.upperBound, prepared.bytes[start] == UInt8(ascii: "#") { start += 1 }
        var range = trimmed(start..<full.upperBound, keepingHardBreak: false)
        var end = range.upperBound
        while end > range.lowerBound, prepared.bytes[end - 1] == UInt8(ascii: "#") { end -= 1 }
        if end == range.lowerBound || end < range.upperBound && prepared.bytes[end - 1].isBlank {
            range = trimmed(range.lowerBound..<end, keepingHardBreak: false)
        }
        return [range]
    }

    /// The cells of a table row: the text between vertical bars without a backslash before them (GFM, tables
    /// extension). `column`, from 1, is where the row starts, where that is known.
    func cells(line: Int, quotes: Int, column: Int? = nil) -> [Range<Int>] {
        let full = prepared.line(line)
        var i = column.map { min(full.upperBound, full.lowerBound + $0 - 1) } ?? afterPrefix(full, quotes: quotes)
        let range = trimmed(i..<full.upperBound, keepingHardBreak: false)
        if i < range.upperBound, prepared.bytes[i] == UInt8(ascii: "|") { i += 1 }
        var cells: [Range<Int>] = []
        var start = i
        while i < range.upperBound {
            if prepared.bytes[i] == UInt8(ascii: "|"), i == range.lowerBound || prepared.bytes[i - 1] != UInt8(ascii: "\\") {
                cells.append(trimmed(start..<i, keepingHardBreak: false))
                start = i + 1
            }
            i += 1
        }
        if start < range.upperBound { cells.append(trimmed(start..<range.upperBound, keepingHardBreak: false)) }
        return cells
    }

    /// Joins lines into one text and finds its inline constructs.
    func leaf(_ lines: [Range<Int>]) -> LeafText {
        var bytes: [UInt8] = []
        var pieces: [LeafText.Piece] = []
        bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
        for (index, line) in lines.enumerated() {
            pieces += prepared.pieces(of: line, base: bytes.count)
            bytes.append(contentsOf: prepared.bytes[line])
            if index + 1 < lines.count { bytes.append(0x0A) }
        }
        return LeafText(bytes: bytes, pieces: pieces, inlines: InlineScanner.scan(bytes, definitions: definitions))
    }

    /// The offset after the indentation and as many `>` as there are block quotes (a lazy line has fewer).
    func afterPrefix(_ line: Range<Int>, quotes: Int) -> Int {
        var i = line.lowerBound
        func skipBlanks() { while i < line.upperBound, prepared.bytes[i].isBlank { i += 1 } }
        skipBlanks()
        for _ in 0..<quotes {
            guard i < line.upperBound, prepared.bytes[i] == UInt8(ascii: ">") else { break }
            i += 1
            skipBlanks()
        }
        return i
    }

    private func trimmed(_ range: Range<Int>, keepingHardBreak: Bool) -> Range<Int> {
        var lower = range.lowerBound
        var upper = max(range.lowerBound, range.upperBound)
        while lower < upper, prepared.bytes[lower].isBlank { lower += 1 }
        var blanks = 0
        while upper > lower, prepared.bytes[upper - 1].isBlank {
            upper -= 1
            blanks += 1
        }
        return lower..<(keepingHardBreak && blanks >= 2 && upper > lower ? upper + 2 : upper)
    }

    /// How many of a paragraph's first lines are link reference definitions.
    private func definitionLines(_ lines: [Range<Int>]) -> Int {
        guard let first = lines.first, prepared.bytes[first].first == UInt8(ascii: "[") else { return 0 }
        var bytes: [UInt8] = []
        for line in lines {
            bytes += prepared.bytes[line]
            bytes.append(0x0A)
        }
        var end = 0
        while let definition = ReferenceDefinition(bytes, end) { end = definition.end }
        return bytes[..<end].count { $0 == 0x0A }
    }
}

import LocalizationModel

/// Tells pages that the parser's tables would choke on.
///
/// cmark-gfm 0.29.0.gfm.6 looks at a paragraph before a table once for each of its lines, appends a cell by walking all
/// cells of its row, and fills short rows up to the width of the header. No page a person wrote comes near the limits.
struct TableLimits {
    /// Bytes times lines of the text right before a row of hyphens.
    private static let largestText = 100_000_000
    private static let mostColumns = 1_000
    /// Vertical bars of any line of a block that has a row of hyphens.
    private static let mostBars = 2_000
    /// Cells that a table may have, those that rows leave out included; later versions of cmark-gfm have the same limit.
    private static let mostCells = 0x80000

    private var lines = 0
    private var bytes = 0
    /// Of the last row of hyphens since a blank line.
    private var columns = 0
    private var rows = 0
    private var widest = 0

    /// False where the page is to be read without tables. Linear.
    static func allow(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            if isSmall(buffer) { return true }
            var limits = TableLimits()
            var start = 0
            while start < buffer.count {
                let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
                guard limits.read(UnsafeBufferPointer(rebasing: buffer[start..<end])) else { return false }
                start = end + 1
            }
            return true
        }
    }

    /// True where the page would be within the limits if all of it were one table.
    private static func isSmall(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var (bars, lines) = (0, 1)
        for byte in bytes {
            bars += byte == UInt8(ascii: "|") ? 1 : 0
            lines += byte == 0x0A ? 1 : 0
        }
        return bars <= mostColumns && bars <= mostBars && (bars + 1) * lines <= mostCells && lines * bytes.count <= largestText
    }

    private mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        var isBlank = true
        var isDelimiter = true
        var bars = 0
        var dashes = 0
        for byte in line {
            switch byte {
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "-"), UInt8(ascii: ":"): dashes += 1
            // Marks of containers may stand before a row.
            case 0x20, 0x09, 0x0D, UInt8(ascii: ">"): continue
            default: isDelimiter = false
            }
            isBlank = false
        }
        guard !isBlank else {
            self = TableLimits()
            return true
        }
        widest = max(widest, bars)
        if isDelimiter, dashes > 0 {
            guard lines * bytes <= Self.largestText, bars <= Self.mostColumns else { return false }
            (columns, rows) = (bars + 1, 0)
        } else {
            rows += 1
        }
        lines += 1
        bytes += line.count
        return columns == 0 || columns * rows <= Self.mostCells && widest <= Self.mostBars
    }
}

/// Lists of small numbers, one behind the other.
struct RaggedRows {
    private var starts: [Int] = [0]
    private var values: [Int32] = []

    init() {}

    /// Lists of these lengths, of zeros.
    init(lengths: some Sequence<Int>) {
        for length in lengths { starts.append(starts[starts.count - 1] + length) }
        values = Array(repeating: 0, count: starts[starts.count - 1])
    }

    var count: Int { starts.count - 1 }

    mutating func append(_ list: [Int32]) {
        values += list
        starts.append(values.count)
    }

    subscript(row: Int) -> ArraySlice<Int32> { values[starts[row]..<starts[row + 1]] }

    /// What an ascending row has in a range.
    subscript(row: Int, within range: Range<Int>) -> ArraySlice<Int32> {
        let all = self[row]
        func first(_ value: Int) -> Int {
            var (low, high) = (all.startIndex, all.endIndex)
            while low < high {
                let middle = (low + high) / 2
                if all[middle] < value { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return values[first(range.lowerBound)..<first(range.upperBound)]
    }

    subscript(row: Int, index: Int) -> Int32 {
        get { values[starts[row] + index] }
        set { values[starts[row] + index] = newValue }
    }
}

/// Rows of bits.
struct BitRows {
    private let wordsPerRow: Int
    private var bits: [UInt64]

    init(count: Int, width: Int) {
        wordsPerRow = (width + 63) / 64
        bits = [UInt64](repeating: 0, count: count * wordsPerRow)
    }

    init(_ rows: RaggedRows, width: Int) {
        self.init(count: rows.count, width: width)
        for row in 0..<rows.count { for bit in rows[row] { insert(Int(bit), row) } }
    }

    mutating func insert(_ bit: Int, _ row: Int) { bits[row * wordsPerRow + bit / 64] |= 1 << UInt64(bit % 64) }

    /// True where one of the rows has the bit.
    func holds(_ bit: Int, _ rows: Range<Int>) -> Bool {
        let mask: UInt64 = 1 << UInt64(bit % 64)
        for row in rows where bits[row * wordsPerRow + bit / 64] & mask != 0 { return true }
        return false
    }

    /// For each bit the rows that have it, ascending.
    func columns(count: Int, width: Int) -> RaggedRows {
        var lengths = [Int](repeating: 0, count: width)
        forEach(count) { bit, _ in lengths[bit] += 1 }
        var columns = RaggedRows(lengths: lengths)
        var filled = [Int](repeating: 0, count: width)
        forEach(count) { bit, row in
            columns[bit, filled[bit]] = Int32(row)
            filled[bit] += 1
        }
        return columns
    }

    /// Row by row.
    private func forEach(_ count: Int, _ body: (_ bit: Int, _ row: Int) -> Void) {
        for row in 0..<count {
            for word in 0..<wordsPerRow {
                var rest = bits[row * wordsPerRow + word]
                while rest != 0 {
                    body(word * 64 + rest.trailingZeroBitCount, row)
                    rest &= rest - 1
                }
            }
        }
    }
}

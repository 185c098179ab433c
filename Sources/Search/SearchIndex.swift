import LocalizationModel

/// On which pages of a locale each term stands, in buckets that a reader's browser fetches one by one.
///
/// A bucket holds the terms that begin alike, so that the forms of a word lie together. How many there are follows from the number of pages
/// alone: an edit changes the buckets of the words it touches, and no others.
public struct SearchIndex {
    /// The lines of each bucket that was asked for.
    public private(set) var buckets: [Int: [UInt8]] = [:]

    /// So many pages share a bucket of their own kind: buckets stay near 16 kB.
    private static let pagesPerBucket = 16
    private static let mostBuckets = 4_096

    /// A power of two.
    public static func bucketCount(pages: Int) -> Int {
        var count = 1
        while count < mostBuckets, count * pagesPerBucket < pages { count *= 2 }
        return count
    }

    /// Terms that share this many scalars lie in one bucket.
    private static let sharedScalars = 3

    /// FNV-1a, 32 bits, over the first scalars, folded once.
    static func bucket(of term: some RandomAccessCollection<UInt8>, among buckets: Int) -> Int {
        var (hash, scalars): (UInt32, Int) = (2_166_136_261, 0)
        var value: UInt32 = 0
        var rest = 0
        for byte in term {
            switch byte {
            case 0..<0x80: (value, rest) = (UInt32(byte), 0)
            case 0xC0..<0xE0: (value, rest) = (UInt32(byte & 0x1F), 1)
            case 0xE0..<0xF0: (value, rest) = (UInt32(byte & 0x0F), 2)
            case 0xF0...: (value, rest) = (UInt32(byte & 0x07), 3)
            default: (value, rest) = (value << 6 | UInt32(byte & 0x3F), rest - 1)
            }
            guard rest == 0 else { continue }
            hash = (hash ^ value) &* 16_777_619
            scalars += 1
            if scalars == sharedScalars { break }
        }
        return Int((hash ^ hash >> 15) & UInt32(buckets - 1))
    }

    /// - Parameters:
    ///   - records: of the pages, in the order of their numbers.
    ///   - wanted: the buckets to make; nil for all.
    ///   - compounds: how the language writes words together; nil where it does not.
    public init(_ records: [[UInt8]], of bucketCount: Int, wanted: Set<Int>? = nil, compounds: CompoundWords? = nil) {
        var terms = TermList(records, of: bucketCount, wanted: compounds == nil ? wanted : nil)
        if let compounds { terms.addParts(compounds) }
        let postings = terms.postings()
        for bucket in wanted ?? Set(0..<bucketCount) { buckets[bucket] = [] }
        for term in terms.sorted() {
            let bucket = Self.bucket(of: terms.letters(term), among: bucketCount)
            if buckets[bucket] == nil { continue }
            buckets[bucket]?.append(contentsOf: terms.letters(term))
            buckets[bucket]?.append(0x20)
            Self.write(postings[term], to: &buckets[bucket, default: []])
            buckets[bucket]?.append(0x0A)
        }
    }

    /// RFC 4648, section 5: digits that mean nothing in a script's string or in an address.
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Each page as eight times its distance from the one before, plus its standing: base-64 variable length, five bits a digit, the lowest
    /// first, the sixth says that more follow.
    private static func write(_ postings: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
        var last: UInt32 = 0
        for posting in postings {
            var rest = (posting >> 3 &- last) << 3 | posting & 7
            last = posting >> 3
            while rest > 31 {
                bytes.append(digits[Int(rest & 31 | 32)])
                rest >>= 5
            }
            bytes.append(digits[Int(rest)])
        }
    }
}

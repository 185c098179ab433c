import LocalizationModel

/// The terms of one page in bytes, as they are kept between builds: of each its standing and its length, then its letters.
public enum SearchRecord {
    /// Lengths from this on take a byte of their own.
    private static let longLength = 31

    static func append(_ term: ArraySlice<UInt8>, standing: UInt8, to record: inout [UInt8]) {
        let length = min(term.count, 255)
        record.append(standing << 5 | UInt8(min(length, longLength)))
        if length >= longLength { record.append(UInt8(length)) }
        record += term.prefix(length)
    }

    /// Calls `body` with the place of each term in the record and its standing. A damaged record ends where it makes no sense.
    static func forEach(_ record: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt8) -> Void) {
        var i = 0
        while i < record.count {
            let standing = record[i] >> 5
            var length = Int(record[i] & 31)
            i += 1
            if length == longLength {
                guard i < record.count else { return }
                length = Int(record[i])
                i += 1
            }
            guard i + length <= record.count else { return }
            body(i..<i + length, standing)
            i += length
        }
    }

    /// The buckets in which two states of a page differ.
    public static func changedBuckets(_ old: [UInt8], _ new: [UInt8], of buckets: Int) -> Set<Int> {
        func terms(_ record: [UInt8]) -> [ArraySlice<UInt8>: UInt8] {
            var terms: [ArraySlice<UInt8>: UInt8] = [:]
            record.withUnsafeBufferPointer { bytes in forEach(bytes) { terms[record[$0]] = $1 } }
            return terms
        }
        let (before, after) = (terms(old), terms(new))
        var changed: Set<Int> = []
        for (term, standing) in before where after[term] != standing { changed.insert(SearchIndex.bucket(of: term, among: buckets)) }
        for (term, standing) in after where before[term] != standing { changed.insert(SearchIndex.bucket(of: term, among: buckets)) }
        return changed
    }
}

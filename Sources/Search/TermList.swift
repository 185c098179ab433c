import LocalizationModel

/// All terms of a locale, numbered, with the pages of each.
struct TermList {
    private var numbers = KeyTable<Int32>(empty: -1, minimumCapacity: 4_096)
    private var ranges: [Range<Int>] = []
    private var bytes: [UInt8] = []
    /// Of each place where a term stands: its number, and eight times the page's number plus the standing.
    private var places: [(term: Int32, posting: UInt32)] = []

    init(_ records: [[UInt8]], of buckets: Int, wanted: Set<Int>?) {
        let isWanted = wanted.map { wanted in (0..<buckets).map { wanted.contains($0) } }
        for (page, record) in records.enumerated() {
            record.withUnsafeBufferPointer { record in
                SearchRecord.forEach(record) { range, standing in
                    let term = UnsafeBufferPointer(rebasing: record[range])
                    if let isWanted, !isWanted[SearchIndex.bucket(of: term, among: buckets)] { return }
                    places.append((Int32(number(of: term)), UInt32(page) << 3 | UInt32(standing)))
                }
            }
        }
    }

    private mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
        let key = FNV1a.hash(term)
        if let known = numbers[key] { return Int(known) }
        _ = numbers.insert(key, Int32(ranges.count))
        ranges.append(bytes.count..<bytes.count + term.count)
        bytes.append(contentsOf: term)
        return ranges.count - 1
    }

    func letters(_ term: Int) -> ArraySlice<UInt8> { bytes[ranges[term]] }

    /// Numbers of the terms in the order of their bytes.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            ranges.indices.sorted { first, second in
                let (a, b) = (ranges[first], ranges[second])
                let order = a.isEmpty || b.isEmpty ? 0 : Self.compare(bytes, a, b)
                return order == 0 ? a.count < b.count : order < 0
            }
        }
    }

    private static func compare(_ bytes: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Int {
        var (i, k) = (a.lowerBound, b.lowerBound)
        while i < a.upperBound, k < b.upperBound {
            if bytes[i] != bytes[k] { return bytes[i] < bytes[k] ? -1 : 1 }
            i += 1
            k += 1
        }
        return 0
    }

    /// The parts of words that are written together stand where the words stand, as once in the text.
    mutating func addParts(_ compounds: CompoundWords) {
        let words = ranges.indices.map { letters($0) }
        let lexicon = compounds.lexicon(words)
        var parts: [Int32: [Int32]] = [:]
        for (term, word) in words.enumerated() {
            let found = compounds.parts(of: word, in: lexicon)
            guard !found.isEmpty else { continue }
            parts[Int32(term)] = found.map { part in part.withUnsafeBufferPointer { Int32(number(of: $0)) } }
        }
        guard !parts.isEmpty else { return }
        for index in places.indices { for part in parts[places[index].term] ?? [] { places.append((part, places[index].posting & ~7)) } }
    }

    /// The pages of each term in their order, each once, with its highest standing.
    struct Postings {
        fileprivate var values: [UInt32]
        fileprivate var ranges: [Range<Int>]

        subscript(term: Int) -> ArraySlice<UInt32> { values[ranges[term]] }
    }

    /// Eight times the page's number plus the standing, by number of the term.
    func postings() -> Postings {
        var counts = Array(repeating: 0, count: ranges.count)
        for place in places { counts[Int(place.term)] += 1 }
        var (start, bounds): (Int, [Range<Int>]) = (0, [])
        bounds.reserveCapacity(counts.count)
        for count in counts {
            bounds.append(start..<start + count)
            start += count
        }
        var next = bounds.map(\.lowerBound)
        var values = Array(repeating: UInt32(0), count: start)
        for place in places {
            values[next[Int(place.term)]] = place.posting
            next[Int(place.term)] += 1
        }
        var postings = Postings(values: values, ranges: bounds)
        for term in bounds.indices where !Self.isAscending(postings[term]) { postings.merge(term) }
        return postings
    }

    private static func isAscending(_ postings: ArraySlice<UInt32>) -> Bool {
        zip(postings, postings.dropFirst()).allSatisfy { $0 >> 3 < $1 >> 3 }
    }
}

extension TermList.Postings {
    /// Puts the parts of compounds among the places where the word stands by itself.
    fileprivate mutating func merge(_ term: Int) {
        var merged: [UInt32] = []
        for posting in self[term].sorted() {
            if let last = merged.last, last >> 3 == posting >> 3 { merged[merged.count - 1] = posting } else { merged.append(posting) }
        }
        let start = ranges[term].lowerBound
        values.replaceSubrange(start..<start + merged.count, with: merged)
        ranges[term] = start..<start + merged.count
    }
}

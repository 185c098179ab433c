import LocalizationModel

/// The words of a page by which it is found, each with its standing.
///
/// Texts with spaces are found by their words; texts without by each pair of letters that stand beside each other, so that no two programs have
/// to agree where a word of Chinese or Japanese ends: a page that holds what was typed holds all its pairs.
public struct PageTerms {
    /// Where a word stands.
    public enum Field: UInt8, Sendable { case body, heading, title }

    private var fold: SearchFold
    /// Term → place in `terms`.
    private var places = KeyTable<Int32>(empty: -1, minimumCapacity: 512)
    private var terms: [Term] = []
    /// UTF-8 of all terms, one after the other.
    private var letters: [UInt8] = []
    private var text: [UInt32] = []
    /// Places in `text` where a capital follows a small letter.
    private var humps: [Int] = []

    private struct Term {
        let range: Range<Int>
        var count: Int
        var field: Field
    }

    /// More scalars tell no word from another.
    static let longest = 40

    public init(_ fold: SearchFold) { self.fold = fold }

    /// Takes up a text in UTF-8.
    public mutating func add(_ bytes: [UInt8], in field: Field) {
        text.removeAll(keepingCapacity: true)
        humps.removeAll(keepingCapacity: true)
        var i = 0
        while i < bytes.count {
            if bytes[i] < 0x80 {
                if bytes[i].isASCIIUppercase, i > 0, bytes[i - 1].isASCIILetter, !bytes[i - 1].isASCIIUppercase { humps.append(text.count) }
                fold.append(UInt32(bytes[i]), to: &text)
                i += 1
            } else {
                let (scalar, length) = bytes.scalar(at: i)
                fold.append(scalar, to: &text)
                i += length
            }
        }
        divide(field)
    }

    private mutating func divide(_ field: Field) {
        var i = 0
        var nextHump = 0
        while i < text.count {
            let kind = fold.kind(text[i])
            var end = i + 1
            while end < text.count, fold.kind(text[end]) == kind { end += 1 }
            switch kind {
            case .separator: break
            case .word:
                record(i..<min(end, i + Self.longest), field)
                nextHump = recordHumps(of: i..<end, field, from: nextHump)
            case .running:
                for place in i..<end {
                    if place + 1 < end { record(place..<place + 2, field) }
                    record(place..<place + 1, field)
                }
            }
            i = end
        }
    }

    /// Names of programs are found by the words they are written of: `warnBeforeDays` by `days`. Returns the first place of a later word.
    private mutating func recordHumps(of word: Range<Int>, _ field: Field, from first: Int) -> Int {
        var next = first
        while next < humps.count, humps[next] <= word.lowerBound { next += 1 }
        while next < humps.count, humps[next] < word.upperBound {
            let end = next + 1 < humps.count ? min(humps[next + 1], word.upperBound) : word.upperBound
            if end - humps[next] >= Self.shortestHump { record(humps[next]..<min(end, humps[next] + Self.longest), field) }
            next += 1
        }
        return next
    }

    private static let shortestHump = 3

    private mutating func record(_ range: Range<Int>, _ field: Field) {
        var key = FNV1a.basis
        for i in range { key = FNV1a.next(key, UInt64(text[i])) }
        if let place = places[key] {
            terms[Int(place)].count += 1
            if field.rawValue > terms[Int(place)].field.rawValue { terms[Int(place)].field = field }
            return
        }
        let start = letters.count
        for i in range { Self.append(text[i], to: &letters) }
        _ = places.insert(key, Int32(terms.count))
        terms.append(Term(range: start..<letters.count, count: 1, field: field))
    }

    private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else if let scalar = Unicode.Scalar(scalar) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// The terms in bytes, for `SearchRecord` to read, in the order in which the page has them.
    public var record: [UInt8] {
        var record: [UInt8] = []
        record.reserveCapacity(letters.count + terms.count + 16)
        for term in terms { SearchRecord.append(letters[term.range], standing: Self.standing(term), to: &record) }
        return record
    }

    /// From 0, once in the text, to 7, in the title and often. `search.js` weighs them.
    private static func standing(_ term: Term) -> UInt8 {
        switch (term.field, term.count) {
        case (.title, 4...): 7
        case (.title, _): 6
        case (.heading, 4...): 5
        case (.heading, _): 4
        case (.body, 8...): 3
        case (.body, 4...): 2
        case (.body, 2...): 1
        case (.body, _): 0
        }
    }
}

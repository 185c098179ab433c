/// Cuts a text into words as the language models count them (Tools/language-model/corpus.py cuts alike).
///
/// A word is letters, with apostrophes inside; a run with digits, `_`, `@`, or a full stop inside is an identifier. Hyphens divide.
struct WordScanner {
    enum Form {
        case lower, capitalised
        /// Two letters or more, all in capitals.
        case capitals
        case identifier
    }

    private let text: [UInt8]
    /// Code spans: no words of any language. Ascending.
    private var code: ArraySlice<Range<Int>>
    private var place = 0
    /// The last word.
    private(set) var word = EdgedWord()

    init(_ text: [UInt8], without code: [String]) {
        self.text = text
        self.code = code.isEmpty ? [] : Self.places(of: code, in: text)[...]
    }

    mutating func next() -> (span: Range<Int>, form: Form)? {
        while place < text.count {
            if let span = code.first, place >= span.lowerBound {
                place = max(place, span.upperBound)
                code.removeFirst()
                continue
            }
            let start = place
            guard isInside(place) else {
                place += Self.length(text[place])
                continue
            }
            let limit = code.first?.lowerBound ?? text.count
            while place < text.count, isInside(place), place < limit { place += Self.length(text[place]) }
            if let word = word(in: start..<min(place, text.count)) { return word }
        }
        return nil
    }

    /// Bytes of the scalar that starts with a byte.
    private static func length(_ first: UInt8) -> Int { first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    /// True for the scalars of a run: ASCII letters, digits and the marks of identifiers, and whatever is not ASCII but for U+2000 to
    /// U+206F (quotation marks, dashes, spaces), of which only the apostrophe U+2019 counts, and U+0080 to U+00BF.
    private func isInside(_ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 {
            return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
        }
        if byte == 0xC2 { return false }
        guard byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 || text[index + 1] == 0x81 else { return true }
        return text[index + 1] == 0x80 && text[index + 2] == 0x99
    }

    /// Reads the run as a word; nil where it has no letter.
    private mutating func word(in run: Range<Int>) -> (span: Range<Int>, form: Form)? {
        func isTrimmed(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "@") }
        var (lower, upper) = (run.lowerBound, run.upperBound)
        while lower < upper {
            if isTrimmed(text[lower]) { lower += 1 } else if isApostrophe(at: lower) { lower += 3 } else { break }
        }
        while lower < upper {
            if isTrimmed(text[upper - 1]) { upper -= 1 } else if upper - lower > 2, isApostrophe(at: upper - 3) { upper -= 3 } else { break }
        }
        guard lower < upper else { return nil }
        word.read(text[lower..<upper])
        return word.form.map { (lower..<upper, $0) }
    }

    private func isApostrophe(at index: Int) -> Bool { text.hasBytes("\u{2019}", at: index) }

    /// Where the code spans stand, each after the one before; a text that is not found is passed over.
    private static func places(of code: [String], in text: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var from = 0
        for span in code {
            guard let place = text[from...].firstRange(ofBytes: Array(span.utf8)) else { continue }
            places.append(place)
            from = place.upperBound
        }
        return places
    }
}

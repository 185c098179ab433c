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
    /// The last word in lower case between two `LanguageModel.edge` bytes.
    private var buffer: [UInt8] = []
    var edged: ArraySlice<UInt8> { buffer[...] }

    init(_ text: [UInt8], without code: [String]) {
        self.text = text
        self.code = Self.places(of: code, in: text)[...]
        buffer.reserveCapacity(64)
    }

    mutating func next() -> (span: Range<Int>, form: Form)? {
        while place < text.count {
            if let span = code.first, place >= span.lowerBound {
                place = max(place, span.upperBound)
                code.removeFirst()
                continue
            }
            let start = place
            guard isInside(text[place], place) else {
                place += 1
                continue
            }
            while place < text.count, isInside(text[place], place), code.first.map({ place < $0.lowerBound }) ?? true { place += 1 }
            if let word = word(in: start..<place) { return word }
        }
        return nil
    }

    /// True for the bytes of a run: ASCII letters, digits and the marks of identifiers, and whatever is not ASCII but for U+2000 to
    /// U+206F (quotation marks, dashes, spaces), of which only the apostrophe U+2019 counts, and U+0080 to U+00BF.
    private func isInside(_ byte: UInt8, _ index: Int) -> Bool {
        if byte < 0x80 {
            return byte.isASCIIAlphanumeric || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "@")
        }
        var first = index
        while first > 0, text[first].isContinuation { first -= 1 }
        if text[first] == 0xC2 { return false }
        guard text[first] == 0xE2, first + 2 < text.count, text[first + 1] == 0x80 || text[first + 1] == 0x81 else { return true }
        return text[first + 1] == 0x80 && text[first + 2] == 0x99
    }

    /// Puts the run into the buffer; nil where it has no letter.
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
        var (letters, capitals, others) = (0, 0, 0)
        var startsWithCapital = false
        buffer.removeAll(keepingCapacity: true)
        buffer.append(LanguageModel.edge)
        for scalar in String(decoding: text[lower..<upper], as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                if byte.isASCIIUppercase { capitals += 1 }
                if byte.isASCIILetter { letters += 1 } else if byte != UInt8(ascii: "'") { others += 1 }
                if byte.isASCIIUppercase, letters == 1 { startsWithCapital = true }
                buffer.append(byte.asciiLowercased)
            } else if scalar.value == 0x2019 {
                buffer.append(UInt8(ascii: "'"))
            } else {
                let properties = scalar.properties
                guard properties.isAlphabetic else {
                    others += 1
                    continue
                }
                letters += 1
                if properties.isUppercase { capitals += 1 }
                if properties.isUppercase, letters == 1 { startsWithCapital = true }
                buffer += Array((properties.isUppercase ? properties.lowercaseMapping : String(scalar)).utf8)
            }
        }
        buffer.append(LanguageModel.edge)
        guard letters > 0 else { return nil }
        let form: Form
        if others > 0 {
            form = .identifier
        } else if capitals == 0 {
            form = .lower
        } else if capitals == letters, letters > 1 {
            form = .capitals
        } else {
            form = capitals == 1 && startsWithCapital ? .capitalised : .identifier
        }
        return (lower..<upper, form)
    }

    private func isApostrophe(at index: Int) -> Bool { text.hasBytes("\u{2019}", at: index) }

    /// Where the code spans stand, each after the one before; a text that is not found is passed over.
    private static func places(of code: [String], in text: [UInt8]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var from = 0
        for span in code {
            let bytes = Array(span.utf8)
            guard let first = bytes.first, bytes.count <= text.count else { continue }
            var at = from
            while at + bytes.count <= text.count, text[at] != first || text[at..<at + bytes.count] != bytes[...] { at += 1 }
            guard at + bytes.count <= text.count else { continue }
            places.append(at..<at + bytes.count)
            from = at + bytes.count
        }
        return places
    }
}

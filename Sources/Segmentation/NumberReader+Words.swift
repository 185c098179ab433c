import LocalizationModel

/// What words and ideographs say of numbers: identifiers, numbers in words, numerals.
extension NumberReader {
    func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var i = start
        while i < bytes.count {
            let (value, length) = bytes.scalar(at: i)
            guard case let script = Script(value), script == .latin || script == .cyrillic || script == .otherLetter else { break }
            i += length
        }
        return i
    }

    /// `USD300K`, `September2017`: a currency (ISO 4217) or a month that is glued to the number after it.
    func isPrefix(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
        guard word.upperBound < bytes.count, bytes[word.upperBound].isASCIIDigit, word.count >= 3 else { return false }
        return Self.currencies.contains(Self.text(bytes, word)) || word.count > 3 && words.meaning(bytes, word)?.isMonth ?? false
    }

    private static let currencies: Set<String> = ["AUD", "BRL", "CAD", "CHF", "CNY", "EUR", "GBP", "INR", "JPY", "KRW", "RMB", "RUB", "TWD", "USD"]

    /// The end of an identifier that starts with Latin letters and holds a digit: `MB6-890`, `net46`, `AZ-103`.
    func codeEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        guard end < bytes.count, bytes[end] < 0x60, bytes[start..<end].allSatisfy(\.isASCIIAlphanumeric) else { return nil }
        var i = end
        var hasDigit = false
        while i < bytes.count {
            if bytes[i].isASCIIAlphanumeric {
                hasDigit = hasDigit || bytes[i].isASCIIDigit
                i += 1
            } else if bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: "_"), i + 1 < bytes.count,
                bytes[i + 1].isASCIIDigit
            {
                i += 1
            } else {
                break
            }
        }
        return hasDigit ? i : nil
    }

    /// True where a Latin word with a capital stands right before a number: `Office 365`. The number is then part of a name.
    /// `June 11` is a date, not a name.
    func isName(_ bytes: [UInt8], _ word: Range<Int>, before i: Int) -> Bool {
        guard word.upperBound + 1 == i, bytes[word.upperBound] == 0x20, bytes[word.lowerBound].isASCIIUppercase,
            !(words.meaning(bytes, word)?.isMonth ?? false)
        else { return false }
        // The capital of a sentence's first word says nothing: `Deploy 250 seats`.
        let before = bytes[..<word.lowerBound].last { !$0.isWhitespace }
        return before.map { !".!?:".utf8.contains($0) } ?? false
    }

    /// A number in words: `twelve`, `twenty-five`, `two thousand`. Returns the offset after it, or after the word.
    func spelled(_ bytes: [UInt8], _ range: Range<Int>, _ numbers: inout [SegmentFacts.Number]) -> Int {
        guard range.count <= 48 else { return range.upperBound }
        var end = range.upperBound
        guard let meaning = words.meaning(bytes, range) else { return end }
        guard var value = meaning.number else {
            if let value = meaning.weak { numbers.append(.init(value: value, text: Self.text(bytes, range), strength: .weak)) }
            return end
        }
        let next = wordEnd(bytes, min(end + 1, bytes.count))
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == 0x20, next > end + 1, next - end <= 48,
            let compound = words.meaning(bytes, range.lowerBound..<next)?.number ?? tens(value, plus: words.meaning(bytes, end + 1..<next))
        {
            (value, end) = (compound, next)
        }
        let scaled = magnitude(bytes, end)
        numbers.append(.init(value: value * scaled.factor, text: Self.text(bytes, range.lowerBound..<scaled.end), strength: .spelled))
        return scaled.end
    }

    /// `двадцать пять`: a ten and a unit in two words.
    private func tens(_ value: Double, plus unit: LocaleWords.Meaning?) -> Double? {
        guard value >= 20, value < 100, value.truncatingRemainder(dividingBy: 10) == 0 else { return nil }
        guard let unit, let one = unit.number ?? unit.weak, one >= 1, one < 10, !unit.isMonth else { return nil }
        return value + one
    }

    /// A numeral in ideographs: 二千, 十二, 三つ. Returns the offset after it, or after the ideograph.
    func numeral(_ bytes: [UInt8], _ start: Int, _ numbers: inout [SegmentFacts.Number]) -> Int {
        let (first, width) = bytes.scalar(at: start)
        let next = start + width < bytes.count ? bytes.scalar(at: start + width).value : 0
        guard words.mayStartNumber(first, before: next) else { return start + width }
        var numeral = IdeographicNumeral()
        var i = start
        while i < bytes.count {
            let length = bytes.scalar(at: i).length
            let meaning = words.meaning(asWritten: bytes, i..<i + length)
            guard numeral.take(digit: meaning?.number ?? meaning?.weak, magnitude: meaning?.magnitude) else { break }
            i += length
        }
        // 两个 is longer than 两, but 一百二十 goes on where 一百 ends.
        if let word = longestWord(bytes, start), word.end >= i {
            numbers.append(.init(value: word.value, text: Self.text(bytes, start..<word.end), strength: .spelled))
            return word.end
        }
        guard i > start else { return start + width }
        let isSingle = i == start + width
        numbers.append(.init(value: numeral.value, text: Self.text(bytes, start..<i), strength: isSingle ? .weak : .spelled))
        return i
    }

    /// The longest spelled-out number of several scalars that starts here.
    private func longestWord(_ bytes: [UInt8], _ start: Int) -> (value: Double, end: Int)? {
        var ends: [Int] = []
        var i = start
        while i < bytes.count, ends.count < words.longestNumber {
            i += bytes.scalar(at: i).length
            ends.append(i)
        }
        for end in ends.dropFirst().reversed() {
            if let value = words.meaning(asWritten: bytes, start..<end)?.number { return (value, end) }
        }
        return nil
    }
}

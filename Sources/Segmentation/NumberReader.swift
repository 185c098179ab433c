import LocalizationModel

/// Reads numbers and identifiers out of prose, in the locale's own formats.
struct NumberReader: Sendable {
    private let decimal: UInt32
    private let grouping: Set<UInt32>
    private let separatesWords: Bool
    private let words: LocaleWords

    init(_ profile: LocaleProfile, _ words: LocaleWords) {
        decimal = profile.numbers.decimal.unicodeScalars.first?.value ?? 0x2E
        grouping = Set(profile.numbers.grouping.compactMap { $0.unicodeScalars.first?.value })
        separatesWords = profile.separatesWords
        self.words = words
    }

    func read(_ prose: [UInt8]) -> (numbers: [SegmentFacts.Number], codes: [String]) {
        let bytes = Self.halfWidth(prose)
        var numbers: [SegmentFacts.Number] = []
        var codes: [String] = []
        var i = 0
        var previousWord: Range<Int>?
        while i < bytes.count {
            let (value, length) = bytes.scalar(at: i)
            switch Script(value) {
            case .digit:
                let isNamed = previousWord.map { isName(bytes, $0, before: i) } ?? false
                i = number(bytes, i, isNamed: isNamed, &numbers, &codes)
                previousWord = nil
            case .latin, .cyrillic, .otherLetter:
                let start = i
                i = wordEnd(bytes, i)
                if isPrefix(bytes, start..<i) {
                    // The digits that follow are a number of their own.
                    _ = spelled(bytes, start..<i, &numbers)
                    previousWord = nil
                } else if let end = codeEnd(bytes, start, i) {
                    codes.append(Self.text(bytes, start..<end))
                    i = end
                    previousWord = nil
                } else {
                    previousWord = start..<i
                    i = spelled(bytes, start..<i, &numbers)
                }
            case .han, .kana:
                i = separatesWords ? i + length : numeral(bytes, i, &numbers)
                previousWord = nil
            case .none: i += length
            }
        }
        return (numbers, codes)
    }

    private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Full-width digits and separators as ASCII; all else unchanged.
    private static func halfWidth(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0xEF) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            let (value, length) = bytes.scalar(at: i)
            let next = i + length < bytes.count ? bytes.scalar(at: i + length).value : 0
            if (0xFF10...0xFF19).contains(value) || (value == 0xFF0C || value == 0xFF0E) && (0xFF10...0xFF19).contains(next) {
                result.append(UInt8(truncatingIfNeeded: value - 0xFEE0))
            } else {
                result.append(contentsOf: bytes[i..<i + length])
            }
            i += length
        }
        return result
    }

    // MARK: Digits

    /// Reads the number that starts at `i`; returns the offset after it.
    private func number(
        _ bytes: [UInt8], _ i: Int, isNamed: Bool, _ numbers: inout [SegmentFacts.Number], _ codes: inout [String]
    ) -> Int {
        var groups: [Range<Int>] = []
        var separators: [UInt32] = []
        var end = i
        while true {
            let start = end
            while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
            groups.append(start..<end)
            guard end < bytes.count, case let (mark, length) = bytes.scalar(at: end), isSeparator(mark), end + length < bytes.count,
                bytes[end + length].isASCIIDigit, !isSpace(mark) || joinsBySpace(bytes, groups, end + length)
            else { break }
            separators.append(mark)
            end += length
        }
        let strength: SegmentFacts.Strength = isNamed ? .spelled : .digits
        if separators.contains(0x2D) { return hyphenated(bytes, groups, end, strength, &numbers, &codes) }
        if let code = latinTail(bytes, groups[0].lowerBound, end, groups.count) {
            codes.append(Self.text(bytes, i..<code))
            return code
        }
        if let dated = date(bytes, groups, separators) {
            for value in dated { numbers.append(.init(value: value, text: Self.text(bytes, i..<end), strength: .spelled)) }
            return end
        }
        guard let value = value(bytes, groups, separators) else {
            codes.append(Self.text(bytes, i..<end))
            return end
        }
        let scaled = magnitude(bytes, end)
        numbers.append(.init(value: value * scaled.factor, text: Self.text(bytes, i..<end), strength: strength))
        return scaled.end
    }

    private func isSeparator(_ mark: UInt32) -> Bool {
        mark == 0x2E || mark == 0x2C || mark == 0x2D || mark == decimal || grouping.contains(mark) || mark == 0xA0 || mark == 0x202F
    }

    private func isSpace(_ mark: UInt32) -> Bool { mark == 0x20 || mark == 0xA0 || mark == 0x202F }

    /// A space groups digits only between one to three digits and exactly three.
    private func joinsBySpace(_ bytes: [UInt8], _ groups: [Range<Int>], _ next: Int) -> Bool {
        let digits = bytes[next...].prefix { $0.isASCIIDigit }.count
        guard digits == 3, let last = groups.last else { return false }
        return groups.count == 1 ? last.count <= 3 && bytes[last.lowerBound] != UInt8(ascii: "0") : last.count == 3
    }

    /// `70-346` is an identifier, `5-10` a range of two numbers.
    private func hyphenated(
        _ bytes: [UInt8], _ groups: [Range<Int>], _ end: Int, _ strength: SegmentFacts.Strength,
        _ numbers: inout [SegmentFacts.Number], _ codes: inout [String]
    ) -> Int {
        let isCode = groups.count == 2 && groups[0].count == 2 && groups[1].count >= 3 || groups.count > 3 || groups.contains { $0.count > 4 }
        if isCode {
            codes.append(Self.text(bytes, groups[0].lowerBound..<end))
        } else {
            for group in groups {
                numbers.append(.init(value: Double(Self.text(bytes, group)) ?? 0, text: Self.text(bytes, group), strength: strength))
            }
        }
        return end
    }

    /// The end of an identifier such as `4.2.5-beta` or `3D4`, where Latin letters and digits follow the number.
    private func latinTail(_ bytes: [UInt8], _ start: Int, _ end: Int, _ groups: Int) -> Int? {
        var i = end
        if i + 1 < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "_"), bytes[i + 1].isASCIILetter, groups > 2 { i += 1 }
        var letters = 0
        var digitsAfter = 0
        while i < bytes.count, bytes[i].isASCIIAlphanumeric {
            if bytes[i].isASCIIDigit { digitsAfter += 1 } else { letters += 1 }
            i += 1
        }
        return letters > 0 && (digitsAfter > 0 || groups > 2) ? i : nil
    }

    /// `11.06.2019` as day, month, year.
    private func date(_ bytes: [UInt8], _ groups: [Range<Int>], _ separators: [UInt32]) -> [Double]? {
        guard groups.count == 3, separators.allSatisfy({ $0 == 0x2E }), groups[0].count <= 2, groups[1].count <= 2, groups[2].count == 4
        else { return nil }
        return groups.compactMap { Double(Self.text(bytes, $0)) }
    }

    /// The value of digits in groups; nil where the groups are those of a version or another identifier.
    private func value(_ bytes: [UInt8], _ groups: [Range<Int>], _ separators: [UInt32]) -> Double? {
        let digits = groups.map { Self.text(bytes, $0) }
        guard let first = separators.first else { return Double(digits[0]) }
        let areGroups = groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3 && digits[0] != "0"
        let isUniform = separators.allSatisfy { $0 == first }
        if isUniform, areGroups, groups.count > 2 || first != decimal || isSpace(first) { return Double(digits.joined()) }
        if groups.count == 2, areGroups, first == decimal, first == 0x2C { return Double(digits.joined()) }
        let last = separators[separators.count - 1]
        if groups.count == 2, last == 0x2E || last == 0x2C || last == decimal { return Double(digits[0] + "." + digits[1]) }
        let integers = groups.dropLast()
        if last != first, separators.dropLast().allSatisfy({ $0 == first }), integers.dropFirst().allSatisfy({ $0.count == 3 }) {
            return Double(digits.dropLast().joined() + "." + (digits.last ?? "0"))
        }
        return nil
    }

    /// What the word or sign after a number multiplies it by.
    private func magnitude(_ bytes: [UInt8], _ end: Int) -> (factor: Double, end: Int) {
        var start = end
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0xC2 || bytes[start] == 0xA0 { start += 1 }
        guard start < bytes.count, case let (value, length) = bytes.scalar(at: start) else { return (1, end) }
        let script = Script(value)
        let stop = script == .han || script == .kana ? start + length : wordEnd(bytes, start)
        guard stop > start, let factor = words.meaning(bytes, start..<stop)?.magnitude, factor >= 1_000 else { return (1, end) }
        return (factor, stop)
    }

    // MARK: Words

    private func wordEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var i = start
        while i < bytes.count {
            let (value, length) = bytes.scalar(at: i)
            guard case let script = Script(value), script == .latin || script == .cyrillic || script == .otherLetter else { break }
            i += length
        }
        return i
    }

    /// `USD300K`, `September2017`: a currency (ISO 4217) or a month that is glued to the number after it.
    private func isPrefix(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
        guard word.upperBound < bytes.count, bytes[word.upperBound].isASCIIDigit, word.count >= 3 else { return false }
        return Self.currencies.contains(Self.text(bytes, word)) || word.count > 3 && words.meaning(bytes, word)?.isMonth ?? false
    }

    private static let currencies: Set<String> = ["AUD", "BRL", "CAD", "CHF", "CNY", "EUR", "GBP", "INR", "JPY", "KRW", "RMB", "RUB", "TWD", "USD"]

    /// The end of an identifier that starts with Latin letters and holds a digit: `MB6-890`, `net46`, `AZ-103`.
    private func codeEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
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
    private func isName(_ bytes: [UInt8], _ word: Range<Int>, before i: Int) -> Bool {
        guard word.upperBound + 1 == i, bytes[word.upperBound] == 0x20, bytes[word.lowerBound].isASCIIUppercase,
            !(words.meaning(bytes, word)?.isMonth ?? false)
        else { return false }
        // The capital of a sentence's first word says nothing: `Deploy 250 seats`.
        let before = bytes[..<word.lowerBound].last { !$0.isWhitespace }
        return before.map { !".!?:".utf8.contains($0) } ?? false
    }

    /// A number in words: `twelve`, `twenty-five`, `two thousand`. Returns the offset after it, or after the word.
    private func spelled(_ bytes: [UInt8], _ range: Range<Int>, _ numbers: inout [SegmentFacts.Number]) -> Int {
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
    private func numeral(_ bytes: [UInt8], _ start: Int, _ numbers: inout [SegmentFacts.Number]) -> Int {
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

/// The value of a numeral written in ideographs, taken digit by digit.
private struct IdeographicNumeral {
    private var total = 0.0
    private var section = 0.0
    private var digit: Double?

    var value: Double { total + section + (digit ?? 0) }

    /// Takes one ideograph; false where it is no part of a numeral.
    mutating func take(digit value: Double?, magnitude: Double?) -> Bool {
        if let factor = magnitude ?? (value.map { $0 >= 10 ? $0 : nil } ?? nil) {
            if factor >= 10_000 {
                total = (self.value == 0 ? 1 : self.value) * factor
                section = 0
            } else {
                section += (digit ?? 1) * factor
            }
            digit = nil
            return true
        }
        guard let value else { return false }
        digit = digit.map { $0 * 10 + value } ?? value
        return true
    }
}

import LocalizationModel

/// Reads numbers and identifiers out of prose, in the locale's own formats.
struct NumberReader: Sendable {
    private let decimal: UInt32
    private let grouping: Set<UInt32>
    let separatesWords: Bool
    let words: LocaleWords

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

    static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

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
    func magnitude(_ bytes: [UInt8], _ end: Int) -> (factor: Double, end: Int) {
        var start = end
        while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0xC2 || bytes[start] == 0xA0 { start += 1 }
        guard start < bytes.count, case let (value, length) = bytes.scalar(at: start) else { return (1, end) }
        let script = Script(value)
        let stop = script == .han || script == .kana ? start + length : wordEnd(bytes, start)
        guard stop > start, let factor = words.meaning(bytes, start..<stop)?.magnitude, factor >= 1_000 else { return (1, end) }
        return (factor, stop)
    }
}

import LocalizationModel

/// Reads the dates of a text: `September 30, 2017`, `30. September 2017`, `30 сентября 2017 г.`, `2017 年 9 月 30 日`, `2017-09-30`.
struct DateReader {
    struct Found {
        let date: RequirementFacts.CalendarDate
        /// What the date is made of: its numbers are no quantities.
        let range: Range<Int>
    }

    private let bytes: [UInt8]
    private(set) var found: [Found] = []

    init(_ text: ClauseText) {
        bytes = text.bytes
        let isRetirement = text.hasMention(of: text.roles.retired)
        for place in Self.months(in: text) { if let one = date(round: place, isRetirement) { found.append(one) } }
        findISO(isRetirement)
    }

    /// The names of months, each place once: `10月` is no `月` and `March` no `Mar`.
    private static func months(in text: ClauseText) -> [(month: Int, range: Range<Int>)] {
        var end = 0
        return text.mentions(of: text.roles.months).sorted { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
            .compactMap { mention in
                guard mention.range.lowerBound >= end, let month = text.roles.month(of: mention.role) else { return nil }
                end = mention.range.upperBound
                return (month, mention.range)
            }
    }

    /// The day and the year beside the name of a month; nil without a year: `May` is a word, too.
    private func date(round place: (month: Int, range: Range<Int>), _ isRetirement: Bool) -> Found? {
        var lower = place.range.lowerBound
        var upper = place.range.upperBound
        var day: Int?
        var year: Int?
        func take(_ value: Int) -> Bool {
            if value >= Self.years.lowerBound, Self.years.contains(value), year == nil {
                year = value
            } else if Self.days.contains(value), day == nil {
                day = value
            } else {
                return false
            }
            return true
        }
        if let (value, start) = digits(before: lower), take(value) { lower = start }
        // What follows the year is no day: `In May 2017 20 users`.
        while year == nil || lower < place.range.lowerBound && day == nil, let (value, end) = digits(after: upper), take(value) { upper = end }
        guard let year else { return nil }
        return Found(date: .init(year: year, month: place.month, day: day, isRetirement: isRetirement), range: lower..<upper)
    }

    private static let years = 1900...2199
    private static let days = 1...31
    /// Bytes between the parts of a date: `, `, `. `, `年`, ` 日 `.
    private static let widestGap = 5

    /// The number right before an offset, no letter but those of a CJK unit between.
    private func digits(before offset: Int) -> (value: Int, start: Int)? {
        var end = offset
        while end > 0, offset - end < Self.widestGap, isGap(bytes[end - 1]) { end -= 1 }
        var start = end
        while start > 0, bytes[start - 1].isASCIIDigit { start -= 1 }
        guard let value = Self.value(bytes[start..<end]) else { return nil }
        return (value, start)
    }

    private func digits(after offset: Int) -> (value: Int, end: Int)? {
        var start = offset
        while start < bytes.count, start - offset < Self.widestGap, isGap(bytes[start]) { start += 1 }
        var end = start
        while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
        guard let value = Self.value(bytes[start..<end]) else { return nil }
        return (value, end)
    }

    private func isGap(_ byte: UInt8) -> Bool { !byte.isASCIIAlphanumeric && byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")") }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(digits.count) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// ISO 8601: four digits, two, two.
    private mutating func findISO(_ isRetirement: Bool) {
        guard bytes.count >= 10 else { return }
        for i in 0...(bytes.count - 10) where bytes[i + 4] == UInt8(ascii: "-") && bytes[i + 7] == UInt8(ascii: "-") {
            guard i == 0 || !bytes[i - 1].isASCIIAlphanumeric, i + 10 == bytes.count || !bytes[i + 10].isASCIIAlphanumeric,
                let year = Self.value(bytes[i..<i + 4]), let month = Self.value(bytes[i + 5..<i + 7]), let day = Self.value(bytes[i + 8..<i + 10]),
                Self.years.contains(year), (1...12).contains(month), Self.days.contains(day)
            else { continue }
            found.append(Found(date: .init(year: year, month: month, day: day, isRetirement: isRetirement), range: i..<i + 10))
        }
    }
}

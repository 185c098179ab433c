import LocalizationModel

/// Days of the Gregorian calendar as front matter writes them, as ISO 8601: `2018-08-31`.
enum CalendarDay {
    /// `MM/DD/YYYY`; nil where there is no such day.
    static func monthFirst(_ text: String) -> String? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4 else { return nil }
        return day(year: parts[2], month: parts[0], day: parts[1])
    }

    /// `YYYY-MM-DD`, alone or with a time behind it, which is left out; nil where there is no such day.
    static func iso(_ text: String) -> String? {
        let bytes = text.utf8
        let day = bytes.prefix(10)
        if let next = bytes.dropFirst(10).first, next != UInt8(ascii: "T"), next != UInt8(ascii: "t"), next != UInt8(ascii: " ") { return nil }
        let parts = day.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else { return nil }
        return self.day(year: parts[0], month: parts[1], day: parts[2])
    }

    private static func day(year: Substring.UTF8View, month: Substring.UTF8View, day: Substring.UTF8View) -> String? {
        guard let year = number(year), let month = number(month), let day = number(day), (1...12).contains(month), year > 0 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...days[month - 1]).contains(day) else { return nil }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    private static func number(_ digits: Substring.UTF8View) -> Int? {
        digits.reduce(0) { sum, byte in byte.isASCIIDigit ? sum.map { $0 * 10 + Int(byte - UInt8(ascii: "0")) } : nil }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

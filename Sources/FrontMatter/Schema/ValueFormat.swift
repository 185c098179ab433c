import LocalizationModel

extension FrontMatterSchema.Format {
    /// What a value of this format is.
    var words: String {
        switch self {
        case .date: "a date as in 2024-12-31"
        case .dateTime: "a date with time as in 2024-12-31T23:59:59Z"
        case .uri: "an address with its scheme"
        }
    }

    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .date: return Self.isDate(bytes[...])
        case .dateTime: return Self.isDateTime(bytes)
        case .uri:
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count, bytes[0].isASCIILetter else { return false }
            return bytes[..<colon].allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E } && !bytes.contains { $0 <= 0x20 }
        }
    }

    /// `2024-12-31`, a day of the Gregorian calendar.
    private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2]), (1...12).contains(month)
        else {
            return false
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return (1...[31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]).contains(day)
    }

    /// A date, `T` or a space, a time with or without fractions, `Z` or an offset.
    private static func isDateTime(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 20, isDate(bytes[..<10]), bytes[10].asciiLowercased == UInt8(ascii: "t") || bytes[10] == 0x20 else { return false }
        var time = bytes[11...]
        if time.last?.asciiLowercased == UInt8(ascii: "z") {
            time = time.dropLast()
        } else {
            let offset = time.suffix(6)
            guard offset.count == 6, offset.first == UInt8(ascii: "+") || offset.first == UInt8(ascii: "-"), isTime(offset.dropFirst(), parts: 2) else {
                return false
            }
            time = time.dropLast(6)
        }
        let halves = time.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return halves.count <= 2 && isTime(halves[0], parts: 3) && (halves.count == 1 || number(halves[1]) != nil)
    }

    private static func isTime(_ bytes: ArraySlice<UInt8>, parts: Int) -> Bool {
        let values = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return values.count == parts && zip(values, [23, 59, 60]).allSatisfy { value, most in value.count == 2 && (number(value).map { $0 <= most } ?? false) }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        !digits.isEmpty && digits.count <= 9 && digits.allSatisfy(\.isASCIIDigit) ? digits.reduce(0) { 10 * $0 + Int($1 - 0x30) } : nil
    }
}

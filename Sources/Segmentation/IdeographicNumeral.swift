/// The value of a numeral written in ideographs, taken digit by digit.
struct IdeographicNumeral {
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

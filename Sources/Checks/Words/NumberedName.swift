import LocalizationModel

/// A name with a number behind it, as in `Office 365`.
struct NumberedName: Hashable {
    /// The last word before the number and the number.
    let text: String
    private let word: String

    /// Without the space.
    let glued: String

    /// Every word with a number behind it in a longer name: `Office 365` of `Office 365 Delegated Administrator`.
    static func all(in name: String) -> [NumberedName] {
        // No number, or no word before it.
        guard name.utf8.contains(0x20), name.utf8.contains(where: { $0.isASCIIDigit || $0 >= 0x80 }) else { return [] }
        let parts = name.split(separator: " ")
        return zip(parts, parts.dropFirst()).compactMap { word, number in
            number.allSatisfy(\.isNumber) && !word.allSatisfy(\.isNumber)
                ? NumberedName(text: "\(word) \(number)", word: String(word), glued: "\(word)\(number)") : nil
        }
    }

    /// The same word with another number: an edition that the source does not speak of.
    func otherNumber(in other: String) -> String? {
        guard TextSearch.contains(other, word + " ") else { return nil }
        for range in other.ranges(of: word + " ") {
            let number = other[range.upperBound...].prefix { $0.isNumber }
            if !number.isEmpty { return word + " " + number }
        }
        return nil
    }
}

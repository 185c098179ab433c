import LocalizationModel

/// What a YAML scalar is (YAML 1.2.2, section 10.3: the core schema, as site generators read it).
enum ScalarType: String {
    case null, boolean, integer, number, string

    init(_ text: String, isPlain: Bool) {
        guard isPlain else {
            self = .string
            return
        }
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE", "false", "False", "FALSE": self = .boolean
        default: self = Self.isInteger(text) ? .integer : Self.isNumber(text) ? .number : .string
        }
    }

    private static func isInteger(_ text: String) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
        if !digits.isEmpty, digits.allSatisfy({ $0.isASCIIDigit }) { return true }
        if text.hasPrefix("0x") {
            return text.utf8.count > 2 && text.utf8.dropFirst(2).allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0.asciiLowercased) }
        }
        return text.hasPrefix("0o") && text.utf8.count > 2 && text.utf8.dropFirst(2).allSatisfy { (0x30...0x37).contains($0) }
    }

    /// Digits with a point or an exponent; nothing that only Swift takes for a number (`nan`, `0x1p3`).
    private static func isNumber(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0.isASCIIDigit || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D || $0.asciiLowercased == 0x65 }
            && text.utf8.contains { $0.isASCIIDigit } && Double(text.hasSuffix(".") ? text + "0" : text) != nil
    }
}

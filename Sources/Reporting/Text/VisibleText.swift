/// Text of strangers as it may be shown: what steers a terminal, reorders a line or ends it can be seen and does nothing.
///
/// C0 controls become their pictures (Unicode, U+2400…), C1 controls, marks of direction (Unicode Standard Annex #9) and noncharacters
/// their number: `⟨U+202E⟩`. Line ends and tabs become a space, or stay.
enum VisibleText {
    static func of(_ text: String, keepingLines: Bool = false) -> String {
        guard text.utf8.contains(where: isSuspect) else { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A:
                if !isAfterReturn { result.append(keepingLines ? "\n" : " ") }
            case 0x0D: result.append(keepingLines ? "\n" : " ")
            case 0x09: result.append(keepingLines ? "\t" : " ")
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case let value where isHidden(value): result.append(contentsOf: "⟨U+\(String(value, radix: 16, uppercase: true).padded(4))⟩".unicodeScalars)
            default: result.append(scalar)
            }
            isAfterReturn = scalar.value == 0x0D
        }
        return String(result)
    }

    /// True for the first bytes of what may have to be changed.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...: true
        default: false
        }
    }

    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        // C1 controls, marks and embeddings of direction, line and paragraph separators.
        case 0x80..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        // Noncharacters, which XML forbids in part.
        case 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}

extension String {
    fileprivate func padded(_ digits: Int) -> String { String(repeating: "0", count: max(0, digits - utf8.count)) + self }

    /// The beginning of the text: so many characters at most, the last one an ellipsis where it was cut.
    func shortened(_ most: Int) -> String {
        guard let end = unicodeScalars.index(startIndex, offsetBy: most, limitedBy: endIndex), end != endIndex else { return self }
        return String(self.unicodeScalars[..<unicodeScalars.index(before: end)]) + "…"
    }
}

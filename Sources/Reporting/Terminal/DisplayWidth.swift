/// How many columns of a terminal a text takes (Unicode Standard Annex #11: wide and full-width characters take two).
public enum DisplayWidth {
    public static func of(_ text: some StringProtocol) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F, 0xFEFF: return 0
        case 0x0300...0x036F, 0x3099...0x309A: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// The longest beginning of the text that fits into `columns`, with an ellipsis where it was cut.
    public static func fitted(_ text: String, _ columns: Int) -> String {
        guard of(text) > columns else { return text }
        var result = String.UnicodeScalarView()
        var used = 1
        for scalar in text.unicodeScalars {
            used += width(scalar)
            if used > columns { break }
            result.append(scalar)
        }
        return String(result) + "…"
    }

    public static func padded(_ text: String, _ columns: Int) -> String { text + String(repeating: " ", count: max(0, columns - of(text))) }

    public static func rightAligned(_ text: String, _ columns: Int) -> String { String(repeating: " ", count: max(0, columns - of(text))) + text }

    /// The text in lines of so many columns at most, broken at spaces; a longer word is broken anywhere.
    static func wrapped(_ text: String, _ columns: Int) -> [String] {
        let columns = max(8, columns)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, of(line) + 1 + of(word) > columns {
                lines.append(line)
                line = ""
            }
            if !line.isEmpty { line += " " }
            for character in word {
                if of(line) + of(String(character)) > columns {
                    lines.append(line)
                    line = ""
                }
                line.append(character)
            }
        }
        return lines + [line]
    }
}

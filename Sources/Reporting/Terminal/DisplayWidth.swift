/// How many columns of a terminal a text takes: wide and full-width characters two (Unicode Standard Annex #11), marks that combine none,
/// an emoji sequence (Unicode Technical Standard #51) two. Ambiguous characters take one, as they do outside East Asian terminals.
public enum DisplayWidth {
    public static func of(_ text: some StringProtocol) -> Int {
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        return isPlain ? text.utf8.count : widths(Array(text.unicodeScalars)).reduce(0, +)
    }

    /// The columns that each scalar adds; those that join the one before add none.
    static func widths(_ scalars: [Unicode.Scalar]) -> [Int] {
        var widths: [Int] = []
        widths.reserveCapacity(scalars.count)
        var (joins, base) = (false, 0)
        for (index, scalar) in scalars.enumerated() {
            var columns = scalar.value < 0x7F ? (scalar.value < 0x20 ? 0 : 1) : width(scalar)
            switch scalar.value {
            // After a joiner, and a tone of skin after what it colours.
            case 0x1F3FB...0x1F3FF where index > 0 && base == 2: columns = 0
            case _ where joins && columns > 0: columns = 0
            // The selector makes an emoji of a narrow sign.
            case 0xFE0F where index > 0 && base == 1 && scalars[index - 1].properties.isEmoji && scalars[index - 1].value > 0x7F: columns = 1
            default: break
            }
            joins = scalar.value == 0x200D && base == 2
            if columns > 0 { base = scalar.value == 0xFE0F ? 2 : columns }
            widths.append(columns)
        }
        return widths
    }

    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F: return 1
        case 0..<0x20, 0x7F..<0xA0: return 0
        case 0xA0..<0x300, 0x370..<0x483: return scalar.value == 0xAD ? 0 : 1
        // Vowels and final consonants of Hangul combine with what they follow.
        case 0x1160...0x11FF: return 0
        case 0x1100...0x115F, 0x2E80...0x3029, 0x3030...0x303E, 0x3041...0x3098, 0x309B...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CD5,
            0x1B000...0x1B2FB, 0x20000...0x3FFFD:
            return 2
        case 0x1F1E6...0x1F1FF: return 1
        case 0x2300...0x2BFF, 0x1F000...0x1FAFF: return scalar.properties.isEmojiPresentation || (0x1F200...0x1F2FF).contains(scalar.value) ? 2 : 1
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return 1
            }
        }
    }

    /// The longest beginning of the text that fits into `columns`, with an ellipsis where it was cut.
    public static func fitted(_ text: String, _ columns: Int) -> String {
        // A character has one byte or more, and takes two columns at most.
        if text.utf8.count <= columns, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
        let scalars = Array(text.unicodeScalars.prefix(8 * max(columns, 8)))
        let widths = widths(scalars)
        var result = String.UnicodeScalarView()
        var (used, kept) = (0, 0)
        for (index, scalar) in scalars.enumerated() {
            used += widths[index]
            if used <= columns - 1 { kept = index + 1 }
            if used > columns { break }
            result.append(scalar)
        }
        if used <= columns, result.count == text.unicodeScalars.count { return text }
        return String(String.UnicodeScalarView(scalars.prefix(kept))) + "…"
    }

    public static func padded(_ text: String, _ columns: Int) -> String { text + String(repeating: " ", count: max(0, columns - of(text))) }

    public static func rightAligned(_ text: String, _ columns: Int) -> String { String(repeating: " ", count: max(0, columns - of(text))) + text }

    /// The text in lines of so many columns at most, broken at spaces; a longer word is broken anywhere.
    /// - Parameter first: columns of the first line, where it has fewer.
    static func wrapped(_ text: String, _ columns: Int, first: Int? = nil) -> [String] {
        let columns = max(8, columns)
        var lines: [String] = []
        var line = ""
        var used = 0
        var room: Int { lines.isEmpty ? max(8, first ?? columns) : columns }
        func close() {
            lines.append(line)
            (line, used) = ("", 0)
        }
        for word in text.split(separator: " ") {
            let width = of(word)
            if used > 0 {
                if used + 1 + width > room { close() } else { (line, used) = (line + " ", used + 1) }
            }
            for character in word {
                let width = of(String(character))
                if used + width > room { close() }
                line.append(character)
                used += width
            }
        }
        return lines + [line]
    }
}

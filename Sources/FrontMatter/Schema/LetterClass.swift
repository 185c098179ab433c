import LocalizationModel

/// Letters that may stand at one place of a pattern.
struct LetterClass: Sendable {
    enum Part: Sendable {
        case range(ClosedRange<UInt32>)
        /// A general category of Unicode by its one or two letters: `L`, `Lu`.
        case category(String, isNegated: Bool)
        case digit(isNegated: Bool)
        case word(isNegated: Bool)
        case space(isNegated: Bool)
        /// All but the ends of lines.
        case any
    }

    var parts: [Part] = []
    var isNegated = false

    static func letter(_ scalar: Unicode.Scalar) -> LetterClass { LetterClass(parts: [.range(scalar.value...scalar.value)]) }

    func contains(_ scalar: Unicode.Scalar) -> Bool { parts.contains { Self.contains($0, scalar) } != isNegated }

    private static func contains(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .range(let range): range.contains(scalar.value)
        case .category(let name, let isNegated): (name.utf8.count == 1 ? String(category(scalar).prefix(1)) : category(scalar)) == name ? !isNegated : isNegated
        case .digit(let isNegated): (0x30...0x39).contains(scalar.value) != isNegated
        // As ECMA-262 has it: ASCII.
        case .word(let isNegated): (scalar.isASCII && (UInt8(scalar.value).isASCIIAlphanumeric || scalar == "_")) != isNegated
        case .space(let isNegated): scalar.properties.isWhitespace != isNegated
        case .any: scalar != "\n" && scalar != "\r" && scalar.value != 0x2028 && scalar.value != 0x2029
        }
    }

    /// The categories that patterns may name.
    static let categories: Set<String> = ["L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "N", "Nd", "Nl", "No", "P", "S", "Z", "Zs"]

    private static func category(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .spaceSeparator: "Zs"
        case .lineSeparator, .paragraphSeparator: "Z"
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: "P"
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: "S"
        default: "C"
        }
    }
}

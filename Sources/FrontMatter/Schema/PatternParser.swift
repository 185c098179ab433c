import LocalizationModel

/// Reads a regular expression.
struct PatternParser {
    private let letters: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    private static let deepest = 50
    private static let mostTimes = 1_000

    init(_ pattern: String) { letters = Array(pattern.unicodeScalars) }

    mutating func whole() throws(PatternError) -> PatternNode {
        let node = try choice()
        guard place == letters.count else { throw PatternError(message: "a ')' that closes nothing") }
        return node
    }

    private var next: Unicode.Scalar? { place < letters.count ? letters[place] : nil }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard next == letter else { return false }
        place += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        var choices = [try sequence()]
        while take("|") { choices.append(try sequence()) }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let letter = next, letter != "|", letter != ")" { parts.append(try quantified(try atom())) }
        return .sequence(parts)
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        guard let letter = next else { return .sequence([]) }
        place += 1
        switch letter {
        case "^": return .start
        case "$": return .end
        case ".": return .letter(LetterClass(parts: [.any]))
        case "[": return .letter(try letterClass())
        case "(": return try group()
        case "\\": return .letter(LetterClass(parts: [try escape()]))
        case "*", "+", "?": throw PatternError(message: "a '\(letter)' that repeats nothing")
        default: return .letter(.letter(letter))
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        if take("?"), !take(":") { throw PatternError(message: "only '(…)' and '(?:…)' are known of groups: no look-around, no names") }
        depth += 1
        guard depth <= Self.deepest else { throw PatternError(message: "groups are nested too deeply") }
        let node = try choice()
        depth -= 1
        guard take(")") else { throw PatternError(message: "a '(' that is not closed") }
        return node
    }

    // MARK: Quantifiers

    private mutating func quantified(_ node: PatternNode) throws(PatternError) -> PatternNode {
        let (least, most): (Int, Int?)
        if take("*") {
            (least, most) = (0, nil)
        } else if take("+") {
            (least, most) = (1, nil)
        } else if take("?") {
            (least, most) = (0, 1)
        } else if next == "{", let times = try times() {
            (least, most) = times
        } else {
            return node
        }
        // Whether as few or as many as can be makes no difference here.
        _ = take("?")
        if next == "*" || next == "+" { throw PatternError(message: "a quantifier that repeats a quantifier") }
        return .repetition(node, least: least, most: most)
    }

    /// `{2}`, `{2,}`, `{2,5}`; nil where the brace is a letter like others.
    private mutating func times() throws(PatternError) -> (Int, Int?)? {
        guard let end = letters[place...].firstIndex(of: "}") else { return nil }
        let parts = letters[(place + 1)..<end].split(separator: ",", omittingEmptySubsequences: false).map { String(String.UnicodeScalarView($0)) }
        guard (1...2).contains(parts.count), let least = Int(parts[0]), parts.count == 1 || parts[1].isEmpty || Int(parts[1]) != nil else { return nil }
        let most = parts.count == 1 ? least : Int(parts[1])
        guard (0...Self.mostTimes).contains(least), (most ?? least) >= least, (most ?? 0) <= Self.mostTimes else {
            throw PatternError(message: "a number of times that cannot be, or more than \(Self.mostTimes)")
        }
        place = end + 1
        return (least, most)
    }

    // MARK: Classes

    private mutating func letterClass() throws(PatternError) -> LetterClass {
        var found = LetterClass(isNegated: take("^"))
        var isFirst = true
        while let letter = next, letter != "]" || isFirst {
            isFirst = false
            place += 1
            let part = letter == "\\" ? try escape() : .range(letter.value...letter.value)
            guard case .range(let from) = part, next == "-", place + 1 < letters.count, letters[place + 1] != "]" else {
                found.parts.append(part)
                continue
            }
            place += 1
            let last = letters[place]
            place += 1
            guard case .range(let to) = last == "\\" ? try escape() : .range(last.value...last.value), from.lowerBound <= to.upperBound else {
                throw PatternError(message: "a range of letters that ends before it starts")
            }
            found.parts.append(.range(from.lowerBound...to.upperBound))
        }
        guard take("]") else { throw PatternError(message: "a '[' that is not closed") }
        return found
    }

    private mutating func escape() throws(PatternError) -> LetterClass.Part {
        guard let letter = next else { throw PatternError(message: "a '\\' at the end") }
        place += 1
        switch letter {
        case "d", "D": return .digit(isNegated: letter == "D")
        case "w", "W": return .word(isNegated: letter == "W")
        case "s", "S": return .space(isNegated: letter == "S")
        case "p", "P": return try category(isNegated: letter == "P")
        case "t": return .range(9...9)
        case "n": return .range(10...10)
        case "r": return .range(13...13)
        case "u": return try code()
        case _ where letter.isASCII && UInt8(letter.value).isASCIIAlphanumeric: throw PatternError(message: "'\\\(letter)' is not known")
        default: return .range(letter.value...letter.value)
        }
    }

    /// `\p{Lu}`, `\p{L}`.
    private mutating func category(isNegated: Bool) throws(PatternError) -> LetterClass.Part {
        guard take("{"), let end = letters[place...].firstIndex(of: "}") else { throw PatternError(message: "'\\p' without a category, as in '\\p{L}'") }
        let name = String(String.UnicodeScalarView(letters[place..<end]))
        guard LetterClass.categories.contains(name) else {
            throw PatternError(message: "'\\p{\(name)}' is not known, only \(LetterClass.categories.sorted().joined(separator: ", "))")
        }
        place = end + 1
        return .category(name, isNegated: isNegated)
    }

    /// `\u00E9`, `\u{1F600}`.
    private mutating func code() throws(PatternError) -> LetterClass.Part {
        let isBraced = take("{")
        let end = isBraced ? letters[place...].firstIndex(of: "}") ?? place : min(place + 4, letters.count)
        guard let value = UInt32(String(String.UnicodeScalarView(letters[place..<end])), radix: 16), isBraced || end == place + 4, value <= 0x10FFFF else {
            throw PatternError(message: "'\\u' without a code, as in '\\u00E9'")
        }
        place = isBraced ? end + 1 : end
        return .range(value...value)
    }
}

/// One character of a text in lower case, with what Swift's `Character` says of it: texts are compared by these at a small part of
/// the price.
///
/// Two are equal where the characters are, in lower case and however they are composed (`é`, `e` with an accent after it).
public struct FoldedCharacter: Equatable, Sendable {
    /// The code below, the marks above.
    @usableFromInline let bits: UInt64

    @usableFromInline static var codeBits: UInt64 { 0xFFFF_FFFF_FFFF }
    /// Marks the code of a character that is no lone scalar.
    private static var cluster: UInt64 { 0x8000_0000_0000 }
    @usableFromInline static var letter: UInt64 { 1 << 48 }
    @usableFromInline static var number: UInt64 { 1 << 49 }
    @usableFromInline static var capital: UInt64 { 1 << 50 }
    @usableFromInline static var latin: UInt64 { 1 << 51 }
    @usableFromInline static var eastAsian: UInt64 { 1 << 52 }
    private static var lengthShift: UInt64 { 56 }

    /// A scalar in lower case that is a character by itself.
    init(_ scalar: UInt32, isLetter: Bool, isNumber: Bool, isCapital: Bool = false) {
        var bits = UInt64(scalar)
        if isLetter { bits |= Self.letter }
        if isNumber { bits |= Self.number }
        if isCapital { bits |= Self.capital }
        if Self.isLatin(scalar) { bits |= Self.latin }
        if Self.isEastAsian(scalar) { bits |= Self.eastAsian }
        self.bits = bits | (scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : 3) << Self.lengthShift
    }

    /// Any character, by Unicode's tables.
    init(_ character: Character) {
        let first = character.unicodeScalars.first ?? "\0"
        let folded = character.lowercased()
        var bits: UInt64
        if let scalar = folded.unicodeScalars.first, folded.unicodeScalars.count == 1, let lone = LoneScalars[scalar.value], lone.code == scalar.value {
            bits = UInt64(scalar.value)
        } else if let composed = Composition.lone[folded] {
            bits = UInt64(composed)
        } else {
            // The hash of a string is that of its composed form.
            bits = UInt64(truncatingIfNeeded: folded.hashValue) & Self.codeBits | Self.cluster
        }
        if character.isLetter { bits |= Self.letter }
        if character.isNumber { bits |= Self.number }
        if folded != String(character) { bits |= Self.capital }
        if Self.isLatin(first.value) { bits |= Self.latin }
        if folded.unicodeScalars.contains(where: { Self.isEastAsian($0.value) }) { bits |= Self.eastAsian }
        self.bits = bits | UInt64(min(character.utf8.count, 255)) << Self.lengthShift
    }

    private static func isLatin(_ scalar: UInt32) -> Bool { scalar < 0x250 || (0x1E00...0x1EFF).contains(scalar) }
    private static func isEastAsian(_ scalar: UInt32) -> Bool { scalar >= 0x3040 }

    /// `0`, which stands for any number where only the words count.
    public static let zero = FoldedCharacter(0x30, isLetter: false, isNumber: true)

    public static let space = FoldedCharacter(0x20, isLetter: false, isNumber: false)

    /// Equal for equal characters; for a character that is one scalar, its value in lower case.
    @inlinable public var code: UInt64 { bits & Self.codeBits }
    /// True for a mark, or a letter in either case, given in lower case.
    @inlinable public func isSame(as scalar: Unicode.Scalar) -> Bool { code == UInt64(scalar.value) }

    /// As `Character.isLetter`, of the character as written; so are all that follow.
    @inlinable public var isLetter: Bool { bits & Self.letter != 0 }
    @inlinable public var isNumber: Bool { bits & Self.number != 0 }
    @inlinable public var isLetterOrNumber: Bool { bits & (Self.letter | Self.number) != 0 }
    /// True where lower case changes it.
    @inlinable public var isCapital: Bool { bits & Self.capital != 0 }
    /// True for scalars of the blocks that hold Latin letters.
    @inlinable public var isLatin: Bool { bits & Self.latin != 0 }
    /// True from U+3040 on: kana, ideographs and what stands behind them.
    @inlinable public var isEastAsian: Bool { bits & Self.eastAsian != 0 }
    /// Bytes in UTF-8.
    var length: Int { Int(bits >> Self.lengthShift) }

    @inlinable public static func == (a: Self, b: Self) -> Bool { (a.bits ^ b.bits) & codeBits == 0 }
}

/// Characters that are one scalar and may be written as several.
private enum Composition {
    /// By the character, which Swift sets equal to its other forms.
    static let lone: [String: UInt32] = {
        var lone: [String: UInt32] = [:]
        for value in LoneScalars.composedRanges.joined() {
            if let found = LoneScalars[value], found.code == value, let scalar = Unicode.Scalar(value) { lone[String(scalar)] = value }
        }
        return lone
    }()
}

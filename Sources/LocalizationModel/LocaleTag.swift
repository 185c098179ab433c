/// A locale as a BCP 47 language tag (RFC 5646), in canonical case: `de-DE`, `zh-Hant-TW`.
///
/// Language, script and region are kept; variants and extensions are not used for documentation folders
/// and make a tag invalid here.
public struct LocaleTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String

    /// The tag in canonical case, or nil where the text is not `language[-Script][-REGION]`.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard Self.isTag(bytes[...]) else { return nil }
        var canonical: [UInt8] = []
        for part in bytes.split(separator: UInt8(ascii: "-")) {
            let isLanguage = canonical.isEmpty
            if !isLanguage { canonical.append(UInt8(ascii: "-")) }
            for (index, byte) in part.enumerated() {
                // Zh, but DE: scripts have four letters, regions two.
                let isCapital = !isLanguage && (part.count == 2 || part.count == 4 && index == 0)
                canonical.append(isCapital ? byte.asciiUppercased : byte.asciiLowercased)
            }
        }
        description = String(decoding: canonical, as: UTF8.self)
    }

    /// True for the bytes of `language[-Script][-REGION]`, in any case.
    static func isTag(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (parts, sawRegion) = (0, false)
        var start = bytes.startIndex
        for i in bytes.startIndex...bytes.endIndex where i == bytes.endIndex || bytes[i] == UInt8(ascii: "-") {
            let part = bytes[start..<i]
            let isAlphabetic = part.allSatisfy(\.isASCIILetter)
            switch part.count {
            case 2...3 where parts == 0 && isAlphabetic: break
            case 4 where parts > 0 && isAlphabetic && !sawRegion: break
            case 2 where parts > 0 && isAlphabetic && !sawRegion, 3 where parts > 0 && part.allSatisfy(\.isASCIIDigit) && !sawRegion: sawRegion = true
            default: return false
            }
            parts += 1
            start = i + 1
        }
        return parts <= 3
    }

    /// The primary language subtag, as in `zh`.
    public var language: Substring { description.prefix { $0 != "-" } }

    /// The lower-case form used in addresses, as in `/de-de/`.
    public var lowercased: String { description.lowercased() }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

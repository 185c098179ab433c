/// A locale as a BCP 47 language tag (RFC 5646), in canonical case: `de-DE`, `zh-Hant-TW`.
///
/// Language, script and region are kept; variants and extensions are not used for documentation folders
/// and make a tag invalid here.
public struct LocaleTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String

    /// The tag in canonical case, or nil where the text is not `language[-Script][-REGION]`.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter),
            parts.count <= 3
        else { return nil }
        var canonical = first.lowercased()
        var sawRegion = false
        for part in parts.dropFirst() {
            let isAlphabetic = part.utf8.allSatisfy(\.isASCIILetter)
            switch part.utf8.count {
            case 4 where isAlphabetic && !sawRegion:
                canonical += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
            case 2 where isAlphabetic && !sawRegion:
                canonical += "-" + part.uppercased()
                sawRegion = true
            case 3 where part.utf8.allSatisfy(\.isASCIIDigit) && !sawRegion:
                canonical += "-" + part
                sawRegion = true
            default: return nil
            }
        }
        description = canonical
    }

    /// The primary language subtag, as in `zh`.
    public var language: Substring { description.prefix { $0 != "-" } }

    /// The lower-case form used in addresses, as in `/de-de/`.
    public var lowercased: String { description.lowercased() }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

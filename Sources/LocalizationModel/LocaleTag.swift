/// A locale as a BCP 47 language tag (RFC 5646), in canonical case: `de-DE`, `zh-Hant-TW`.
///
/// Language, script and region are kept; variants and extensions are not used for documentation folders
/// and make a tag invalid here.
public struct LocaleTag: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let description: String

    /// The tag in canonical case, or nil where the text is not `language[-Script][-REGION]`.
    public init?(_ text: some StringProtocol) {
        guard Self.isTag(Array(text.utf8)) else { return nil }
        let parts = text.split(separator: "-")
        description = parts.indices.map { index in
            let part = parts[index]
            if index == 0 { return part.lowercased() }
            return part.utf8.count == 4 ? part.prefix(1).uppercased() + part.dropFirst().lowercased() : part.uppercased()
        }.joined(separator: "-")
    }

    /// True for the bytes of `language[-Script][-REGION]`, in any case.
    public static func isTag(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        var (parts, length, digits) = (0, 0, 0)
        var hasRegion = false
        func isPart() -> Bool {
            if parts == 0 { return (2...3).contains(length) && digits == 0 }
            guard !hasRegion, parts < 3 else { return false }
            hasRegion = length != 4
            return digits == 0 ? length == 4 || length == 2 : length == 3 && digits == 3
        }
        for byte in bytes {
            if byte == UInt8(ascii: "-") {
                guard isPart() else { return false }
                (parts, length, digits) = (parts + 1, 0, 0)
            } else {
                guard byte.isASCIIAlphanumeric else { return false }
                length += 1
                if byte.isASCIIDigit { digits += 1 }
            }
        }
        return isPart()
    }

    /// The primary language subtag, as in `zh`.
    public var language: Substring { description.prefix { $0 != "-" } }

    /// The lower-case form used in addresses, as in `/de-de/`.
    public var lowercased: String { description.lowercased() }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}

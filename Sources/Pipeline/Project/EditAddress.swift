import LocalizationModel

/// Where people edit the file of a page (`edit-url`): an address with the places of locale and path left open.
public struct EditAddress: Sendable {
    private enum Part {
        case text(String)
        /// The folder of the file's locale, as it is called in the content.
        case locale
        /// The file's path below that folder.
        case path
    }

    private let parts: [Part]

    static let remedy = "Write an address with http or https and the places {locale} and {path}, as in 'https://example.org/edit/content/{locale}/{path}'"

    /// Nil for other schemes than http and https, a place in the name of the host, a place of another name, and an address without `{path}`.
    public init?(_ pattern: String) {
        guard let open = pattern.firstIndex(of: "{"), SiteAddress(String(pattern[..<open].prefix { $0 != "?" && $0 != "#" })) != nil,
            pattern[..<open].split(separator: "/", omittingEmptySubsequences: false).count > 3
        else { return nil }
        var parts: [Part] = []
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{") {
            parts.append(.text(SitePaths.encodedAddress(String(rest[..<open]))))
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            switch rest[rest.index(after: open)..<close] {
            case "locale": parts.append(.locale)
            case "path": parts.append(.path)
            default: return nil
            }
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(SitePaths.encodedAddress(String(rest))))
        guard parts.contains(where: { if case .path = $0 { true } else { false } }) else { return nil }
        self.parts = parts
    }

    /// - Parameter file: below the content folder, as in `de-DE/guide/fees.md`.
    func of(_ file: String) -> String {
        let locale = file.prefix { $0 != "/" }
        return parts.map { part in
            switch part {
            case .text(let text): text
            case .locale: Self.encoded(locale)
            case .path: Self.encoded(file.dropFirst(locale.count + 1))
            }
        }.joined()
    }

    /// A part of an address that stands for itself: no sign in it begins a query, a fragment or an escape.
    private static func encoded(_ path: Substring) -> String {
        SitePaths.encoded(String(path))
    }
}

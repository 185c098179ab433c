import LocalizationModel

/// What a page asks of search engines: `robots` in its front matter, as text or as a list, or `noindex: true`.
///
/// Rules are those that the large search engines document (robots meta element). What is none is left out: no engine would obey it.
public struct RobotsDirectives: Hashable, Sendable {
    /// In lower case, each once, in the order given.
    public let rules: [String]

    /// The content of the meta element; nil for a page that asks nothing.
    public var content: String? { rules.isEmpty ? nil : rules.joined(separator: ", ") }

    /// False where the page must not be found.
    public var allowsIndexing: Bool { !rules.contains("noindex") && !rules.contains("none") }

    private static let plain: Set<String> = [
        "all", "index", "follow", "noindex", "nofollow", "none", "noarchive", "nocache", "nosnippet", "noimageindex", "notranslate", "indexifembedded",
    ]
    private static let valued: Set<String> = ["max-snippet", "max-image-preview", "max-video-preview"]

    public init(_ metadata: PageMetadata) {
        var rules: [String] = []
        func add(_ rule: String) { if !rules.contains(rule) { rules.append(rule) } }
        for entry in metadata.entries {
            switch entry.key.utf8.count {
            case 6 where entry.key.lowercased() == "robots":
                for value in entry.values { for text in value.text.utf8.split(separator: UInt8(ascii: ",")) { Self.rule(text).map(add) } }
            case 7 where entry.key == "noindex":
                if entry.values.first?.text == "true" { add("noindex") }
            default: break
            }
        }
        self.rules = rules
    }

    /// The longest rule with its value is shorter.
    private static let longest = 40

    private static func rule(_ text: Substring.UTF8View) -> String? {
        guard text.count <= longest, text.allSatisfy({ $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0.isBlank })
        else { return nil }
        let rule = String(decoding: text.filter { !$0.isBlank }, as: UTF8.self).lowercased()
        if plain.contains(rule) { return rule }
        let parts = rule.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[1].isEmpty && valued.contains(String(parts[0])) ? rule : nil
    }
}

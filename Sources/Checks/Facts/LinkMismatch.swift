import LocalizationModel

/// A link that leads elsewhere than the source's.
public enum LinkMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "link-mismatch", severity: .error, sign: .disagreeing, scope: .unit, issueType: "inconsistent-entities",
        summary: "A link of the source is missing in the translation or leads elsewhere.",
        explanation: """
            Destinations are compared without the locale in them (`/en-us/`, `/de-de/`), without scheme and case. A fragment may be \
            translated where the page it leads to is.
            """,
        examples: [
            .bad(
                ("en-US", "See [the guide](https://example.org/en-us/guide) first."),
                ("de-DE", "Lesen Sie zuerst [den Leitfaden](https://example.org/de-de/help).")),
            .bad(("en-US", "See [the guide](guide.md)."), ("ja-JP", "ガイドを参照してください。")),
            .good(
                ("en-US", "See [the guide](https://example.org/en-us/guide)."),
                ("zh-TW", "請參閱[指南](https://example.org/zh-tw/guide)。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs.compactMap { item in
            var extra = item.target.flatMap(\.facts.destinations)
            var missing: [String] = []
            for destination in item.source.flatMap(\.facts.destinations) {
                let key = LinkKey.key(destination)
                if let match = extra.firstIndex(where: { LinkKey.key($0) == key }) { extra.remove(at: match) } else { missing.append(destination) }
            }
            guard !missing.isEmpty || !extra.isEmpty else { return nil }
            let severity: Severity = missing.isEmpty || extra.isEmpty ? .warning : .error
            return pair.finding(
                Self.self, message(missing, extra), severity: severity, source: item.source, target: item.target,
                evidence: .init(expected: missing.isEmpty ? nil : missing.joined(separator: " "), found: extra.isEmpty ? nil : extra.joined(separator: " ")))
        }
    }

    private static func message(_ missing: [String], _ extra: [String]) -> String {
        if missing.isEmpty { return "Link to \(Quoted.list(extra)) is not in the source" }
        if extra.isEmpty { return "Link to \(Quoted.list(missing)) is missing" }
        return "Link leads to \(Quoted.list(extra)), in the source to \(Quoted.list(missing))"
    }
}

/// Link destinations as far as translations share them.
enum LinkKey {
    static func key(_ destination: String) -> String {
        var text = destination.lowercased()
        for scheme in ["https://", "http://"] where text.hasPrefix(scheme) { text.removeFirst(scheme.utf8.count) }
        if let hash = text.firstIndex(of: "#"), hash != text.startIndex, text[hash...].utf8.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") }) {
            text = String(text[..<hash])
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).filter { !isLocale($0) }
        let joined = parts.joined(separator: "/")
        return joined.hasSuffix("/") ? String(joined.dropLast()) : joined
    }

    /// `en-us`, `zh-hant-tw`: a folder named by a language and a region.
    static func isLocale(_ part: Substring) -> Bool {
        part.utf8.count >= 5 && part.utf8.dropFirst(2).first == UInt8(ascii: "-") && LocaleTag(part) != nil
    }
}

import LocalizationModel

/// A link into another locale's part of a site.
public enum WrongLocaleLink: PageRule {
    public static let metadata = RuleMetadata(
        id: "wrong-locale-link", severity: .warning, sign: .structure, scope: .unit, issueType: "locale-specific-content",
        summary: "A link leads into another locale's part of a site.",
        explanation: """
            `/en-us/` in a German page takes readers out of their language. A warning where other links of the same page or its source \
            show that the site has the locale; a note where that is not known. Drop the locale from the address or use the page's own.
            """,
        examples: [
            .bad(("en-US", "See [the guide](https://example.org/en-us/guide)."), ("de-DE", "Siehe [Leitfaden](https://example.org/en-us/guide).")),
            .good(("en-US", "See [the guide](https://example.org/en-us/guide)."), ("de-DE", "Siehe [Leitfaden](https://example.org/de-de/guide).")),
            .good(("en-US", "See [the guide](https://example.org/guide)."), ("ja-JP", "[ガイド](https://example.org/guide)を参照してください。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let known = hostsWithOwnLocale(pair.page)
        let sources = sources(pair)
        return pair.page.segments.enumerated().flatMap { index, segment in
            segment.facts.destinations.compactMap { destination in
                guard let locale = locale(in: destination), locale.language != pair.page.locale.language else { return nil }
                let severity: Severity = known.contains(host(destination)) ? .warning : .note
                return pair.finding(
                    Self.self, "Link leads to the \(locale) pages: \(Quoted.text(destination))", severity: severity, source: sources[index] ?? [],
                    target: [segment],
                    targetMarks: [.link(destination)], evidence: .init(expected: "/\(pair.page.locale.lowercased)/", found: destination))
            }
        }
    }

    /// For each segment of the translation what it translates.
    private static func sources(_ pair: PairContext) -> [Int: [Segment]] {
        guard let bitext = pair.bitext else { return [:] }
        let pairs = bitext.units.flatMap { unit in unit.target.map { ($0, unit.source.map { bitext.source[$0] }) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private static func locale(in destination: String) -> LocaleTag? {
        let path = destination.split(separator: "?").first ?? ""
        return path.split(separator: "/").dropFirst(destination.contains("://") ? 2 : 0).lazy.filter(LinkIdentity.isLocaleFolder).compactMap { LocaleTag($0) }
            .first
    }

    private static func host(_ destination: String) -> String {
        let parts = destination.split(separator: "/")
        return destination.contains("://") && parts.count > 1 ? parts[1].lowercased() : ""
    }

    /// Hosts that a page of this locale links to in its own language.
    private static func hostsWithOwnLocale(_ page: Page) -> Set<String> {
        Set(page.segments.flatMap(\.facts.destinations).filter { locale(in: $0)?.language == page.locale.language }.map(host))
    }
}

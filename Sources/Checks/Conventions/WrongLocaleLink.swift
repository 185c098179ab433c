import LocalizationModel

/// A link into another locale's part of a site.
public enum WrongLocaleLink: PageRule {
    public static let metadata = RuleMetadata(
        id: "wrong-locale-link", severity: .warning, sign: .structure, scope: .unit, issueType: "locale-specific-content",
        summary: "A link leads into another locale's part of a site.",
        explanation: """
            `/en-us/` in a German page takes readers out of their language. A warning where other links of the same page or its source \
            show that the site has the locale; a note where that is not known. A folder counts as a locale where its language and region \
            are registered (`/exams/az-104` is none). Drop the locale from the address or use the page's own.
            """,
        examples: [
            .bad(("en-US", "See [the guide](https://example.org/en-us/guide)."), ("de-DE", "Siehe [Leitfaden](https://example.org/en-us/guide).")),
            .good(("en-US", "See [the guide](https://example.org/en-us/guide)."), ("de-DE", "Siehe [Leitfaden](https://example.org/de-de/guide).")),
            .good(("en-US", "See [the exam](https://example.org/exams/wx-155)."), ("ru-RU", "См. [экзамен](https://example.org/exams/az-104).")),
            .good(("en-US", "See [the guide](https://example.org/guide)."), ("ja-JP", "[ガイド](https://example.org/guide)を参照してください。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let links = links(pair.page)
        let foreign = links.filter { $0.locale.language != pair.page.locale.language }
        guard !foreign.isEmpty else { return [] }
        // Hosts that the page links to in its own language.
        let known = Set(links.filter { $0.locale.language == pair.page.locale.language }.map { host($0.destination) })
        let units = unitsOfTargets(pair.bitext)
        return foreign.map { link in
            let severity: Severity = known.contains(host(link.destination)) ? .warning : .note
            return pair.finding(
                Self.self, "Link leads to the \(link.locale) pages: \(Quoted.text(link.destination))", severity: severity,
                source: source(of: link.segment < units.count ? units[link.segment] : nil, pair.bitext), target: [pair.page.segments[link.segment]],
                targetMarks: [.link(link.destination)], evidence: .init(expected: "/\(pair.page.locale.lowercased)/", found: link.destination))
        }
    }

    /// A link of the translation with a folder that names a locale.
    private struct Link {
        let segment: Int
        let destination: String
        let locale: LocaleTag
    }

    /// The links with such a folder; none where all of them are the page's own.
    private static func links(_ page: Page) -> [Link] {
        let own = Array(page.locale.language.utf8)
        let candidates = page.segments.indices.flatMap { index in
            page.segments[index].facts.destinations.compactMap { destination in folder(in: destination).map { (index, destination, $0) } }
        }
        guard candidates.contains(where: { !$0.2.starts(with: own) || $0.2[own.count] != UInt8(ascii: "-") }) else { return [] }
        return candidates.compactMap { index, destination, folder in
            LocaleTag(String(decoding: folder, as: UTF8.self)).map { Link(segment: index, destination: destination, locale: $0) }
        }
    }

    /// For each segment of the translation the index of its unit.
    private static func unitsOfTargets(_ bitext: Bitext?) -> [Int?] {
        guard let bitext else { return [] }
        var units = [Int?](repeating: nil, count: bitext.target.count)
        for index in bitext.units.indices { for segment in bitext.units[index].target { units[segment] = index } }
        return units
    }

    private static func source(of unit: Int?, _ bitext: Bitext?) -> [Segment] {
        guard let unit, let bitext else { return [] }
        return bitext.units[unit].source.map { bitext.source[$0] }
    }

    /// The first folder of the path that names a locale.
    private static func folder(in destination: String) -> [UInt8]? {
        guard mayHoldLocale(destination) else { return nil }
        let path = destination.utf8.split(separator: UInt8(ascii: "?")).first ?? "".utf8[...]
        let folders = path.split(separator: UInt8(ascii: "/")).dropFirst(isAddress(destination) ? 2 : 0)
        return folders.lazy.map { Array($0) }.first(where: LinkIdentity.isLocaleFolder)
    }

    /// False where no folder has a hyphen as its third letter.
    private static func mayHoldLocale(_ destination: String) -> Bool {
        var length = 0
        for byte in destination.utf8 {
            if byte == UInt8(ascii: "-"), length == 2 { return true }
            length = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") ? 0 : length + 1
        }
        return false
    }

    private static func host(_ destination: String) -> String {
        let parts = destination.split(separator: "/")
        return isAddress(destination) && parts.count > 1 ? parts[1].lowercased() : ""
    }

    /// True for a link with a scheme and a host.
    private static func isAddress(_ destination: String) -> Bool { TextSearch.contains(destination, "://") }
}

import LocalizationModel

/// A page or fragment that includes itself, or goes on including without end.
public enum CircularInclusion: GroupRule {
    public static let metadata = RuleMetadata(
        id: "circular-inclusion", severity: .error, sign: .structure, scope: .site, issueType: "other",
        summary: "A page or fragment includes itself, by itself or through others.",
        explanation: """
            The circle is named from file to file. It is cut where it closes: the page is published with each fragment once on the way down. \
            Inclusions that are nested deeper than eight levels are named and cut as well. Reported once a file of the circle: take one of the inclusions out.
            """,
        examples: [
            .bad(("en-US", "Text.\n\n[!INCLUDE [this](page.md)]\n"), ("de-DE", "Text.\n\n[!INCLUDE [dies](page.md)]\n")),
            .good(("en-US", "Text. See [this page](page.md).\n"), ("ja-JP", "テキスト。[このページ](page.md)を参照してください。\n")),
        ])

    public static func check(_ group: GroupContext) -> [Finding] {
        guard let site = group.site else { return [] }
        var known: Set<[String]> = []
        var findings: [Finding] = []
        for page in [group.sourceFile].compactMap({ $0 }) + group.shownTranslations {
            // Most pages include nothing.
            guard let first = page.document.links.first(where: { $0.kind == .inclusion }), let way = site.circle(of: page.path, in: page.locale),
                known.insert(way).inserted
            else { continue }
            let path = way.map { Quoted.text($0) }.joined(separator: " → ")
            let message = way.first == way.last ? "Includes itself: \(path)" : "Inclusions nested too deep: \(path)"
            findings.append(page.finding(Self.self, message, at: first.span, evidence: .init(found: way.joined(separator: " → "))))
        }
        return findings
    }
}

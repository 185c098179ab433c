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
        pair.translatedPairs(with: .links).compactMap { item in
            let (missing, extra) = difference(pair.sources(item).all { $0.destinations }, pair.targets(item).all { $0.destinations })
            guard !missing.isEmpty || !extra.isEmpty else { return nil }
            let severity: Severity = missing.isEmpty || extra.isEmpty ? .warning : .error
            return pair.finding(
                Self.self, message(missing, extra), severity: severity, source: pair.source(item),
                sourceMarks: missing.map { .link($0) }, target: pair.target(item), targetMarks: extra.map { .link($0) },
                evidence: .init(expected: missing.isEmpty ? nil : missing.joined(separator: " "), found: extra.isEmpty ? nil : extra.joined(separator: " ")))
        }
    }

    /// What only one of the two has, each destination as often as it stands there more. Linear.
    private static func difference(_ source: [String], _ target: [String]) -> (missing: [String], extra: [String]) {
        guard !source.elementsEqual(target, by: LinkIdentity.isSame) else { return ([], []) }
        var waiting: [String: ArraySlice<Int>] = [:]
        for (index, destination) in target.enumerated() { waiting[LinkIdentity.canonical(destination), default: []].append(index) }
        var found: Set<Int> = []
        let missing = source.filter { destination in
            guard let match = waiting[LinkIdentity.canonical(destination)]?.popFirst() else { return true }
            found.insert(match)
            return false
        }
        return (missing, target.indices.filter { !found.contains($0) }.map { target[$0] })
    }

    private static func message(_ missing: [String], _ extra: [String]) -> String {
        if missing.isEmpty { return "Link to \(Quoted.list(extra)) is not in the source" }
        if extra.isEmpty { return "Link to \(Quoted.list(missing)) is missing" }
        return "Link leads to \(Quoted.list(extra)), in the source to \(Quoted.list(missing))"
    }
}

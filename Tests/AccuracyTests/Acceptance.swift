/// Which rules may report which fault. Several may: a changed number inside an identifier is a changed number and a changed code.
enum Acceptance {
    private static let facts: Set = ["number-mismatch", "code-mismatch", "entity-mismatch"]
    private static let missing: Set = ["missing-segment", "structure-mismatch"]
    private static let extra: Set = ["extra-segment", "structure-mismatch"]
    static let untranslated: Set = ["untranslated-segment", "partially-translated-segment"]

    /// By kind of planted error.
    static let rules: [String: Set<String>] = [
        "untranslated": untranslated,
        "partly-untranslated": untranslated,
        "source-number-changed": facts.union(["stale-segment"]),
        "target-number-changed": facts,
        "target-code-changed": facts,
        "source-link-changed": ["link-mismatch", "stale-segment"],
        "target-link-changed": ["link-mismatch"],
        "emphasised-term-dropped": ["emphasis-mismatch"],
        "dropped-segment": missing,
        "source-segment-added": missing.union(["stale-segment"]),
        "source-segment-removed": extra.union(["stale-segment"]),
        "inserted-segment": extra,
        "duplicated-segment": extra.union(["duplicate-segment"]),
        "sections-swapped": ["reordered-section", "structure-mismatch"],
        "list-item-merged": missing,
        "source-reworded": ["stale-segment"],
    ]

    /// By kind of row of a real revision.
    static func revision(_ kind: String) -> Set<String> {
        switch kind {
        case "added": missing.union(["stale-segment"])
        case "removed": extra.union(["stale-segment"])
        default: ["stale-segment"]
        }
    }

    /// Rules that are acceptable for some kind; findings of others (`stale-page`, `machine-translation`) are no false alarms.
    static let known = rules.values.reduce(into: Set<String>()) { $0.formUnion($1) }
}

import LocalizationModel

/// A term that the source emphasises and the translation does not.
public enum EmphasisMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "emphasis-mismatch", severity: .warning, sign: .structure, scope: .unit, issueType: "markup",
        summary: "An emphasised term of the source is not emphasised in the translation.",
        explanation: """
            Bold and italic terms mark names of the interface and quantities. Counted are the emphasised places of both sides; a place \
            that the translation sets as code instead counts.
            """,
        examples: [
            .bad(("en-US", "Select **Save** and then **Close**."), ("de-DE", "Wählen Sie **Speichern** und dann Schließen aus.")),
            .good(("en-US", "This is **important.** Then go on."), ("zh-TW", "這是**重要。**然後繼續。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs(with: .emphasis).compactMap { item in
            guard item.source.traits.contains(.emphasis) else { return nil }
            let (sources, targets) = (pair.sources(item), pair.targets(item))
            let (expected, found) = (sources.all { $0.strong + $0.emphasised }, targets.all { $0.strong + $0.emphasised })
            let codes = targets.all { $0.inlineCode }.count - sources.all { $0.inlineCode }.count
            // A label folded into `label: text` brings no emphasis of its own.
            guard found.count + max(0, codes) < expected.count, sources.count == 1 || targets.count > 1 || found.isEmpty else { return nil }
            let missing = expected.count - found.count
            // Names keep their words: those that are emphasised on both sides are none of the lost ones.
            var kept = found
            let lost = expected.filter { term in
                guard let index = kept.firstIndex(of: term) else { return true }
                kept.remove(at: index)
                return false
            }
            return pair.finding(
                Self.self, "\(missing == 1 ? "An emphasised term" : "\(missing) emphasised terms") of the source \(missing == 1 ? "is" : "are") plain here",
                source: pair.source(item), sourceMarks: lost.map { .emphasis($0) }, target: pair.target(item), targetMarks: lost.map { .text($0) },
                evidence: .init(expected: expected.joined(separator: ", "), found: found.isEmpty ? nil : found.joined(separator: ", ")))
        }
    }
}

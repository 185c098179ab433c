import LocalizationModel

/// A sentence of the translation that the source does not have.
public enum ExtraSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "extra-segment", severity: .error, sign: .added, scope: .unit, issueType: "addition",
        summary: "A sentence of the translation has no counterpart in the source.",
        explanation: """
            Either somebody added it, or the source lost it since. Remove it, or add it to the source. A sentence that repeats another \
            one of the same page is reported as `duplicate-segment` instead.
            """,
        examples: [
            .bad(
                ("en-US", "The form is free.\n\nIt must be sent before the end of June."),
                (
                    "de-DE",
                    "Das Formular ist kostenlos.\n\nEs muss vor Ende Juni abgeschickt werden.\n\nFür verspätete Anträge fällt eine Gebühr an, die Sie selbst tragen."
                )),
            .good(
                ("en-US", "The form is free and must be sent before June."), ("ja-JP", "フォームは無料です。6 月までに送信する必要があります。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let source = pair.source, source.isComplete, let bitext = pair.bitext else { return [] }
        let standing = pair.revision?.standing ?? []
        let held = Set(standing.flatMap(\.target))
        let extra = bitext.units.indices.filter { bitext.units[$0].source.isEmpty }.compactMap { index -> Finding? in
            let unit = bitext.units[index]
            guard held.isDisjoint(with: unit.target) else { return nil }
            let segments = unit.target.map { bitext.target[$0] }
            guard segments.contains(where: { $0.facts.letters.total >= 3 }), DuplicateSegment.original(of: unit, in: bitext) == nil else { return nil }
            return pair.finding(
                Self.self, "Not in the source: \(Quoted.text(segments))", target: segments,
                evidence: .init(found: segments.map(\.text).joined(separator: " "), after: pair.placeBefore(unit: index)))
        }
        return extra + standing.compactMap { removed($0, bitext, pair) }
    }

    /// What the source lost since the translation was made, alone or inside a segment that says more.
    private static func removed(_ standing: SourceRevision.Standing, _ bitext: Bitext, _ pair: PairContext) -> Finding? {
        let segments = standing.target.map { bitext.target[$0] }
        guard segments.contains(where: { $0.facts.plain.contains { $0.isLetter || $0.isNumber } }) else { return nil }
        return pair.finding(
            Self.self, "No longer in the source: \(Quoted.text([standing.old]))", target: segments,
            evidence: .init(found: segments.map(\.text).joined(separator: " "), edits: [WordEdit(removed: standing.old.facts.plain, added: "")]))
    }
}

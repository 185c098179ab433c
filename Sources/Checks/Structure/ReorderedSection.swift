import LocalizationModel

/// A section that stands elsewhere than in the source.
public enum ReorderedSection: PageRule {
    public static let metadata = RuleMetadata(
        id: "reordered-section", severity: .warning, sign: .structure, scope: .page, issueType: "inconsistency",
        summary: "A section stands at another place than in the source.",
        explanation: """
            The section was recognised by its anchor and compared with its counterpart all the same; only its place differs. \
            Bring the sections into the source's order.
            """,
        examples: [
            .bad(
                ("en-US", "# Levels\n\n## Silver\n\nFive customers.\n\n## Gold\n\nTen customers."),
                ("de-DE", "# Stufen\n\n## <a name=\"gold\"></a>Gold\n\nZehn Kunden.\n\n## <a name=\"silver\"></a>Silber\n\nFünf Kunden.")),
            .good(
                ("en-US", "# Levels\n\n## Silver\n\nFive customers.\n\n## Gold\n\nTen customers."),
                ("ja-JP", "# レベル\n\n## <a name=\"silver\"></a>シルバー\n\nお客様 5 社。\n\n## <a name=\"gold\"></a>ゴールド\n\nお客様 10 社。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let bitext = pair.bitext else { return [] }
        return bitext.movedSections.map { heading in
            let unit = bitext.units.first { $0.source.contains(heading) }
            let target = unit?.target.map { bitext.target[$0] } ?? []
            return pair.finding(
                Self.self, "Section stands elsewhere than in the source: \(Quoted.text([bitext.source[heading]]))", source: [bitext.source[heading]],
                target: target, evidence: .init(expected: Self.place(heading, bitext.source), found: unit?.target.first.map { place($0, bitext.target) }))
        }
    }

    /// A section's place by the heading before it.
    private static func place(_ heading: Int, _ segments: [Segment]) -> String {
        let before = segments[..<heading].last { $0.kind == .heading }
        return before.map { "after \(Quoted.text([$0]))" } ?? "first"
    }
}

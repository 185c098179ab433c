import LocalizationModel

/// An explicit anchor of the source that has another name in the translation.
public enum ChangedAnchor: PageRule {
    public static let metadata = RuleMetadata(
        id: "changed-anchor", severity: .warning, sign: .structure, scope: .page, issueType: "markup",
        summary: "An anchor of the source has another name in the translation.",
        explanation: """
            The source sets an anchor, and the passage that translates it sets one that the source does not have: the name was translated or \
            mistyped. Links from other pages and other sites use the source's name. Keep it, beside the new one if that is in use.
            """,
        examples: [
            .bad(("en-US", "## <a name=\"fees\"></a>Fees\n\nText."), ("de-DE", "## <a name=\"gebuehren\"></a>Gebühren\n\nText.")),
            .bad(("en-US", "## Fees {#fees}\n\nText."), ("ja-JP", "## 料金 {#ryokin}\n\nテキスト。")),
            .good(("en-US", "## <a name=\"fees\"></a>Fees\n\nText."), ("de-DE", "## <a name=\"fees\"></a><a name=\"gebuehren\"></a>Gebühren\n\nText.")),
            .good(("en-US", "## Fees\n\nText."), ("ru-RU", "## <a name=\"fees\"></a>Взносы\n\nТекст.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        LostAnchor.lost(pair).compactMap { anchor, unit, other in
            guard let other, let bitext = pair.bitext else { return nil }
            return pair.finding(
                Self.self, "Anchor \(Quoted.text(anchor.name)) is called \(Quoted.text(other.name)) here", source: unit.source.map { bitext.source[$0] },
                sourceMarks: [.span(anchor.span)], target: unit.target.map { bitext.target[$0] }, targetMarks: [.span(other.span)],
                evidence: .init(expected: anchor.name, found: other.name))
        }
    }
}

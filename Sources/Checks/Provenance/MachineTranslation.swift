import LocalizationModel

/// A page that a machine translated.
public enum MachineTranslation: PageRule {
    public static let metadata = RuleMetadata(
        id: "machine-translation", severity: .note, sign: .structure, scope: .page, issueType: "other",
        summary: "The page was translated by a machine.",
        explanation: "The front matter says so (`ms.translationtype: MT`). The published page carries a banner. Have it reviewed and set `HT`.",
        examples: [
            .bad(("en-US", "Text of the page."), ("zh-CN", "---\nms.translationtype: MT\n---\n页面的文本。")),
            .good(("en-US", "Text of the page."), ("zh-CN", "---\nms.translationtype: HT\n---\n页面的文本。")),
            .bad(("en-US", "Text of the page."), ("de-DE", "---\nms.translationtype: MT\n---\nText der Seite.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard pair.page.provenance.origin == .machine else { return [] }
        return [pair.finding(Self.self, "Machine translation, not reviewed", at: pair.page.span(ofKey: "ms.translationtype"), key: "ms.translationtype")]
    }
}

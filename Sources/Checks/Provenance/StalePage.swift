import LocalizationModel

/// A page that was translated from another version of its source than today's.
public enum StalePage: PageRule {
    public static let metadata = RuleMetadata(
        id: "stale-page", severity: .warning, sign: .outdated, scope: .page, issueType: "other",
        summary: "The page follows another version of the source than the one published.",
        explanation: """
            The front matter states the SHA-1 of the source file that was translated (`ms.openlocfilehash`), and the source file has \
            another one; both line end forms are tried. Where the source is recovered from another translation, the commits \
            (`ms.sourcegitcommit`) are compared. What changed is reported segment by segment by other rules.
            """,
        examples: [
            .bad(
                ("en-US", "Text of the page."),
                ("de-DE", "---\nms.openlocfilehash: b9616b455fae524af82ce0880b99bcdde5816fa7\n---\nText der Seite.")),
            .good(
                ("en-US", "Text of the page.\n"),
                ("ja-JP", "---\nms.openlocfilehash: adc32859d28d5b868863ec3ca778b0d512284193\n---\nページのテキスト。")),
            .good(("en-US", "Text of the page."), ("zh-CN", "页面的文本。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        guard pair.followsOtherSource, let source = pair.source else { return [] }
        let provenance = pair.page.provenance
        let date = provenance.handOffDate.map { ", handed off \($0)" } ?? ""
        if !source.isRecovered, let hash = provenance.sourceHash {
            return [
                pair.finding(
                    Self.self, "Translated from another version of the source\(date)", at: pair.page.span(ofKey: "ms.openlocfilehash"),
                    key: "ms.openlocfilehash", evidence: .init(expected: source.page.hashes.first, found: hash))
            ]
        }
        return [
            pair.finding(
                Self.self,
                "Follows source commit \((provenance.sourceCommit ?? "unknown").prefix(8)), the newest known is \((source.commit ?? "unknown").prefix(8))\(date)",
                at: pair.page.span(ofKey: "ms.sourcegitcommit"), key: "ms.sourcegitcommit",
                evidence: .init(expected: source.commit, found: provenance.sourceCommit))
        ]
    }
}

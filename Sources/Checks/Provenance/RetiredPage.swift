import LocalizationModel

/// A page that is withdrawn in one language and published in another.
public enum RetiredPage: GroupRule {
    public static let metadata = RuleMetadata(
        id: "retired-page", severity: .warning, sign: .outdated, scope: .group, issueType: "inconsistency",
        summary: "The newest version of the page is withdrawn, other languages still publish it.",
        explanation: """
            Most of the page stands in a comment in the locale that was handed off last, or in the source: it was taken back. Languages \
            that were handed off earlier still promise what no longer holds. Withdraw them too, or publish the page again.
            """,
        examples: [
            .bad(
                (
                    "zh-CN",
                    "---\nms.lasthandoff: 08/31/2018\n---\n> [!IMPORTANT]\n> 请访问门户。\n\n<!--\n# Levels and how to reach them\n\nFive customers are needed for the first level, and ten for the second.\n-->\n"
                ),
                ("de-DE", "---\nms.lasthandoff: 07/07/2017\n---\n# Stufen\n\nFür die erste Stufe sind fünf Kunden nötig.")),
            .good(("en-US", "# Levels\n\nText."), ("de-DE", "# Stufen\n\nText.<!-- a remark -->")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        let group = context.group
        let sourcePage = group.source.flatMap { $0.isRecovered ? nil : $0.page }
        let newest = sourcePage ?? group.byHandOff.last { $0.page.provenance.handOffDate != nil }?.page ?? group.byHandOff.last?.page
        let retired = group.translations.map(\.page).filter(\.document.isWithdrawn)
        guard let newest, newest.document.isWithdrawn else {
            return retired.map {
                $0.finding(
                    Self.self, "Withdrawn here, published in the newest version", at: $0.document.withdrawnComment?.span.start,
                    evidence: .init(expected: "published", found: "withdrawn"))
            }
        }
        let date = newest.provenance.handOffDate.map { " of \($0)" } ?? ""
        var findings = retired.map { page in
            page.finding(Self.self, "Withdrawn: the page stands in a comment", severity: .note, at: page.document.withdrawnComment?.span.start)
        }
        for page in group.translations.map(\.page) where !page.document.isWithdrawn {
            findings.append(
                page.finding(
                    Self.self, "Still published, withdrawn in the newest version (\(newest.locale)\(date))",
                    at: SourceSpan(page.document.body.lower, page.document.body.lower), source: sourcePage.flatMap(place),
                    evidence: .init(expected: "withdrawn", found: "published")))
        }
        return findings
    }

    /// Where a page was taken back.
    private static func place(_ page: Page) -> Finding.Place? {
        page.document.withdrawnComment.map { Place.of($0.span.start, in: page.document.text) }
    }
}

extension SourceSpan {
    /// The first byte: a finding about a long span points at its beginning.
    fileprivate var start: SourceSpan { SourceSpan(lower, min(upper, lower + 4)) }
}

import LocalizationModel

/// A link to an anchor that its page does not have.
public enum BrokenAnchor: GroupRule {
    public static let metadata = RuleMetadata(
        id: "broken-anchor", severity: .warning, sign: .structure, scope: .site, issueType: "other",
        summary: "A link leads to an anchor that its page does not have.",
        explanation: """
            The page is there, but neither it nor its source sets the anchor (`<a name="…">`, `id="…"`, `{#…}`) or has a heading of which a \
            publishing system would make it. Names are compared by their letters and digits alone, because systems differ in the rest. \
            Readers land at the top of the page. What the source has broken as well is reported once, on the source's page. Pages that \
            include text from elsewhere may have any anchor.
            """,
        examples: [
            .bad(("en-US", "## Fees\n\nSee [the fees](#fees)."), ("de-DE", "## Gebühren\n\nSiehe [Gebühren](#preise).")),
            .bad(("en-US", "## Fees\n\nSee [the fees](page.md#prices)."), ("ja-JP", "## 料金\n\n[料金](page.md#prices)を参照してください。")),
            .good(("en-US", "## Fees\n\nSee [the fees](#fees)."), ("de-DE", "## Gebühren\n\nSiehe [Gebühren](#gebühren) und [mehr](page.md#fees).")),
            .good(("en-US", "## What's new?\n\nSee [news](#whats-new)."), ("zh-TW", "## 新增功能 {#news}\n\n請參閱[新增功能](#news)。")),
        ])

    private struct Fault: Hashable {
        let path: String
        let anchor: String
    }

    public static func check(_ group: GroupContext) -> [Finding] {
        guard let site = group.site else { return [] }
        func faults(_ page: Page) -> [(link: ContentLink, fault: Fault)] {
            page.document.links.compactMap { link in
                // Most links have none.
                guard link.kind == .link, link.destination.utf8.contains(UInt8(ascii: "#")),
                    case .page(let path, let locale, let anchor?) = site.target(of: link, in: page.locale),
                    // A fragment's own anchors are those of the pages that include it.
                    !group.isFragment || path != group.group.path, !site.offers(anchor, at: path, in: locale)
                else { return nil }
                return (link, Fault(path: path, anchor: anchor))
            }
        }
        let own = group.sourceFile.map(faults) ?? []
        var findings: [Finding] = []
        if let source = group.sourceFile { findings += own.map { finding($0.link, $0.fault, source) } }
        let known = Set(own.map(\.fault))
        for page in group.shownTranslations { findings += faults(page).filter { !known.contains($0.fault) }.map { finding($0.link, $0.fault, page) } }
        return findings
    }

    private static func finding(_ link: ContentLink, _ fault: Fault, _ page: Page) -> Finding {
        let place = fault.path == page.path ? "this page" : Quoted.text(fault.path)
        return page.finding(
            Self.self, "No anchor \(Quoted.text(fault.anchor)) on \(place)", at: link.span, evidence: .init(found: link.destination))
    }
}

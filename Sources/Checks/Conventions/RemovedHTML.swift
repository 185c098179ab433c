import LocalizationModel

/// Markup that is not published.
public enum RemovedHTML: GroupRule {
    public static let metadata = RuleMetadata(
        id: "removed-html", severity: .error, sign: .structure, scope: .page, issueType: "markup",
        summary: "The published page leaves out markup that is written here.",
        explanation: """
            Raw HTML passes an allow-list of elements and attributes. An error is what would run a program or load from elsewhere: scripts, frames, event \
            handlers (`onclick`), addresses that begin with `javascript:` or `data:`, in HTML as in Markdown. A warning is what readers would see and \
            do not: drawings (`svg`), formulas (`math`), players and forms. A note is what changes the look alone (`style`), an element that HTML does \
            not have, and an address under a scheme that is not published. A tag that nothing on the page ends and that has no attributes, as in \
            `<your-name>`, is no markup: it is shown as it is written. Use Markdown, an image file, or a link. What the source has as well is reported \
            once, on the source's page.
            """,
        examples: [
            .bad(("en-US", "Text."), ("de-DE", "Text <b onclick=\"run()\">hier</b>.")),
            .bad(("en-US", "[Text](page.md)."), ("ja-JP", "[テキスト](javascript:alert(1))。")),
            .bad(("en-US", "Text.\n\n<iframe src=\"https://example.org\"></iframe>\n"), ("ru-RU", "Текст.")),
            .good(("en-US", "Write `x` to <your-name>, <b>soon</b>."), ("de-DE", "Schreiben Sie `x` an <your-name>, <b>bald</b>.")),
            .good(("en-US", "See `<script>`.\n\n```html\n<script>x</script>\n```\n"), ("zh-TW", "請參閱 `<script>`。\n\n```html\n<script>x</script>\n```\n")),
        ])

    public static func check(_ group: GroupContext) -> [Finding] {
        let own = group.sourceFile?.document.removals ?? []
        var findings = group.sourceFile.map { source in own.map { finding($0, source) } } ?? []
        let known = Set(own.map(\.kind))
        for page in group.shownTranslations {
            for removal in page.document.removals where !known.contains(removal.kind) { findings.append(finding(removal, page)) }
        }
        return findings
    }

    private static func finding(_ removal: RemovedMarkup, _ page: Page) -> Finding {
        let severity: Severity =
            switch removal.loss {
            case .program: .error
            case .content: .warning
            case .look: .note
            }
        let message =
            switch removal.kind {
            case .element(let name): "<\(name)> is not published: \(remedy(removal.loss))"
            case .unknown(let name): "<\(name)> is no element of HTML: it is left out, what stands in it stays"
            case .attribute(let name, let element): "'\(name)' of <\(element)> is not published: \(remedy(removal.loss))"
            case .address(let scheme): "An address that begins with '\(scheme):' is no link of the published page"
            }
        return page.finding(Self.self, message, severity: severity, at: removal.span, evidence: .init(found: page.document.text.string(removal.span)))
    }

    private static func remedy(_ loss: HTMLAllowance.Loss) -> String {
        switch loss {
        case .program: "it could run a program or load from elsewhere"
        case .content: "use an image file, or a link"
        case .look: "it changes the look alone"
        }
    }
}

import LocalizationModel

/// A link, image or inclusion that leads to no file of the content.
public enum BrokenLink: GroupRule {
    public static let metadata = RuleMetadata(
        id: "broken-link", severity: .error, sign: .structure, scope: .site, issueType: "other",
        summary: "A link, an image or an inclusion leads to a file that is not there.",
        explanation: """
            The file is neither in the page's locale nor in the source's, whose pages stand in for translations that are missing. An error \
            where only a file could be meant: `fees.md`, an image, an inclusion. An address without a file's name may be an alias that \
            only the publishing system knows: a warning where the source's own links lead somewhere, else a note. A note as well where the \
            address is one that this site does not publish: a fragment, a folder without a page, a place outside the content. What the \
            source has broken as well is reported once, on the source's page. Other sites are not looked at. The published page keeps the \
            link's words, without a link, and the image's description. Change the address, or add the file.
            """,
        examples: [
            .bad(("en-US", "See [the fees](page.md)."), ("de-DE", "Siehe [die Gebühren](seite.md).")),
            .bad(("en-US", "See [the fees](fees.md)."), ("ja-JP", "[料金](fees.md)を参照してください。")),
            .good(("en-US", "See [this page](page.md)."), ("ja-JP", "[このページ](page.md)を参照してください。")),
            .good(
                ("en-US", "See [the fees](/pricing) and [a site](https://example.org/x.md)."),
                ("ru-RU", "См. [взносы](/pricing) и [сайт](https://example.org/x.md).")),
        ])

    private struct Fault {
        let link: ContentLink
        let path: String
        let isCertain: Bool
        /// False for what may be there on another publishing system.
        let isPublishable: Bool
    }

    public static func check(_ group: GroupContext) -> [Finding] {
        guard let site = group.site else { return [] }
        func faults(_ page: Page) -> [Fault] {
            page.document.links.compactMap { link in
                switch site.target(of: link, in: page.locale) {
                case .missing(let path, let isCertain): return Fault(link: link, path: path, isCertain: isCertain, isPublishable: true)
                case .unpublished(let path): return Fault(link: link, path: path, isCertain: false, isPublishable: false)
                case .page, .elsewhere: return nil
                }
            }
        }
        let own = group.sourceFile.map(faults) ?? []
        var findings: [Finding] = []
        if let source = group.sourceFile { findings += own.map { finding($0, source, isSure: $0.isCertain ? .error : .note) } }
        let known = Set(own.map(\.path))
        for page in group.shownTranslations {
            let doubtful: Severity = group.sourceFile == nil ? .note : .warning
            for fault in faults(page) where !known.contains(fault.path) {
                findings.append(finding(fault, page, isSure: fault.isCertain ? .error : fault.isPublishable ? doubtful : .note))
            }
        }
        return findings
    }

    private static func finding(_ fault: Fault, _ page: Page, isSure severity: Severity) -> Finding {
        let what =
            switch fault.link.kind {
            case .link: "Link to"
            case .image: "Image"
            case .inclusion: "Inclusion of"
            }
        guard fault.isPublishable else {
            return page.finding(
                Self.self, "\(what) \(Quoted.text(fault.link.destination)) leads to nothing that this site publishes", severity: .note, at: fault.link.span,
                evidence: .init(found: fault.link.destination))
        }
        return page.finding(
            Self.self, "\(what) \(Quoted.text(fault.link.destination)) leads nowhere: there is no \(Quoted.text(fault.path))", severity: severity,
            at: fault.link.span, evidence: .init(found: fault.link.destination))
    }
}

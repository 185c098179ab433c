import LocalizationModel

/// An image that lies with another host.
public enum RemoteImage: GroupRule {
    public static let metadata = RuleMetadata(
        id: "remote-image", severity: .note, sign: .structure, scope: .page, issueType: "other",
        summary: "An image lies with another host: the page links to it instead of showing it.",
        explanation: """
            To show it, the reader's browser would ask that host, which so learns who reads which page; the page would look broken without a \
            network, or when the image is moved there. The site asks nothing of other hosts: in the place of the image stands a link with \
            its text and the host's name. What the source has as well is reported once, on the source's page. Copy the image into the \
            content, or allow such images with `remote-images: allow` in hexapla.yml.
            """,
        examples: [
            .bad(("en-US", "The state: ![Build](https://img.example.org/build.svg)"), ("de-DE", "Der Stand: ![Build](badge.svg)")),
            .bad(("en-US", "Look at the form."), ("ja-JP", "フォームをご覧ください。![フォーム](https://example.org/form.png)")),
            .bad(("en-US", "Look at the form."), ("zh-TW", "請查看表單：<img src=\"//example.org/form.png\" alt=\"表單\">")),
            .good(("en-US", "Look at the form: ![The form](form.png)"), ("ru-RU", "Посмотрите на форму: ![Форма](images/form.png)")),
            .good(("en-US", "See [the form](https://example.org/form.png)."), ("zh-CN", "请参阅[表单](https://example.org/form.png)。")),
        ])

    public static func check(_ group: GroupContext) -> [Finding] {
        if group.site?.allowsRemoteImages ?? false { return [] }
        func images(_ page: Page) -> [ContentLink] { page.document.links.filter { $0.kind == .image && RemoteHost.name(of: $0.destination) != nil } }
        let own = group.sourceFile.map(images) ?? []
        let known = Set(own.map(\.destination))
        var findings = group.sourceFile.map { source in own.map { finding($0, source) } } ?? []
        for page in group.shownTranslations { findings += images(page).filter { !known.contains($0.destination) }.map { finding($0, page) } }
        return findings
    }

    private static func finding(_ image: ContentLink, _ page: Page) -> Finding {
        page.finding(
            Self.self, "The image lies with \(Quoted.text(RemoteHost.name(of: image.destination) ?? "")): readers see a link to it", at: image.span,
            evidence: .init(found: image.destination))
    }
}

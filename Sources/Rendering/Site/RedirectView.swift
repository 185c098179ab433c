import LocalizationModel

/// The page at an old address: it leads to the new one, at once where the browser can, else by a link.
public struct RedirectView: TemplateView {
    public var direction: LocaleProfile.Direction = .leftToRight
    public var siteTitle: String
    /// The way from the page to the site's root.
    public var rootPath: String
    /// Relative, percent-encoded.
    public var href: String
    /// What the link is called.
    public var title: String
    /// Absolute where the site's address is known.
    public var canonical: String
    public var strings: InterfaceText

    public init(siteTitle: String, rootPath: String, href: String, title: String, canonical: String, strings: InterfaceText) {
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.href = href
        self.title = title
        self.canonical = canonical
        self.strings = strings
    }

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "href", "linkText", "t",
        ])

    public var value: TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                DocumentHead(
                    strings: strings, direction: direction, title: strings["movedTitle"], siteTitle: siteTitle, rootPath: rootPath, robots: "noindex",
                    canonical: canonical
                ).fields + [
                    .text(href), .text(title), strings.value,
                ]))
    }
}

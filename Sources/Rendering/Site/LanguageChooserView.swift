import LocalizationModel

/// The site's root `index.html`: every language in its own words.
public struct LanguageChooserView: TemplateView {
    public struct Entry: Sendable {
        /// BCP 47.
        public let tag: String
        public let nativeName: String
        public let direction: LocaleProfile.Direction
        /// The first page of the locale.
        public let href: String
        public let mark: StateMark
        /// The interface of this very language.
        public let strings: InterfaceText
        public init(
            tag: String, nativeName: String, direction: LocaleProfile.Direction = .leftToRight, href: String, mark: StateMark,
            strings: InterfaceText
        ) {
            self.tag = tag
            self.nativeName = nativeName
            self.direction = direction
            self.href = href
            self.mark = mark
            self.strings = strings
        }
    }

    public var siteTitle: String
    public var entries: [Entry]
    /// Absolute; nil where the site's address is not known.
    public var canonical: String?
    /// The start page in each language, for search engines.
    public var alternates: [SitePageView.Alternate] = []
    /// The interface of the site's default language.
    public var strings: InterfaceText

    public init(siteTitle: String, entries: [Entry], strings: InterfaceText) {
        self.siteTitle = siteTitle
        self.entries = entries
        self.strings = strings
    }

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "entries", "t",
        ])

    public var value: TemplateValue {
        let direction = entries.first { $0.tag == strings.language }?.direction ?? .leftToRight
        return .object(
            TemplateObject(
                Self.shape,
                DocumentHead(
                    strings: strings, direction: direction, title: strings["chooserTitle"], siteTitle: siteTitle, rootPath: "", canonical: canonical,
                    alternates: alternates
                ).fields + [
                    .list(entries), strings.value,
                ]))
    }
}

extension LanguageChooserView.Entry: TemplateView {
    private static let shape = TemplateShape(["tag", "dir", "nativeName", "href", "state", "t"])
    public var value: TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [.text(tag), .text(direction.rawValue), .text(nativeName), .text(href), mark.value(strings), strings.value]))
    }
}

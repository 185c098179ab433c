import LocalizationModel

/// What a server shows for an address that does not exist. It stands at any depth, so that its addresses count from the root of the host.
public struct NotFoundView: TemplateView {
    /// One language's words.
    public struct Entry: Sendable {
        /// BCP 47.
        public let tag: String
        public let nativeName: String
        public let direction: LocaleProfile.Direction
        /// The first page of the locale.
        public let href: String
        public let strings: InterfaceText
        public init(tag: String, nativeName: String, direction: LocaleProfile.Direction, href: String, strings: InterfaceText) {
            self.tag = tag
            self.nativeName = nativeName
            self.direction = direction
            self.href = href
            self.strings = strings
        }
    }

    public var siteTitle: String
    /// The path of the site on its host, `/docs/`.
    public var rootPath: String
    /// The language in which the page speaks; all of them in that order on the page of the whole site.
    public var entries: [Entry]
    /// Languages that are linked.
    public var languages: [Entry]
    /// The interface of the page's language.
    public var strings: InterfaceText

    public init(siteTitle: String, rootPath: String, entries: [Entry], languages: [Entry], strings: InterfaceText) {
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.entries = entries
        self.languages = languages
        self.strings = strings
    }

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "homeHref", "entries", "hasLanguages", "searchFolder",
            "languages", "t",
        ])
    private static let entryShape = TemplateShape(["tag", "dir", "nativeName", "href", "isFirst", "t"])

    private static func value(_ entry: Entry, isFirst: Bool) -> TemplateValue {
        .object(
            TemplateObject(
                entryShape,
                [.text(entry.tag), .text(entry.direction.rawValue), .text(entry.nativeName), .text(entry.href), .bool(isFirst), entry.strings.value]))
    }

    public var value: TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                DocumentHead(
                    strings: strings, direction: entries.first?.direction ?? .leftToRight, title: strings["notFoundTitle"], siteTitle: siteTitle,
                    rootPath: rootPath, robots: "noindex"
                ).fields + [
                    .text(entries.first?.href ?? rootPath),
                    .list(entries.enumerated().map { Self.value($1, isFirst: $0 == 0) }), .bool(!languages.isEmpty),
                    .optional(entries.count == 1 ? entries[0].tag.lowercased() : nil),
                    .list(languages.map { Self.value($0, isFirst: false) }), strings.value,
                ]))
    }
}

import LocalizationModel

/// A page of the readers' site, all but its look.
///
/// Every `href` is relative to the page itself and percent-encoded, so that the site opens from disk.
public struct SitePageView: TemplateView {
    /// The same page in another language, for search engines.
    public struct Alternate: Hashable, Sendable {
        /// A BCP 47 tag or `x-default`.
        public let language: String
        public let href: String
        public init(language: String, href: String) {
            self.language = language
            self.href = href
        }
    }

    /// A heading in the table of contents.
    public struct ContentsEntry: Hashable, Sendable {
        public let id: String
        /// From 2 for a section of the page.
        public let level: Int
        public let text: String
        /// Of the text, where it is not the page's.
        public let language: TextLanguage?
        public init(id: String, level: Int, text: String, language: TextLanguage? = nil) {
            self.id = id
            self.level = level
            self.text = text
            self.language = language
        }
    }

    /// One language of the switcher.
    public struct SwitcherEntry: Hashable, Sendable {
        public let nativeName: String
        /// BCP 47.
        public let tag: String
        public let href: String
        public let isCurrent: Bool
        public let mark: StateMark
        /// True where the link leads to another language for want of this one.
        public let isFallback: Bool
        public init(nativeName: String, tag: String, href: String, isCurrent: Bool, mark: StateMark, isFallback: Bool = false) {
            self.nativeName = nativeName
            self.tag = tag
            self.href = href
            self.isCurrent = isCurrent
            self.mark = mark
            self.isFallback = isFallback
        }
    }

    /// One quiet line above the text that says how far the page can be trusted.
    public struct Banner: Hashable, Sendable {
        /// Partial, machine, outdated, retired or fallback; the others make no banner.
        public let kind: PageState
        public let text: String
        public let link: PageLink?
        public init(_ kind: PageState, text: String, link: PageLink? = nil) {
            self.kind = kind
            self.text = text
            self.link = link
        }
    }

    /// BCP 47: the language of the page's reader.
    public var language: String
    /// Of title and text, where another language is shown for want of the reader's.
    public var textLanguage: TextLanguage?
    public var direction: LocaleProfile.Direction = .leftToRight
    public var title: String
    public var siteTitle: String
    public var description: String?
    /// The content of the robots meta element.
    public var robots: String?
    /// Absolute where the site's address is known.
    public var canonical: String?
    public var alternates: [Alternate] = []
    /// What is shown where somebody shares the page's address; nil for a page that nobody shares.
    public var preview: LinkPreview?
    /// The feed of the locale's changed pages.
    public var feedHref: String?
    /// The page in all its languages as JSON.
    public var modelHref: String?
    /// JSON-LD in which `<` is escaped.
    public var structuredData: [UInt8] = []
    /// The way from the page to the site's root, `../../` or empty: assets stand there.
    public var rootPath: String
    /// The first page of the locale.
    public var homeHref: String
    /// `RenderedNavigation.html(current:)`; empty for none.
    public var navigation: [UInt8] = []
    public var breadcrumbs: [PageLink] = []
    public var contents: [ContentsEntry] = []
    public var previous: PageLink?
    public var next: PageLink?
    public var switcher: [SwitcherEntry] = []
    public var banners: [Banner] = []
    /// The page's text as HTML, its `h1` included.
    public var body: [UInt8]
    /// True where `body` starts with no `h1` of its own: the template writes the title.
    public var needsHeading = false
    public var provenance: Provenance?
    /// ISO 8601: the day of the page's last change.
    public var updated: String?
    /// Where the page can be edited.
    public var editHref: String?
    /// The name of the locale's folder, in which its search lies; nil for a page without search.
    public var searchFolder: String?
    /// The page's translation report.
    public var reportHref: String?
    /// True where pages show images of other hosts: a content security policy has to let them.
    public var allowsRemoteImages = false
    public var strings: InterfaceText

    public init(language: String, title: String, siteTitle: String, rootPath: String, homeHref: String, body: [UInt8], strings: InterfaceText) {
        self.language = language
        self.title = title
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.homeHref = homeHref
        self.body = body
        self.strings = strings
    }

    // MARK: Value

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "homeHref",
            "navigation", "hasBreadcrumbs", "breadcrumbs", "hasContents", "contents", "previous", "next", "hasNeighbours", "switcher", "currentLanguage",
            "hasBanners",
            "banners", "body", "textLang", "textDir", "needsHeading", "provenance", "editHref", "searchFolder", "reportHref", "preview", "feedHref",
            "modelHref", "structuredData", "updated", "t",
        ])

    private var head: DocumentHead {
        DocumentHead(
            strings: strings, language: language, direction: direction, title: title, siteTitle: siteTitle, rootPath: rootPath, description: description,
            robots: robots, canonical: canonical, alternates: alternates, allowsRemoteImages: allowsRemoteImages)
    }

    public var value: TemplateValue {
        let current = switcher.first(where: \.isCurrent)
        return .object(
            TemplateObject(
                Self.shape,
                head.fields + [
                    .text(homeHref),
                    .html(navigation), .bool(!breadcrumbs.isEmpty), .list(breadcrumbs), .bool(!contents.isEmpty), .list(contents),
                    .optional(previous), .optional(next),
                    .bool(previous != nil || next != nil), .list(switcher.map { $0.value(strings) }),
                    .text(current?.nativeName ?? language), .bool(!banners.isEmpty), .list(banners), .html(body), textLanguage.fields[0],
                    textLanguage.fields[1], .bool(needsHeading),
                    provenance.map(provenanceValue) ?? .bool(false), .optional(editHref), .optional(searchFolder), .optional(reportHref),
                    .optional(preview), .optional(feedHref), .optional(modelHref), .html(structuredData), .optional(updated),
                    strings.value,
                ]))
    }

    private static let provenanceShape = TemplateShape(["commit", "date", "origin"])

    /// Git's short form of an object name has 7 digits.
    private func provenanceValue(_ provenance: Provenance) -> TemplateValue {
        .object(
            TemplateObject(
                Self.provenanceShape,
                [
                    .optional(provenance.sourceCommit.map { String($0.prefix(7)) }), .optional(provenance.handOffDate),
                    .optional(provenance.origin.map { strings[$0.wordKey] }),
                ]))
    }
}

extension SitePageView.Alternate: TemplateView {
    private static let shape = TemplateShape(["language", "href"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(language), .text(href)])) }
}

extension SitePageView.ContentsEntry: TemplateView {
    private static let shape = TemplateShape(["id", "level", "text", "lang", "dir"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(id), .number(level), .text(text)] + language.fields)) }
}

extension SitePageView.Banner: TemplateView {
    private static let shape = TemplateShape(["kind", "symbol", "text", "link"])
    public var value: TemplateValue {
        .object(TemplateObject(Self.shape, [.text(kind.rawValue), .text(kind.symbol), .text(text), .optional(link)]))
    }
}

extension SitePageView.SwitcherEntry {
    private static let shape = TemplateShape(["nativeName", "tag", "href", "isCurrent", "state", "isFallback"])
    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [.text(nativeName), .text(tag), .text(href), .bool(isCurrent), mark.value(strings), .bool(isFallback)]))
    }
}

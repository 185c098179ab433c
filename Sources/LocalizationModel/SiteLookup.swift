/// What a page may ask of the site it stands in. Answers are taken down: with other ones the page is judged again.
public protocol SiteLookup: Sendable {
    /// True where the site shows images of other hosts, by its configuration.
    var allowsRemoteImages: Bool { get }

    /// Where a link leads that stands in a page of this locale.
    func target(of link: ContentLink, in locale: LocaleTag) -> LinkTarget

    /// False where a page surely offers no such anchor: neither one that it sets itself, nor one that any common publishing system would make
    /// of its headings, or of the source's.
    ///
    /// - Parameter anchor: without `#`, percent-decoded.
    func offers(_ anchor: String, at path: String, in locale: LocaleTag) -> Bool

    /// The way from a page through what it includes back to itself, or to what is nested too deep: paths, its own first. Nil where inclusions end.
    func circle(of path: String, in locale: LocaleTag) -> [String]?

    /// What other pages and files stand in the way of a page in the published site; empty where none do.
    func clashes(of path: String) -> [PathClash]

    /// How most pages of a locale say what a page says in another way; nil where most say the same.
    ///
    /// - Parameter subject: `SiteStatement.subject`.
    func prevailing(_ subject: UInt64, in locale: LocaleTag) -> PrevailingWording?
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
    /// A page that the locale has, or shows in the source's language; with the anchor, percent-decoded, where the link has one.
    case page(path: String, locale: LocaleTag, anchor: String?)
    /// Another site, a file, or a place of which the content alone does not tell whether it is there.
    case elsewhere
    /// A place of the content where nothing is. It is `certain` where nothing but a file could be there: an address without a file's
    /// name may be an alias that only the publishing system knows.
    case missing(path: String, isCertain: Bool)
    /// A relative place that the site does not publish: a fragment, a folder without a page, an address that only another publishing system
    /// can make sense of.
    case unpublished(path: String)
}

import LocalizationModel

/// A file that tells other programs than readers' browsers of many pages, or stands where there is no page.
enum ProgramFile: Hashable, Sendable {
    /// What a server shows for an address that does not exist: of one locale, or of the whole site.
    case notFound(LocaleTag?)
    /// All pages as a list of links: of one locale, or of the whole site.
    case llms(LocaleTag?)
    case sitemapIndex([SitemapPart])
    case sitemap(SitemapPart)
    case robots
    /// The pages of a locale that were changed last.
    case feed(LocaleTag)
    /// The page at an old address.
    case redirect(Redirect)
    /// All old addresses, for servers that can redirect themselves.
    case redirectList
}

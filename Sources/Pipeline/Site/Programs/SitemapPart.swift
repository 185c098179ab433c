import LocalizationModel

/// A sitemap of one locale, or a part of it: sitemaps.org allows 50,000 addresses and 50 MB.
struct SitemapPart: Hashable, Sendable {
    let locale: LocaleTag
    /// Counts from 0.
    let number: Int
    /// Of the groups of the content.
    let groups: Range<Int>

    /// At the site's root: a sitemap speaks of addresses below its own folder.
    var file: String { number == 0 ? "sitemap-\(locale.lowercased).xml" : "sitemap-\(locale.lowercased)-\(number + 1).xml" }

    private static let most = (addresses: 50_000, bytes: 50_000_000)
    /// Bytes of the tags round an address and its date, and of its locale.
    private static let markup = 120

    /// All sitemaps of a site. How much each will hold is counted from above, before any page is read.
    static func all(_ tree: ContentTree, _ address: SiteAddress) -> [SitemapPart] {
        var ranges: [Range<Int>] = []
        var (start, addresses, bytes) = (0, 0, 0)
        for (index, group) in tree.groups.enumerated() where !group.isFragment {
            // Percent-encoded and escaped, a byte becomes at most five.
            let length = address.base.utf8.count + 5 * group.path.utf8.count + markup
            // Its own address, those of its languages, the one for all others.
            let size = length * (min(group.files.count, tree.locales.count) + 2)
            if addresses + 1 > most.addresses - 1 || bytes + size > most.bytes - length {
                ranges.append(start..<index)
                (start, addresses, bytes) = (index, 0, 0)
            }
            (addresses, bytes) = (addresses + 1, bytes + size)
        }
        ranges.append(start..<tree.groups.count)
        return tree.locales.flatMap { locale in ranges.enumerated().map { SitemapPart(locale: locale, number: $0, groups: $1) } }
    }
}

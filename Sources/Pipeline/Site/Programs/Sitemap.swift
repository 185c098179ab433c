import LocalizationModel

/// Sitemaps (sitemaps.org, protocol 0.9) with the other languages of each page, in the form that Google documents for `xhtml:link`.
struct Sitemap {
    let site: SiteAddress
    let listing: SiteListing
    let tree: ContentTree

    private static let head: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// The index of all sitemaps that name any page.
    func index(_ parts: [SitemapPart]) -> [UInt8] {
        var out = ByteBuffer()
        out.append(Self.head)
        out.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for part in parts {
            let pages = listing.entries(of: part.groups).lazy.compactMap { $0.page(part.locale) }
            guard !pages.isEmpty || hasRoot(part) else { continue }
            out.append("<sitemap><loc>")
            Self.append(site.of(part.file), to: &out)
            out.append("</loc>")
            Self.append(date: pages.compactMap(\.updated).max(), to: &out)
            out.append("</sitemap>\n")
        }
        out.append("</sitemapindex>\n")
        return out.array
    }

    /// The pages of one locale, each with all its languages.
    func part(_ part: SitemapPart) -> [UInt8] {
        var out = ByteBuffer(capacity: 65_536)
        out.append(Self.head)
        out.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
        if hasRoot(part) { url(site.base, nil, listing.entry(SiteOutline.index), to: &out) }
        let folder = "\(site.base)\(part.locale.lowercased)/"
        for entry in listing.entries(of: part.groups) {
            guard let page = entry.page(part.locale) else { continue }
            url(folder + entry.address, page.updated, entry, to: &out)
        }
        out.append("</urlset>\n")
        return out.array
    }

    /// The choice of languages belongs to none of them: it stands in the first sitemap of the source.
    private func hasRoot(_ part: SitemapPart) -> Bool {
        part.number == 0 && part.locale == (tree.locales.contains(tree.sourceLocale) ? tree.sourceLocale : tree.locales.first)
    }

    private func url(_ address: String, _ date: String?, _ entry: SiteListing.Entry?, to out: inout ByteBuffer) {
        out.append("<url><loc>")
        Self.append(address, to: &out)
        out.append("</loc>")
        Self.append(date: date, to: &out)
        for alternate in entry?.languages.alternates(site, entry?.address ?? "") ?? [] {
            out.append("\n<xhtml:link rel=\"alternate\" hreflang=\"")
            out.append(alternate.language)
            out.append("\" href=\"")
            Self.append(alternate.href, to: &out)
            out.append("\"/>")
        }
        out.append("</url>\n")
    }

    private static func append(date: String?, to out: inout ByteBuffer) {
        guard let date else { return }
        out.append("<lastmod>")
        out.append(date)
        out.append("</lastmod>")
    }

    /// An encoded address holds two characters that mean something in XML.
    private static func append(_ address: String, to out: inout ByteBuffer) {
        var address = address
        address.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices where bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "'") {
                out.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
                out.append(bytes[index] == UInt8(ascii: "&") ? "&amp;" : "&apos;")
                start = index + 1
            }
            out.append(UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// `robots.txt` (RFC 9309): all may be read, and here is what there is.
    static func robots(_ site: SiteAddress) -> [UInt8] { Array("User-agent: *\nAllow: /\n\nSitemap: \(site.of(SitePlan.sitemapIndex))\n".utf8) }
}

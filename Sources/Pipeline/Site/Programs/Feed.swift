import LocalizationModel
import Rendering
import Reporting

/// The pages of a locale that were changed last, as an Atom feed (RFC 4287). Pages of which nobody knows when they changed are not in it.
struct Feed {
    let site: SiteAddress
    let siteTitle: String
    let locale: LocaleTag
    let listing: SiteListing
    let outline: SiteOutline
    let strings: InterfaceText

    private static let most = 50

    private struct Item {
        let entry: SiteListing.Entry
        let description: String?
        let updated: String
    }

    private var items: [Item] {
        let dated = listing.entries.compactMap { entry in
            entry.page(locale).flatMap { page in page.updated.map { Item(entry: entry, description: page.description, updated: $0) } }
        }
        return Array(dated.sorted { ($1.updated, $0.entry.path) < ($0.updated, $1.entry.path) }.prefix(Self.most))
    }

    var bytes: [UInt8] {
        let items = items
        let own = site.of(SitePlan.feed(locale))
        let folder = "\(site.base)\(locale.lowercased)/"
        var xml = XMLWriter(showsControls: false)
        xml.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", locale.description)]) { xml in
            xml.element("id", text: own)
            xml.element("title", text: siteTitle)
            xml.element("subtitle", text: strings["feedTitle"])
            // An element that every feed has (section 4.1.1), even one without an entry.
            xml.element("updated", text: Self.moment(items.first?.updated ?? "1970-01-01"))
            xml.element("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", own)])
            let home = outline.firstPage(in: locale).map { SitePaths.encoded(SitePaths.html($0)) } ?? ""
            xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", folder + home)])
            xml.element("author", []) { $0.element("name", text: siteTitle) }
            for item in items {
                xml.element("entry", []) { xml in
                    // The address of a page is its name for good.
                    xml.element("id", text: folder + item.entry.address)
                    xml.element("title", text: outline.title(of: item.entry.path, in: locale).text)
                    xml.element("updated", text: Self.moment(item.updated))
                    xml.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", folder + item.entry.address)])
                    if let description = item.description { xml.element("summary", text: description) }
                }
            }
        }
        return xml.bytes
    }

    /// A day as RFC 3339 wants it; front matter knows no hours.
    private static func moment(_ day: String) -> String { "\(day)T00:00:00Z" }
}

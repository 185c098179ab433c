import LocalizationModel

/// What the head of every page is made of: the keys of `head.mustache`.
struct DocumentHead {
    let strings: InterfaceText
    /// BCP 47; nil for that of the interface.
    var language: String?
    let direction: LocaleProfile.Direction
    let title: String
    let siteTitle: String
    /// The way from the page to the site's root.
    let rootPath: String
    var description: String?
    /// The content of the robots meta element.
    var robots: String?
    var canonical: String?
    var alternates: [SitePageView.Alternate] = []
    /// True where the Content-Security-Policy has to let images of other hosts.
    var allowsRemoteImages = false

    /// In the order of `fields`.
    static let names = ["lang", "dir", "title", "siteTitle", "rootPath", "description", "robots", "canonical", "alternates", "allowsRemoteImages"]

    var fields: [TemplateValue] {
        [
            .text(language ?? strings.language), .text(direction.rawValue), .text(title), .text(siteTitle), .text(rootPath), .optional(description),
            .optional(robots),
            .optional(canonical), .list(alternates), .bool(allowsRemoteImages),
        ]
    }
}

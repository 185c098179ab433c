import LocalizationModel

/// The addresses of one page in all locales: they differ in nothing but the locale's folder, and are made once.
struct PagePlaces {
    /// Below the locale's folder, percent-encoded.
    let address: String
    /// The way to the site's root from the page in any locale.
    let root: String
    /// Of the page, with a slash at its end.
    private let folder: String
    /// The file's name, percent-encoded: the way from the page to itself.
    private let name: String

    init(_ path: String) {
        let html = SitePaths.html(path)
        let folder = SitePaths.folder(html)
        address = SitePaths.encoded(html)
        name = SitePaths.encoded(SitePaths.relative(from: folder, to: html))
        root = SitePaths.relative(from: "locale/" + folder, to: "")
        self.folder = folder
    }

    /// The way to a start page of the page's own locale.
    func way(toStart page: String) -> String { SitePaths.encoded(SitePaths.relative(from: folder, to: SitePaths.html(page))) }

    /// The way from the page in one locale to the page in another.
    func href(_ locale: LocaleTag, from current: LocaleTag) -> String { locale == current ? name : "\(root)\(locale.lowercased)/\(address)" }
}

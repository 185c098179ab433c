import LocalizationModel
import Rendering

// What a page tells search engines, previews, feed readers and other programs.
extension PageWriter {
    /// - Parameter shown: the page in the locale, or the source's in its place.
    func fill(
        _ view: inout SitePageView, _ locale: LocaleTag, _ shown: Page, _ surroundings: SiteOutline.Surroundings, _ strings: InterfaceText
    ) {
        let isFallback = shown.locale != locale
        guard let facts = facts[shown.locale] else { return }
        view.description = facts.description
        view.robots = facts.robots.content
        view.canonical = canonical(shown.locale, from: locale)
        view.updated = facts.updated
        view.modelHref = places.root + SitePaths.encoded(SitePlan.model(path))
        view.feedHref = context.address == nil ? nil : places.root + SitePlan.feed(locale)
        view.editHref = context.project.editAddress?.of(String(shown.file.dropFirst(context.project.content.count + 1)))
        let preview = preview(view, shown, facts)
        view.preview = preview
        // A fall-back, or a page that must not be found, is in no set of languages and says nothing that its original does not.
        guard let site = context.address, !isFallback, facts.robots.allowsIndexing else { return }
        view.alternates = languageSet.alternates(site, places.address).map { .init(language: $0.language, href: $0.href) }
        let data = StructuredData(
            site: site, siteTitle: view.siteTitle, preview: preview, page: shown, languages: languageSet, address: places.address, source: context.source,
            parents: surroundings.levels.compactMap { level in
                guard let level, let parent = level.path, parent != path else { return nil }
                return (level.title.text, site.of("\(locale.lowercased)/\(SitePaths.html(parent))"))
            },
            requirements: analysed.group.requirements, strings: strings)
        view.structuredData = data.bytes
    }

    /// A fall-back points to its source, even where the site's address is not known.
    private func canonical(_ shown: LocaleTag, from locale: LocaleTag) -> String? {
        if let site = context.address { return "\(site.base)\(shown.lowercased)/\(places.address)" }
        return shown == locale ? nil : places.href(shown, from: locale)
    }

    private func preview(_ view: SitePageView, _ shown: Page, _ facts: PageFacts) -> LinkPreview {
        var preview = LinkPreview(title: view.title, siteTitle: view.siteTitle)
        preview.description = facts.description
        preview.updated = facts.updated
        preview.locale = LinkPreview.name(shown.locale)
        preview.otherLocales = languageSet.locales.filter { $0 != shown.locale }.compactMap(LinkPreview.name)
        if let site = context.address {
            preview.url = view.canonical
            preview.image = image(shown).map(site.of)
        }
        return preview
    }

    /// The keys of front matter that name a picture of the page.
    private static let imageKeys = ["image", "og_image", "thumbnail"]

    /// The picture that the front matter names, where it is a file of the site.
    private func image(_ page: Page) -> String? {
        guard let text = Self.imageKeys.lazy.compactMap({ page.metadata.text($0) }).first else { return nil }
        guard case .file(let path, let locale) = lookup.resolver(page.locale, file: path).place(LinkResolver.Address(text), isFile: true) else { return nil }
        return "\(locale.lowercased)/\(path)"
    }
}

import LocalizationModel
import Rendering

/// Makes the files that programs ask for.
struct ProgramFiles {
    let context: SiteContext
    let listing: SiteListing

    init(_ context: SiteContext, _ listings: [GroupListing]) {
        self.context = context
        listing = SiteListing(context.tree, listings)
    }

    func bytes(_ file: ProgramFile) throws(HexaplaError) -> [UInt8] {
        switch file {
        case .notFound(let locale): return try notFound(locale)
        case .llms(let locale):
            let list = LLMSText(context: context, listing: listing)
            return if let locale { try list.text(of: locale) } else { try list.whole() }
        case .redirect(let redirect): return try self.redirect(redirect)
        case .redirectList: return redirectList
        case .sitemapIndex(let parts): return sitemap?.index(parts) ?? []
        case .sitemap(let part): return sitemap?.part(part) ?? []
        case .robots: return context.address.map(Sitemap.robots) ?? []
        case .feed(let locale): return try feed(locale)
        }
    }

    /// The start page in each language, for the page on which one is chosen.
    func alternatesOfStart(_ site: SiteAddress) -> [SitePageView.Alternate] {
        let start = listing.entry(SiteOutline.index)
        return (start?.languages.alternates(site, start?.address ?? "") ?? []).map { .init(language: $0.language, href: $0.href) }
    }

    // MARK: What needs whole addresses

    private var sitemap: Sitemap? { context.address.map { Sitemap(site: $0, listing: listing, tree: context.tree) } }

    private func feed(_ locale: LocaleTag) throws(HexaplaError) -> [UInt8] {
        guard let site = context.address else { return [] }
        return Feed(
            site: site, siteTitle: context.project.title, locale: locale, listing: listing, outline: context.outline, strings: try context.strings(locale)
        ).bytes
    }

    // MARK: Missing addresses

    private func notFound(_ locale: LocaleTag?) throws(HexaplaError) -> [UInt8] {
        var languages: [NotFoundView.Entry] = []
        for locale in context.tree.locales { languages.append(try entry(locale)) }
        // The whole site speaks the source's language first.
        let first = (locale ?? context.source).description
        let own = languages.filter { $0.tag == first } + (locale == nil ? languages.filter { $0.tag != first } : [])
        let view = NotFoundView(
            siteTitle: context.project.title, rootPath: SiteAddress.root(context.address), entries: own,
            languages: locale.map { locale in languages.filter { $0.tag != locale.description } } ?? [],
            strings: try context.strings(locale ?? LocaleTag(own.first?.tag ?? "") ?? context.source))
        return try context.renderer.notFound(view)
    }

    private func entry(_ locale: LocaleTag) throws(HexaplaError) -> NotFoundView.Entry {
        let profile = context.profile(locale)
        let home = context.outline.firstPage(in: locale).map(SitePaths.html) ?? ""
        return .init(
            tag: locale.description, nativeName: profile.nativeName, direction: profile.direction,
            href: SiteAddress.root(context.address) + SitePaths.encoded("\(locale.lowercased)/\(home)"), strings: try context.strings(locale))
    }

    // MARK: Old addresses

    private func redirect(_ redirect: Redirect) throws(HexaplaError) -> [UInt8] {
        let locale = LocaleTag(redirect.locale) ?? context.source
        let root = context.root(from: redirect.file)
        let anchor = SitePaths.encodedAddress(redirect.anchor)
        let href = Self.quoteless(SitePaths.encoded(root + redirect.target)) + anchor
        let title = redirect.page.map { context.outline.title(of: $0, in: locale).text } ?? redirect.target
        let canonical = context.address?.of(redirect.target) ?? Self.quoteless(SitePaths.encoded(root + redirect.target))
        var view = RedirectView(
            siteTitle: context.project.title, rootPath: root, href: href, title: title, canonical: canonical, strings: try context.strings(locale))
        view.direction = context.profile(locale).direction
        return try context.renderer.redirect(view)
    }

    /// A quotation mark at its start would be none of the address (HTML Living Standard, "shared declarative refresh steps").
    private static func quoteless(_ address: String) -> String { address.replacing("'", with: "%27") }

    /// The form that Netlify and Cloudflare Pages read, an address a line. In it `*` and `:` mean something: such addresses have their page only.
    private var redirectList: [UInt8] {
        let root = SiteAddress.root(context.address)
        var text = ""
        for redirect in context.plan.redirects where !redirect.address.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: ":") }) {
            let target = root + SitePaths.encoded(redirect.target) + SitePaths.encodedAddress(redirect.anchor)
            // An address without a file's name is asked for with a slash at its end and without.
            let asked = [redirect.address] + (redirect.file == redirect.address + "/index.html" ? [redirect.address + "/"] : [])
            for address in asked { text += "\(root)\(SitePaths.encoded(address)) \(target) 301\n" }
        }
        return Array(text.utf8)
    }
}

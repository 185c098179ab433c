import LocalizationModel
import Rendering

/// All pages as a list of links in Markdown, for programs that read text (llmstxt.org): a title, a summary, a section for each folder, or, for
/// the whole site, for each language.
struct LLMSText {
    let context: SiteContext
    let listing: SiteListing

    private func address(_ file: String, from root: String) -> String {
        let address = context.address?.of(file) ?? SitePaths.encoded(root + file)
        guard address.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }) else { return address }
        return address.replacing("(", with: "%28").replacing(")", with: "%29")
    }

    // MARK: Of a locale

    func text(of locale: LocaleTag) throws(HexaplaError) -> [UInt8] {
        let strings = try context.strings(locale)
        var text = head(locale)
        var folder: String?
        let pages = pages(locale)
        for (entry, page) in pages {
            if entry.folder != folder {
                folder = entry.folder
                let title = entry.folder.isEmpty ? strings["overview"] : context.outline.sectionTitle(String(entry.folder.dropLast()), in: locale).text
                text += "\n## \(Self.line(title))\n\n"
            }
            text += link(entry, page, locale, from: "../")
        }
        return Array(text.utf8)
    }

    // MARK: Of the whole site

    /// A large site names its locales' lists only.
    func whole() throws(HexaplaError) -> [UInt8] {
        var text = head(context.source)
        // What all others are made from comes first.
        for locale in context.tree.locales.filter({ $0 == context.source }) + context.tree.translationLocales {
            let strings = try context.strings(locale)
            text += "\n## \(Self.line(context.profile(locale).nativeName)) (\(locale))\n\n"
            text += "- [\(Self.escaped(strings["navigation"]))](\(address(SitePlan.llms(locale), from: "")))\n"
            if !SiteFolders.isLarge(context.tree.groups.count) { for (entry, page) in pages(locale) { text += link(entry, page, locale, from: "") } }
        }
        // The name by which the format knows what may be left out.
        text += "\n## Optional\n\n- [\(SitePlan.modelIndex)](\(address(SitePlan.modelIndex, from: "")))\n"
        if let site = context.address { text += "- [\(SitePlan.sitemapIndex)](\(site.of(SitePlan.sitemapIndex)))\n" }
        return Array(text.utf8)
    }

    // MARK: Parts

    private func head(_ locale: LocaleTag) -> String {
        let summary = listing.entry(SiteOutline.index)?.pages[locale]?.description
        return "# \(Self.line(context.project.title))\n" + (summary.map { "\n> \(Self.line($0))\n" } ?? "")
    }

    /// In reading order.
    private func pages(_ locale: LocaleTag) -> [(SiteOutline.Entry, PageListing)] {
        let known = Dictionary(listing.entries.compactMap { entry in entry.page(locale).map { (entry.path, $0) } }, uniquingKeysWith: { first, _ in first })
        return context.outline.readingOrder(in: locale).compactMap { entry in known[entry.path].map { (entry, $0) } }
    }

    private func link(_ entry: SiteOutline.Entry, _ page: PageListing, _ locale: LocaleTag, from root: String) -> String {
        let address = address("\(locale.lowercased)/\(SitePaths.html(entry.path))", from: root)
        let link = "- [\(Self.escaped(context.outline.title(entry, in: locale).text))](\(address))"
        return link + (page.description.map { ": \(Self.line($0))\n" } ?? "\n")
    }

    /// One line: what would end it is a space.
    private static func line(_ text: String) -> String {
        text.utf8.contains { $0 < 0x20 } ? String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self) : text
    }

    /// The text of a link: brackets in it stand for themselves.
    private static func escaped(_ text: String) -> String {
        let line = line(text)
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else { return line }
        return line.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
}

import LocalizationModel

/// The languages of a page that search engines may offer their users. The set is the same on each of these pages and names each of them;
/// fall-backs and pages that must not be found are in none (Google Search Central, "Localized versions of your pages").
struct LanguageSet: Sendable {
    /// In the order of the tags.
    let locales: [LocaleTag]
    /// What users of all other languages get.
    let others: Others?

    enum Others: Hashable, Sendable {
        /// The page in the source's language.
        case page(LocaleTag)
        /// The site's root, where a language is chosen.
        case root
    }

    /// - Parameters:
    ///   - path: of the page in the content.
    ///   - indexed: the locales that have the page themselves and let it be found.
    init(_ path: String, indexed: some Sequence<LocaleTag>, source: LocaleTag) {
        locales = indexed.sorted()
        others = path == SiteOutline.index ? .root : locales.contains(source) ? .page(source) : nil
    }

    /// A page in one language has no others to offer.
    var isSeveral: Bool { locales.count > 1 }

    /// Language and address of each page; empty where there is but one.
    ///
    /// - Parameter address: of the page below its locale's folder, percent-encoded.
    func alternates(_ site: SiteAddress, _ address: String) -> [(language: String, href: String)] {
        guard isSeveral else { return [] }
        func href(_ locale: LocaleTag) -> String { "\(site.base)\(locale.lowercased)/\(address)" }
        let own = locales.map { (language: $0.description, href: href($0)) }
        switch others {
        case .page(let locale): return own + [("x-default", href(locale))]
        case .root: return own + [("x-default", site.base)]
        case nil: return own
        }
    }
}

import LocalizationModel

/// All pages of the site as other programs are told of them.
struct SiteListing {
    /// One page in its languages.
    struct Entry {
        let path: String
        /// Below the locale's folder, percent-encoded.
        let address: String
        let pages: [LocaleTag: PageListing]
        let languages: LanguageSet

        /// What there is to tell of the page in a locale; nil for a fall-back, and for a page that must not be found.
        func page(_ locale: LocaleTag) -> PageListing? { pages[locale].flatMap { $0.isIndexed ? $0 : nil } }
    }

    /// In the order of the content's groups; without fragments.
    let entries: [Entry]
    /// The groups before each: the place of `entries` that a group's place stands for.
    private let places: [Int]

    init(_ tree: ContentTree, _ listings: [GroupListing]) {
        var entries: [Entry] = []
        var places = [0]
        for (group, listing) in zip(tree.groups, listings) {
            if !group.isFragment {
                let pages = Dictionary(listing.pages.map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
                entries.append(
                    Entry(
                        path: group.path, address: SitePaths.encoded(SitePaths.html(group.path)), pages: pages,
                        languages: LanguageSet(group.path, indexed: pages.values.lazy.filter(\.isIndexed).map(\.locale), source: tree.sourceLocale)))
            }
            places.append(entries.count)
        }
        self.entries = entries
        self.places = places
    }

    /// The entries of some groups.
    func entries(of groups: Range<Int>) -> ArraySlice<Entry> {
        guard groups.upperBound < places.count else { return [] }
        return entries[places[groups.lowerBound]..<places[groups.upperBound]]
    }

    /// The entry of a page.
    func entry(_ path: String) -> Entry? { entries.first { $0.path == path } }
}

import LocalizationModel

/// The pages that readers of each locale can search, with where their terms lie now and lay when the site was written last.
struct SearchedPages: Sendable {
    private let byLocale: [LocaleTag: SiteSearch.Pages]

    /// - Parameters:
    ///   - groups: as this build leaves them, in the order of the tree.
    ///   - before: the same as the last build left them.
    ///   - files: of the last build, those that belong to no group.
    init(
        _ plan: SitePlan, _ tree: ContentTree, groups: [KnownProject.Group], before: [KnownProject.Group?], files: [String: KnownProject.SiteFile],
        _ output: OutputFolder
    ) {
        var byLocale = Dictionary(uniqueKeysWithValues: tree.locales.map { ($0, SiteSearch.Pages(locale: $0)) })
        for (place, group) in tree.groups.enumerated() where !group.isFragment {
            let old = Dictionary(uniqueKeysWithValues: Self.terms(before[place]?.site, plan, group))
            let address = SitePaths.encoded(SitePaths.html(group.path))
            for (locale, terms) in Self.terms(groups[place].site, plan, group) {
                byLocale[locale]?.pages.append(.init(address: address, terms: terms, before: old[locale]))
            }
        }
        let indices = files.filter { SiteSearch.isIndex($0.key) }
        for locale in tree.locales {
            let own = indices.filter { $0.key.hasPrefix(SiteSearch.folder(locale) + "/") }
            // Where one of them is gone or was changed, all are made anew.
            if own.allSatisfy({ output.stamp($0.key) == $0.value.stamp }) { byLocale[locale]?.known = own }
        }
        self.byLocale = byLocale
    }

    func pages(in locale: LocaleTag) -> SiteSearch.Pages { byLocale[locale] ?? .init(locale: locale) }

    private static func terms(_ site: KnownProject.SiteRecord?, _ plan: SitePlan, _ group: ContentTree.Group) -> [(LocaleTag, RecordStore.Range)] {
        guard let site else { return [] }
        let made = zip(plan.files(of: group), site.outputs).compactMap { file, stamp -> LocaleTag? in
            if case .search(let locale) = file.content, stamp != nil { locale } else { nil }
        }
        return Array(zip(made, site.terms))
    }
}

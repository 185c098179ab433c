import FileSystem
import LocalizationModel
import MarkdownSource
import Rendering

/// Writes one page of the readers' site, in one locale.
struct PageWriter {
    let context: SiteContext
    let analysed: AnalysedGroup
    private let statuses: [LocaleTag: LocaleStatus]
    private let findingsByLocale: [LocaleTag: [Finding]]
    private let sourceIDs: HeadingIDs?
    let places: PagePlaces
    /// What the pages tell other programs, by the locale that they are in; without fall-backs.
    let facts: [LocaleTag: PageFacts]
    /// The languages that search engines may offer.
    let languageSet: LanguageSet
    /// The languages a reader can choose from, on each page of the group the same.
    private var languages: [Language] = []

    private struct Language {
        let locale: LocaleTag
        let nativeName: String
        let mark: StateMark
        let isFallback: Bool
    }
    private let reads: SiteReadsRecorder
    let lookup: GroupLookup

    /// - Parameters:
    ///   - reads: takes down which fragments the pages include.
    ///   - lookup: the site as the pages see it.
    init(_ context: SiteContext, _ analysed: AnalysedGroup, reads: SiteReadsRecorder, lookup: GroupLookup) {
        self.reads = reads
        self.lookup = lookup
        self.context = context
        places = PagePlaces(analysed.group.path)
        self.analysed = analysed
        statuses = Dictionary(PageStatus.of(analysed).map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
        findingsByLocale = Dictionary(grouping: analysed.findings.filter { $0.suppression == nil }, by: \.locale)
        sourceIDs = analysed.group.source.map { HeadingIDs($0.page.document, segments: $0.page.segments, bitext: nil, source: nil) }
        let own = analysed.group.translations.map(\.page) + (analysed.group.source.map { $0.isRecovered ? [] : [$0.page] } ?? [])
        let facts = Dictionary(own.map { ($0.locale, PageFacts($0, context.profile($0.locale))) }, uniquingKeysWith: { first, _ in first })
        let published = facts.keys.filter(context.tree.locales.contains)
        languageSet = LanguageSet(
            analysed.group.path, indexed: published.filter { facts[$0]?.robots.allowsIndexing ?? true }, source: context.source)
        self.facts = facts
        languages = context.tree.locales.compactMap(language)
    }

    /// What is told of the pages to other programs.
    var listing: GroupListing {
        GroupListing(analysed.isFragment ? [] : context.tree.locales.compactMap { locale in facts[locale]?.listing(locale) })
    }

    var path: String { analysed.group.path }
    private var sourcePage: Page? { analysed.group.source.flatMap { $0.isRecovered ? nil : $0.page } }

    /// A page, and what readers can search of it.
    struct Written {
        let bytes: [UInt8]
        let searched: SearchPage
    }

    /// The page in a locale: its own, or the source's in its place; nil where there is neither.
    func page(_ locale: LocaleTag) throws(HexaplaError) -> Written? {
        let translation = analysed.group.translations.first { $0.page.locale == locale }
        guard let shown = translation?.page ?? sourcePage else { return nil }
        let strings = try context.strings(locale)
        let ids = HeadingIDs(shown.document, segments: shown.segments, bitext: translation?.bitext, source: sourceIDs)
        let surroundings = context.outline.surroundings(of: path, in: locale)
        var view = SitePageView(
            language: locale.description, title: shown.metadata.text("title") ?? surroundings.title,
            siteTitle: context.project.title, rootPath: places.root, homeHref: places.home, body: try body(shown, translation, ids, locale, strings),
            strings: strings)
        view.searchFolder = locale.lowercased
        view.direction = context.profile(locale).direction
        view.navigation = try context.navigation(of: path, in: locale).html(current: places.address)
        view.breadcrumbs = breadcrumbs(surroundings)
        view.contents = contents(shown, ids)
        (view.previous, view.next) = (surroundings.previous.map(link), surroundings.next.map(link))
        view.switcher = switcher(locale)
        view.banners = banners(locale, translation, strings)
        fill(&view, locale, shown, surroundings, strings)
        view.needsHeading = !shown.segments.contains { segment in shown.document.blocks[segment.block].kind == .heading(level: 1) }
        view.provenance = translation?.page.provenance.sourceCommit == nil ? nil : translation?.page.provenance
        view.reportHref = translation == nil ? nil : reportHref(locale)
        let searched = SearchPage(
            address: places.address, title: view.title, folder: surroundings.folder, language: shown.locale == locale ? nil : shown.locale, body: view.body)
        return Written(bytes: try context.renderer.page(view), searched: searched)
    }

    // MARK: Body

    private func body(_ page: Page, _ translation: PageGroup.Translation?, _ ids: HeadingIDs, _ locale: LocaleTag, _ strings: InterfaceText)
        throws(HexaplaError) -> [UInt8]
    {
        let foreign = ForeignPassages(page, translation?.bitext)
        let renderer = BodyRenderer(context: context, locale: locale, pagePath: path, strings: strings, reads: reads, lookup: lookup)
        var html = try renderer.html(
            page, tree: analysed.trees[page.locale], ids: ids.ids, foreign: foreign, requirements: analysed.group.requirements)
        // A fall-back is in the source's language as a whole (WCAG 2.2, success criterion 3.1.2).
        if page.locale != locale {
            html = Array("<div lang=\"\(page.locale)\" dir=\"\(context.profile(page.locale).direction.rawValue)\">\n".utf8) + html + Array("</div>\n".utf8)
        }
        return html
    }

    private func contents(_ page: Page, _ ids: HeadingIDs) -> [SitePageView.ContentsEntry] {
        page.segments.compactMap { segment in
            guard case .heading(let level) = page.document.blocks[segment.block].kind, (2...3).contains(level), let id = ids.ids[segment.block] else {
                return nil
            }
            return .init(id: id, level: level, text: segment.facts.plain)
        }
    }

    // MARK: Round the text

    private func reportHref(_ locale: LocaleTag) -> String { places.root + SitePaths.encoded(ReportWriter.file(locale, path)) }

    private func breadcrumbs(_ surroundings: SiteOutline.Surroundings) -> [PageLink] {
        guard let folder = surroundings.folder else { return [] }
        return [PageLink(surroundings.home ?? context.project.title, href: surroundings.home == nil ? nil : places.home), PageLink(folder, href: nil)]
    }

    private func link(_ neighbour: SiteOutline.Neighbour) -> PageLink {
        PageLink(neighbour.title, href: SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(path), to: SitePaths.html(neighbour.path))))
    }

    private func switcher(_ current: LocaleTag) -> [SitePageView.SwitcherEntry] {
        languages.map { language in
            SitePageView.SwitcherEntry(
                nativeName: language.nativeName, tag: language.locale.description, href: places.href(language.locale, from: current),
                isCurrent: language.locale == current, mark: language.mark, isFallback: language.isFallback)
        }
    }

    /// Nil where there is nothing to show in its place.
    private func language(_ locale: LocaleTag) -> Language? {
        let state = state(locale)
        if state == .fallback, sourcePage == nil { return nil }
        let percent = state == .source || state == .fallback ? nil : statuses[locale]?.percent
        return Language(
            locale: locale, nativeName: context.profile(locale).nativeName, mark: StateMark(state, percent: percent), isFallback: state == .fallback)
    }

    /// The counts of a translation; nil for a locale that has none and lacks none.
    func status(_ locale: LocaleTag) -> LocaleStatus? { statuses[locale] }

    /// The one state a reader is told beside the language's name: the gravest.
    func state(_ locale: LocaleTag) -> PageState {
        if locale == context.source, sourcePage != nil { return .source }
        guard let page = analysed.group.translations.first(where: { $0.page.locale == locale })?.page else { return .fallback }
        let status = statuses[locale] ?? LocaleStatus(locale: locale)
        if page.document.isWithdrawn { return .retired }
        if page.provenance.origin == .machine { return .machine }
        if status.untranslated + status.partial + status.missing > 0 { return .partial }
        return isOutdated(locale) ? .outdated : .translated
    }

    private func isOutdated(_ locale: LocaleTag) -> Bool { findings(locale).contains { $0.rule == "stale-page" } }

    func findings(_ locale: LocaleTag) -> [Finding] { findingsByLocale[locale] ?? [] }

    private func banners(_ locale: LocaleTag, _ translation: PageGroup.Translation?, _ strings: InterfaceText) -> [SitePageView.Banner] {
        guard let translation else {
            guard sourcePage != nil, locale != context.source else { return [] }
            let names = ["language": context.profile(locale).nativeName, "shown": context.profile(context.source).nativeName]
            return [.init(.fallback, text: strings.fill("bannerFallback", names), link: PageLink(strings["bannerFallbackLink"], href: places.home))]
        }
        let report = reportHref(locale)
        var banners: [SitePageView.Banner] = []
        let status = statuses[locale] ?? LocaleStatus(locale: locale)
        if findings(locale).contains(where: { $0.rule == "retired-page" }) {
            banners.append(
                .init(
                    .retired, text: strings["bannerRetired"],
                    link: PageLink(strings["bannerRetiredLink"], href: places.home)))
        }
        if translation.page.provenance.origin == .machine {
            let original = sourcePage == nil ? nil : PageLink(strings["bannerMachineLink"], href: places.href(context.source, from: locale))
            banners.append(.init(.machine, text: strings["bannerMachine"], link: original))
        }
        let open = status.untranslated + status.partial + status.missing
        if open > 0 {
            let counts = ["untranslated": strings.number(open), "total": strings.number(open + status.translated)]
            banners.append(.init(.partial, text: strings.fill("bannerPartial", counts), link: PageLink(strings["bannerPartialLink"], href: report)))
        }
        if isOutdated(locale) {
            let changes = findings(locale).count { $0.sign == .outdated && $0.rule != "retired-page" || $0.rule == "missing-segment" }
            banners.append(
                .init(
                    .outdated, text: strings.fill("bannerOutdated", ["changes": strings.number(changes)]),
                    link: PageLink(strings["bannerOutdatedLink"], href: report)))
        }
        return banners
    }
}

/// Passages of a page that are in the source's language.
struct ForeignPassages {
    /// Blocks that are foreign as a whole.
    private(set) var blocks: Set<Int> = []
    /// Spans inside blocks that are the page's own otherwise.
    private(set) var spans: [SourceSpan] = []

    init(_ page: Page, _ bitext: Bitext?) {
        guard let bitext else { return }
        var byBlock: [Int: [Int]] = [:]
        for unit in bitext.units where unit.state == .untranslated {
            for index in unit.target { byBlock[bitext.target[index].block, default: []].append(index) }
        }
        let sizes = Dictionary(bitext.target.map { ($0.block, 1) }, uniquingKeysWith: +)
        for (block, indices) in byBlock {
            if indices.count == sizes[block] {
                blocks.insert(block)
            } else if page.document.blocks[block].kind != .html {
                spans += indices.map { bitext.target[$0].span }
            }
        }
    }
}

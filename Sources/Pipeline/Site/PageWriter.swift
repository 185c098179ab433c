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
    init(_ context: SiteContext, _ analysed: AnalysedGroup, reads: SiteReadsRecorder, lookup: GroupLookup) throws(HexaplaError) {
        self.reads = reads
        self.lookup = lookup
        self.context = context
        places = PagePlaces(analysed.group.path)
        self.analysed = analysed
        statuses = Dictionary(PageStatus.of(analysed).map { ($0.locale, $0) }, uniquingKeysWith: { first, _ in first })
        findingsByLocale = Dictionary(grouping: analysed.findings.filter { $0.suppression == nil }, by: \.locale)
        sourceIDs = analysed.group.source.map {
            HeadingIDs($0.page.document, segments: $0.page.segments, bitext: nil, source: nil, taken: context.templateIDs)
        }
        var facts: [LocaleTag: PageFacts] = [:]
        for page in analysed.group.translations.map(\.page) + (analysed.group.source.map { $0.isRecovered ? [] : [$0.page] } ?? [])
        where !analysed.isFragment {
            facts[page.locale] = try PageFacts(page, context.profile(page.locale), context.history)
        }
        let published = facts.keys.filter(context.tree.locales.contains)
        languageSet = LanguageSet(
            analysed.group.path, indexed: published.filter { facts[$0]?.robots.allowsIndexing ?? true }, source: context.source)
        self.facts = facts
        languages = context.tree.locales.compactMap(language)
    }

    /// What is told of the pages to other programs.
    var listing: GroupListing {
        GroupListing(context.tree.locales.compactMap { locale in facts[locale]?.listing(locale) })
    }

    var path: String { analysed.group.path }
    var sourcePage: Page? { analysed.group.source.flatMap { $0.isRecovered ? nil : $0.page } }

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
        let ids = HeadingIDs(shown.document, segments: shown.segments, bitext: translation?.bitext, source: sourceIDs, taken: context.templateIDs)
        let surroundings = context.outline.surroundings(of: path, in: locale)
        let foreign = ForeignPassages(shown, translation?.bitext)
        var view = SitePageView(
            language: locale.description, title: shown.metadata.text("title") ?? surroundings.title.text,
            siteTitle: context.project.title, rootPath: places.root, homeHref: home(locale), body: try body(shown, foreign, ids, locale),
            strings: strings)
        view.searchFolder = locale.lowercased
        // A fall-back is in the source's language as a whole.
        view.textLanguage = context.language(shown.locale, in: locale)
        view.direction = context.profile(locale).direction
        view.navigation = try context.navigation(of: path, in: locale).html(current: places.address)
        view.breadcrumbs = breadcrumbs(surroundings, in: locale)
        view.contents = contents(shown, foreign, ids, in: locale)
        (view.previous, view.next) = (surroundings.previous.map { link($0, in: locale) }, surroundings.next.map { link($0, in: locale) })
        view.switcher = switcher(locale)
        view.banners = banners(locale, translation, strings)
        fill(&view, locale, shown, surroundings, strings)
        view.needsHeading = !shown.segments.contains { segment in shown.document.blocks[segment.block].kind == .heading(level: 1) }
        view.provenance = translation?.page.provenance.sourceCommit == nil ? nil : translation?.page.provenance
        view.allowsRemoteImages = context.project.allowsRemoteImages
        view.reportHref = translation == nil ? nil : reportHref(locale)
        let searched = SearchPage(
            address: places.address, title: view.title, folder: surroundings.levels.last??.title.text, language: shown.locale == locale ? nil : shown.locale,
            body: view.body)
        return Written(bytes: try context.renderer.page(view), searched: searched)
    }

    // MARK: Body

    /// The text of a page with the words of its own language round it, whatever its reader's is.
    private func body(_ page: Page, _ foreign: ForeignPassages, _ ids: HeadingIDs, _ locale: LocaleTag) throws(HexaplaError) -> [UInt8] {
        let renderer = BodyRenderer(
            context: context, locale: locale, pagePath: path, strings: try context.strings(page.locale), reads: reads, lookup: lookup)
        return try renderer.html(page, tree: analysed.trees[page.locale], ids: ids, foreign: foreign, requirements: analysed.group.requirements)
    }

    private func contents(_ page: Page, _ foreign: ForeignPassages, _ ids: HeadingIDs, in locale: LocaleTag) -> [SitePageView.ContentsEntry] {
        let language = context.language(page.locale, in: locale)
        let foreignLanguage = context.language(context.source, in: locale)
        return page.segments.compactMap { segment in
            guard case .heading(let level) = page.document.blocks[segment.block].kind, (2...3).contains(level), let id = ids.ids[segment.block] else {
                return nil
            }
            return .init(
                id: id, level: level, text: segment.facts.plain, language: foreign.blocks.contains(segment.block) ? foreignLanguage : language)
        }
    }

    // MARK: Round the text

    func reportHref(_ locale: LocaleTag) -> String { places.root + SitePaths.encoded(ReportWriter.file(locale, path)) }

    private func breadcrumbs(_ surroundings: SiteOutline.Surroundings, in locale: LocaleTag) -> [PageLink] {
        surroundings.levels.map { level in
            guard let level else { return PageLink(context.project.title, href: nil) }
            let isCurrent = level.path == path
            return PageLink(
                level.title.text, href: isCurrent ? nil : level.path.map(href), language: context.language(level.title.language, in: locale),
                isCurrent: isCurrent)
        }
    }

    private func link(_ neighbour: SiteOutline.Neighbour, in locale: LocaleTag) -> PageLink {
        PageLink(neighbour.title.text, href: href(neighbour.path), language: context.language(neighbour.title.language, in: locale))
    }

    /// The way to the first page that readers of a locale see.
    func home(_ locale: LocaleTag) -> String { places.way(toStart: context.outline.start(in: locale)) }

    /// The way to another page of the same locale.
    private func href(_ other: String) -> String {
        SitePaths.encoded(SitePaths.relative(from: SitePaths.folder(path), to: SitePaths.html(other)))
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

    /// A page that follows an older source, as its front matter or the history tells.
    func isOutdated(_ locale: LocaleTag) -> Bool { findings(locale).contains { $0.rule == "stale-page" || $0.isStale } }

    func findings(_ locale: LocaleTag) -> [Finding] { findingsByLocale[locale] ?? [] }
}

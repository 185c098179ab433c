import LocalizationModel
import Rendering

/// What a reader is told of the state of a page: a quiet line each, with a way to learn more.
extension PageWriter {
    func banners(_ locale: LocaleTag, _ translation: PageGroup.Translation?, _ strings: InterfaceText) -> [SitePageView.Banner] {
        guard let translation else { return fallback(locale, strings) }
        let status = status(locale) ?? LocaleStatus(locale: locale)
        var banners: [SitePageView.Banner] = []
        if findings(locale).contains(where: { $0.rule == "retired-page" }) {
            banners.append(.init(.retired, text: strings["bannerRetired"], link: PageLink(strings["bannerRetiredLink"], href: home(locale))))
        }
        if translation.page.provenance.origin == .machine {
            let original = sourcePage == nil ? nil : PageLink(strings["bannerMachineLink"], href: places.href(context.source, from: locale))
            banners.append(.init(.machine, text: strings["bannerMachine"], link: original))
        }
        let open = status.untranslated + status.partial + status.missing
        if open > 0 {
            let counts = ["untranslated": strings.number(open), "total": strings.number(open + status.translated)]
            banners.append(
                .init(
                    .partial, text: strings.fill("bannerPartial", counts),
                    link: PageLink(strings["bannerPartialLink"], href: reportHref(locale) + Self.openUnits)))
        }
        if isOutdated(locale) { banners.append(outdated(locale, strings)) }
        return banners
    }

    /// The report's filters, as its address has them: without a script the page is shown from its beginning, and whole.
    private static let openUnits = "?state=untranslated&state=partial&state=missing#bitext"
    private static let staleUnits = "?state=stale#bitext"
    /// Where the report says what it found of the page as a whole.
    private static let pageFindings = "#page-findings"

    /// Says how many sentences changed where that is known, and leads to them.
    private func outdated(_ locale: LocaleTag, _ strings: InterfaceText) -> SitePageView.Banner {
        let changes = findings(locale).count(where: \.isStale)
        let text = changes == 0 ? strings["bannerOlder"] : strings.fill("bannerOutdated", ["changes": strings.number(changes)])
        let place = changes == 0 ? Self.pageFindings : Self.staleUnits
        return .init(.outdated, text: text, link: PageLink(strings["bannerOutdatedLink"], href: reportHref(locale) + place))
    }

    /// Another language is shown for want of the reader's.
    private func fallback(_ locale: LocaleTag, _ strings: InterfaceText) -> [SitePageView.Banner] {
        guard sourcePage != nil, locale != context.source else { return [] }
        let names = ["language": context.profile(locale).nativeName, "shown": context.profile(context.source).nativeName]
        return [.init(.fallback, text: strings.fill("bannerFallback", names), link: PageLink(strings["bannerFallbackLink"], href: home(locale)))]
    }
}

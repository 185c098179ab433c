import FrontMatter
import LocalizationModel

/// What a page tells other programs of itself, in its own language.
struct PageFacts: Sendable {
    let robots: RobotsDirectives
    /// Plain text.
    let description: String?
    /// ISO 8601: the day of the last change.
    let updated: String?

    init(_ page: Page, _ profile: LocaleProfile) {
        robots = RobotsDirectives(page.metadata)
        description = PageDescription.of(page, profile)
        updated = FrontMatterReader.lastChange(of: page.metadata)
    }

    func listing(_ locale: LocaleTag) -> PageListing {
        PageListing(locale: locale, description: description, updated: updated, isIndexed: robots.allowsIndexing)
    }
}

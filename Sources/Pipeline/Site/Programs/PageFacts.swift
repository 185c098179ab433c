import FrontMatter
import LocalizationModel

/// What a page tells other programs of itself, in its own language.
struct PageFacts: Sendable {
    let robots: RobotsDirectives
    /// Plain text.
    let description: String?
    /// ISO 8601: the day of the last change.
    let updated: String?

    /// - Parameter history: asked where the front matter does not say when the page was changed.
    init(_ page: Page, _ profile: LocaleProfile, _ history: SourceHistory?) throws(HexaplaError) {
        robots = RobotsDirectives(page.metadata)
        description = PageDescription.of(page, profile)
        updated = if let stated = FrontMatterReader.lastChange(of: page.metadata) { stated } else { try history?.lastChange(of: page) }
    }

    func listing(_ locale: LocaleTag) -> PageListing {
        PageListing(locale: locale, description: description, updated: updated, isIndexed: robots.allowsIndexing)
    }
}

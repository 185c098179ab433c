import LocalizationModel

extension FrontMatterReader {
    /// The keys that say when a page was changed last, the plainest first: Hugo's, Docusaurus's, those of other generators, Microsoft Learn's
    /// and at last the date that may be the page's first.
    private static let isoKeys = [
        "lastmod", "last_update.date", "last_updated", "lastUpdated", "last_modified", "last-modified", "updated", "modified", "dateModified",
    ]

    /// The day on which a page was changed last, by its own front matter, ISO 8601; nil where it does not say.
    ///
    /// A translation that was handed off after the day it names was changed by that.
    public static func lastChange(of metadata: PageMetadata) -> String? {
        let stated =
            isoKeys.lazy.compactMap { metadata.text($0).flatMap(CalendarDay.iso) }.first
            ?? metadata.text("ms.date").flatMap { CalendarDay.monthFirst($0) ?? CalendarDay.iso($0) } ?? metadata.text("date").flatMap(CalendarDay.iso)
        let handedOff = metadata.text("ms.lasthandoff").flatMap(CalendarDay.monthFirst)
        return [stated, handedOff].compactMap { $0 }.max()
    }
}

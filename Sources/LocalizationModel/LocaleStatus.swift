/// How far the translations of one locale are, counted over all its pages.
public struct LocaleStatus: Sendable, Hashable {
    public let locale: LocaleTag
    /// Pages of the locale, and pages that the source has and the locale lacks.
    public var pages = 0
    public var missingPages = 0
    /// Units with a source, by state.
    public var translated = 0
    public var untranslated = 0
    public var partial = 0
    public var missing = 0
    /// Units without a source.
    public var extra = 0
    /// Translated units whose source has changed since, and pages that follow another source as a whole.
    public var stale = 0
    public var stalePages = 0
    /// Words of the source: in all units, and by state.
    public var words = 0
    public var translatedWords = 0
    public var untranslatedWords = 0
    public var partialWords = 0
    public var missingWords = 0
    public var staleWords = 0
    public var errors = 0
    public var warnings = 0
    public var notes = 0
    public var machinePages = 0
    /// The earliest hand-off among the locale's stale pages, ISO 8601.
    public var oldestDrift: String?

    public init(locale: LocaleTag) { self.locale = locale }

    /// Percent of the source's segments that are translated, rounded down: 100 means all.
    public var percent: Int {
        segments == 0 ? 100 : translated * 100 / segments
    }

    /// Percent of the source's words that are translated, rounded down.
    public var percentOfWords: Int {
        let all = translatedWords + untranslatedWords + partialWords + missingWords
        return all == 0 ? 100 : translatedWords * 100 / all
    }

    /// Units that the source has.
    public var segments: Int { translated + untranslated + partial + missing }

    public mutating func add(_ other: LocaleStatus) {
        pages += other.pages
        missingPages += other.missingPages
        translated += other.translated
        untranslated += other.untranslated
        partial += other.partial
        missing += other.missing
        extra += other.extra
        words += other.words
        translatedWords += other.translatedWords
        untranslatedWords += other.untranslatedWords
        partialWords += other.partialWords
        missingWords += other.missingWords
        stale += other.stale
        stalePages += other.stalePages
        staleWords += other.staleWords
        errors += other.errors
        warnings += other.warnings
        notes += other.notes
        machinePages += other.machinePages
        oldestDrift = [oldestDrift, other.oldestDrift].compactMap { $0 }.min()
    }
}

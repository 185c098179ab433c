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
    /// Words of the source: in all units, and in those that are translated.
    public var words = 0
    public var translatedWords = 0
    public var errors = 0
    public var warnings = 0
    public var notes = 0
    public var machinePages = 0
    /// The earliest hand-off among the locale's stale pages, ISO 8601.
    public var oldestDrift: String?

    public init(locale: LocaleTag) { self.locale = locale }

    /// Percent of the source's segments that are translated, rounded down: 100 means all.
    public var percent: Int {
        let all = translated + untranslated + partial + missing
        return all == 0 ? 100 : translated * 100 / all
    }

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
        errors += other.errors
        warnings += other.warnings
        notes += other.notes
        machinePages += other.machinePages
        oldestDrift = [oldestDrift, other.oldestDrift].compactMap { $0 }.min()
    }
}

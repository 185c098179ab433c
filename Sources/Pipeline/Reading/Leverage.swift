import LocaleData
import LocalizationModel

/// What was learnt of the locales of a site, by locale: shipped lexicons, and what its own pages taught.
struct Leverage: Sendable {
    /// What the source's words become.
    private(set) var lexicons: [LocaleTag: Lexicon] = [:]
    /// How its sentences are translated.
    private(set) var memories: [LocaleTag: TranslationMemory] = [:]

    /// The folder beside the configuration that `hexapla learn` writes.
    static let folder = "leverage"

    init() {}

    /// `learnt` is a folder that `hexapla learn` wrote; what it lacks is left out.
    init(_ store: LocaleStore, source: LocaleTag, _ locales: [LocaleTag], learnt: String?) throws(HexaplaError) {
        for locale in locales {
            let shipped = try store.lexicon(source: source, target: locale)
            guard let learnt else {
                lexicons[locale] = shipped
                continue
            }
            let own = try LexiconFile.read("\(learnt)/\(Self.lexiconName(source, locale))")
            lexicons[locale] = own.map { shipped?.overridden(by: $0) ?? $0 } ?? shipped
            memories[locale] = try MemoryFile.read("\(learnt)/\(Self.memoryName(source, locale))")
        }
    }

    static func lexiconName(_ source: LocaleTag, _ target: LocaleTag) -> String { "lexicon.\(source).\(target).tsv" }
    static func memoryName(_ source: LocaleTag, _ target: LocaleTag) -> String { "memory.\(source).\(target).tsv" }
}

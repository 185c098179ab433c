import LocalizationModel

/// The languages of a site, made ready once: what tells each of them from the source's.
public struct SiteLanguages: Sendable {
    public let source: LocaleProfile
    /// By locale of the translation.
    public let evidence: [LocaleTag: LanguageEvidence]

    /// - Parameter names: the terms of each locale, for names that are kept.
    public init(_ profiles: [LocaleTag: LocaleProfile], source: LocaleProfile, names: [LocaleTag: TermIndex] = [:]) {
        self.source = source
        evidence = profiles.mapValues { LanguageEvidence(own: $0, source: source, names: names[$0.locale]) }
    }
}

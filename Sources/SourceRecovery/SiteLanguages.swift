import LocalizationModel

/// The languages of a site, made ready once: what tells each of them from the source's.
public struct SiteLanguages: Sendable {
    public let source: LocaleProfile
    /// By locale of the translation.
    public let evidence: [LocaleTag: LanguageEvidence]

    public init(_ profiles: [LocaleTag: LocaleProfile], source: LocaleProfile) {
        self.source = source
        evidence = profiles.mapValues { LanguageEvidence(own: $0, source: source) }
    }
}

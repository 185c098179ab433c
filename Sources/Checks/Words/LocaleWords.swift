import LocalizationModel

/// The words of one language that rules look for, made ready once for all pages.
public final class LocaleWords: Sendable {
    public let profile: LocaleProfile
    /// Frequent words.
    let functionWords: WordTable
    let negations: Negations
    let alternatives: Alternatives
    /// What the project's glossary calls things; nil where it says nothing of the locale.
    let terms: TermIndex?
    let scan: SuspicionScan

    public init(_ profile: LocaleProfile, terms: TermIndex? = nil) {
        self.profile = profile
        self.terms = terms
        functionWords = WordTable(profile.functionWords)
        negations = Negations(profile)
        alternatives = Alternatives(profile)
        scan = SuspicionScan(profile)
    }
}

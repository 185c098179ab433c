import LocalizationModel

/// The words of one language that rules look for, made ready once for all pages.
public final class LocaleWords: Sendable {
    public let profile: LocaleProfile
    /// Frequent words.
    let functionWords: WordTable
    let negations: Negations
    let alternatives: Alternatives

    public init(_ profile: LocaleProfile) {
        self.profile = profile
        functionWords = WordTable(profile.functionWords)
        negations = Negations(profile)
        alternatives = Alternatives(profile)
    }
}

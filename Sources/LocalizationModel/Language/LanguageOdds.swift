/// How much more likely a word is in a translation's language than in its source's, by the models of the two.
struct LanguageOdds: Sendable {
    private let own: LocaleProfile
    private let source: LocaleProfile
    private let ownModel: LanguageModel
    private let sourceModel: LanguageModel

    /// No word says more than this, in nats: a name must not outvote a sentence.
    static let limit = 4.0
    /// Letters alone say less than a word that is known: names have letters too. Chosen on held-out text of Debian.
    private static let lettersWeight = 0.6
    /// What a frequent word of one language says at least, in nats, whatever the models hold of it.
    private static let frequent = 2.0

    /// Nil where a language has no model, or both are one.
    init?(own: LocaleProfile, source: LocaleProfile) {
        guard let ownModel = own.languageModel, let sourceModel = source.languageModel, own.locale.language != source.locale.language else { return nil }
        self.own = own
        self.source = source
        self.ownModel = ownModel
        self.sourceModel = sourceModel
    }

    struct Evidence {
        /// Nats: above 0 for the translation's language, below for the source's.
        var odds: Double
        /// True where one of the models lists the word.
        var isListed: Bool
        /// True for a frequent word of the source's language that its own has not.
        var isSourceFrequent: Bool
    }

    /// `edged` is the word in lower case between two `LanguageModel.edge` bytes.
    func evidence(_ edged: ArraySlice<UInt8>, isLower: Bool) -> Evidence {
        let (inOwn, inSource) = (ownModel.cost(edged: edged, isLower: isLower), sourceModel.cost(edged: edged, isLower: isLower))
        let isListed = inOwn.isListed || inSource.isListed
        var odds = Double(inSource.decinats - inOwn.decinats) / 10
        if !isListed { odds *= Self.lettersWeight }
        odds = max(-Self.limit, min(Self.limit, odds))
        let word = String(decoding: edged.dropFirst().dropLast(), as: UTF8.self)
        let isOwn = own.functionWords.contains(word)
        let isSource = source.functionWords.contains(word)
        if isOwn, !isSource { odds = max(odds, Self.frequent) }
        if isSource, !isOwn { odds = min(odds, -Self.frequent) }
        // A loan word that the locale's file lists as the language's own: `Partner`, `Level`; unless it is written as the language
        // does not write it: `option`.
        if odds < 0, !isSource, !inOwn.isUnusual, own.vocabulary.values.contains(where: { $0.contains(word) }) { odds = 0 }
        return Evidence(odds: odds, isListed: isListed, isSourceFrequent: isSource && !isOwn)
    }
}

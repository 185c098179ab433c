/// How much more likely a word is in a translation's language than in its source's, by the models of the two.
final class LanguageOdds: Sendable {
    private let ownModel: LanguageModel
    private let sourceModel: LanguageModel
    private let words: MarkedWords

    /// No word says more than this, in nats: a name must not outvote a sentence.
    static let limit = 4.0
    /// Letters alone say less than a word that is known: names have letters too. Chosen on held-out text of Debian.
    private static let lettersWeight = 0.6
    /// What a frequent word of one language says at least, in nats, whatever the models hold of it.
    private static let frequent = 2.0

    /// Nil where a language has no model, or both are one.
    init?(own: LocaleProfile, source: LocaleProfile) {
        guard let ownModel = own.languageModel, let sourceModel = source.languageModel, own.locale.language != source.locale.language else { return nil }
        self.ownModel = ownModel
        self.sourceModel = sourceModel
        words = MarkedWords(own: own, source: source)
    }

    struct Evidence {
        /// Nats: above 0 for the translation's language, below for the source's.
        var odds: Double
        /// True where one of the models lists the word.
        var isListed: Bool
        /// True for a frequent word of the source's language that its own has not.
        var isSourceFrequent: Bool
        /// True where the odds are the least that they can be.
        var isOpen: Bool
    }

    /// The evidence of a word. The odds of a word that neither model lists are costly: `isLeast` gives the least they can be.
    func evidence(_ word: EdgedWord, isLower: Bool, isLeast: Bool) -> Evidence {
        let key = word.key
        let (inOwn, inSource) = (ownModel.listed(key, isLower: isLower), sourceModel.listed(key, isLower: isLower))
        let isListed = inOwn != nil || inSource != nil
        let isOpen = isLeast && !isListed
        var odds = isOpen ? -Self.limit : max(-Self.limit, min(Self.limit, odds(word.bytes, inOwn?.decinats, inSource?.decinats)))
        let marks = words.marks(of: word, key: key)
        let (isOwn, isSource) = (marks.contains(.own), marks.contains(.source))
        if isOwn, !isSource { odds = max(odds, Self.frequent) }
        if isSource, !isOwn { odds = min(odds, -Self.frequent) }
        // A loan word that the locale's file lists as the language's own: `Partner`, `Level`; unless it is written as the language
        // does not write it: `option`.
        if odds < 0, !isSource, !(inOwn?.isUnusual ?? false), marks.contains(.vocabulary) { odds = 0 }
        return Evidence(odds: odds, isListed: isListed, isSourceFrequent: isSource && !isOwn, isOpen: isOpen)
    }

    /// Nats for the translation's language; what is beyond `limit` is not exact.
    private func odds(_ edged: [UInt8], _ own: Int?, _ source: Int?) -> Double {
        let most = Int(Self.limit * 10)
        switch (own, source) {
        case (let own?, let source?): return Double(source - own) / 10
        case (let own?, nil): return Double(sourceModel.unlisted(edged, limit: own + most) - own) / 10
        case (nil, let source?): return Double(source - ownModel.unlisted(edged, limit: source + most)) / 10
        case (nil, nil):
            let own = ownModel.unlisted(edged)
            let source = sourceModel.unlisted(edged, limit: own + Int((Double(most) / Self.lettersWeight).rounded(.up)))
            return Double(source - own) / 10 * Self.lettersWeight
        }
    }
}

/// The words that the files of two languages list, by what they are there.
private struct MarkedWords: Sendable {
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        /// A frequent word of the translation's language.
        static let own = Marks(rawValue: 1)
        /// A frequent word of the source's language.
        static let source = Marks(rawValue: 2)
        /// A word of the translation's vocabulary.
        static let vocabulary = Marks(rawValue: 4)
    }

    private var byKey = KeyTable<Marks>(empty: [], minimumCapacity: 512)
    /// For words that may be written in several ways.
    private var byText: [String: Marks] = [:]

    init(own: LocaleProfile, source: LocaleProfile) {
        for word in own.functionWords { mark(word, .own) }
        for word in source.functionWords { mark(word, .source) }
        for word in own.vocabulary.values.joined() { mark(word, .vocabulary) }
    }

    private mutating func mark(_ word: String, _ marks: Marks) {
        byKey.update(FNV1a.hash(word.utf8)) { $0.insert(marks) }
        byText[word, default: []].insert(marks)
    }

    func marks(of word: EdgedWord, key: UInt64) -> Marks { word.isUsual ? byKey[key] ?? [] : byText[word.text] ?? [] }
}

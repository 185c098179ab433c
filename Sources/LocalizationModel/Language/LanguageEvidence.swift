/// Tells in which of two languages a segment is written: the translation's own, or the source's.
///
/// Where the scripts differ, the letters decide; in a shared script, the models of the two languages do (`LanguageReading`), or,
/// where one of them has none, their frequent words (`functionWords` of the two profiles). Names, codes and titles in capitals
/// are evidence of neither.
public struct LanguageEvidence: Sendable {
    public enum Verdict: Hashable, Sendable {
        case own
        case source
        /// A run of words of the source's language inside a text of the translation's.
        case mixed
        /// Names, numbers and codes only: right in any language.
        case undecided
    }

    private let languages: Languages
    /// Names that are kept by design; nil where no glossary says so.
    private let names: TermIndex?

    /// - Parameter names: the terms of the translation's locale.
    public init(own: LocaleProfile, source: LocaleProfile, names: TermIndex? = nil) {
        languages = Languages(own: own, source: source)
        self.names = names
    }

    /// True where the two languages are written in one script.
    public var sharesScript: Bool { languages.sharesScript }

    /// What is known of the two languages, made ready once.
    private final class Languages: Sendable {
        let ownScripts: [String]
        let sourceScripts: [String]
        let sharesScript: Bool
        /// Nil where the scripts differ, or a language has no model.
        let odds: LanguageOdds?
        /// Frequent words.
        let own: WordTable
        let source: WordTable
        /// Single words of the source's vocabulary: `exam`, `or`, `note`. Names of levels, currencies and things counted (`level_silver`,
        /// `counted_server`) are none: they stay in many translations.
        let sourceVocabulary: WordTable
        let isSourceLatin: Bool
        let quotationMarks: [(open: String, close: String)]

        init(own: LocaleProfile, source: LocaleProfile) {
            ownScripts = own.scripts
            sourceScripts = source.scripts
            sharesScript = !Set(own.scripts).isDisjoint(with: source.scripts)
            odds = sharesScript ? LanguageOdds(own: own, source: source) : nil
            self.own = WordTable(own.functionWords)
            self.source = WordTable(source.functionWords)
            sourceVocabulary = WordTable(source.vocabulary.lazy.filter { !$0.key.contains("_") }.flatMap(\.value).filter { !$0.contains(" ") })
            isSourceLatin = source.scripts.contains("Latn")
            quotationMarks = Set(["\"\""] + own.quotationMarks + source.quotationMarks).sorted().compactMap { marks in
                guard let open = marks.first, let close = marks.last else { return nil }
                return (String(open), String(close))
            }
        }
    }

    /// The verdict on a text; `source` is the source's text where it is known. Names that are kept by design are not asked.
    public func verdict(on target: SegmentFacts, source original: SegmentFacts?) -> Verdict {
        let verdict = judged(target, original)
        guard let names, verdict == .source || verdict == .mixed, let rest = names.withoutNames(target) else { return verdict }
        return judged(rest, original.map { names.withoutNames($0) ?? $0 })
    }

    /// True for a text that is made of names which the glossary keeps.
    public func isNames(_ text: SegmentFacts) -> Bool { names?.isNames(text.plain) ?? false }

    private func judged(_ target: SegmentFacts, _ original: SegmentFacts?) -> Verdict {
        guard target.letters.total > 1 else { return .undecided }
        if let odds = languages.odds {
            var reading = LanguageReading(target, odds)
            let isRepetition = original.map { Self.agree($0, target) } ?? false
            if !isRepetition, reading.isSurelyOwn { return .own }
            reading.settle()
            return isRepetition ? reading.verdictOnRepetition : reading.verdict
        }
        return languages.sharesScript ? sameScript(target, original, profile(target.plain)) : otherScript(target, original)
    }

    private func profile(_ text: String) -> WordProfile {
        WordProfile(FoldedText(text).characters, own: languages.own, source: languages.source, isSourceLatin: languages.isSourceLatin)
    }

    /// True for a name or title whose words are rather the source's than the translation's, though they may be right in both:
    /// `Linux on Azure` in German. Only where the scripts are shared, and both languages have a model.
    public func leansToSource(_ text: SegmentFacts) -> Bool {
        languages.odds.map { odds in
            var reading = LanguageReading(text, odds)
            reading.settle()
            return reading.leansToSource
        } ?? false
    }

    /// True where every word but frequent ones starts with a capital, holds a digit or stands before a number (`level 1`): a
    /// name, or a title that may be one.
    public func isTitle(_ text: SegmentFacts) -> Bool {
        let words = FoldedText(text.plain).characters.split { !$0.isLetterOrNumber && !$0.isSame(as: "-") }
        return words.indices.allSatisfy { index in
            let word = words[index]
            return word.first?.isCapital ?? false || word.contains(where: \.isNumber) || languages.source.contains(word)
                || index + 1 < words.count && words[index + 1].allSatisfy(\.isNumber)
        }
    }

    /// The text without what it quotes or sets strong as the source has it: the names of commands and the wording of messages. Nil
    /// where there is no such thing.
    private func withoutCitations(_ target: SegmentFacts, _ original: SegmentFacts?) -> String? {
        guard let original, !Self.agree(original, target) else { return nil }
        var text: String?
        for strong in target.strong where TextSearch.contains(original.plain, strong) { text = (text ?? target.plain).replacing(strong, with: " ") }
        for marks in languages.quotationMarks where TextSearch.contains(text ?? target.plain, marks.open) {
            for quoted in (text ?? target.plain).components(between: marks) where TextSearch.contains(original.plain, quoted) {
                text = (text ?? target.plain).replacing(quoted, with: " ")
            }
        }
        return text
    }

    private func otherScript(_ target: SegmentFacts, _ original: SegmentFacts?) -> Verdict {
        let ownLetters = target.letters.count(in: languages.ownScripts)
        if target.letters.count(in: languages.sourceScripts) == 0 { return ownLetters > 0 ? .own : .undecided }
        let isShort = ownLetters > 0 && languages.isSourceLatin && !Self.mayHoldClause(target.plain)
        let cited = withoutCitations(target, original)
        if isShort, cited == nil { return .own }
        let words = profile(cited ?? target.plain)
        if ownLetters == 0 {
            // `Exam 70-346: Managing Identities`: one word of the vocabulary tells the language, where the source says the same.
            if let original, Self.agree(original, target), words.contains(anyOf: languages.sourceVocabulary) { return .source }
            if words.sourceHits > 0 && words.lowerCase > 1 { return .source }
            return isProse(words) && (original.map { Self.agree($0, target) } ?? false || words.count > 3) ? .source : .undecided
        }
        // A clause of the source's language: several words in a row, with words that only sentences have.
        return words.longestRun >= Self.clause.words && words.longestRunHits >= Self.clause.hits && words.longestRunLowerCase > words.longestRunHits
            ? .mixed : .own
    }

    /// A clause in another script: so many words in a row, so many of them frequent, and some that are in lower case besides.
    private static let clause = (words: 4, hits: 2)

    /// False where fewer words than a clause has can be in lower case, by the places where a Latin letter in lower case begins a word.
    static func mayHoldClause(_ text: String) -> Bool {
        var starts = 0
        var isInside = false
        for byte in text.utf8 {
            // From U+00A0 to U+024F and from U+1E00 on there are Latin letters beyond ASCII.
            let mayBeLower = byte.isASCIILetter ? !byte.isASCIIUppercase : (0xC2...0xC9).contains(byte) || byte == 0xE1
            if mayBeLower, !isInside { starts += 1 }
            isInside = byte.isASCIILetter
        }
        return starts > clause.hits
    }

    private func sameScript(_ target: SegmentFacts, _ original: SegmentFacts?, _ words: WordProfile) -> Verdict {
        if let original, Self.agree(original, target) {
            if words.ownHits > words.sourceHits { return .undecided }
            // `AND`: nothing but frequent words of the source, in capitals or not.
            if words.sourceHits == words.count { return .source }
            return isProse(words) || words.sourceHits > 0 && words.lowerCase > 1 ? .source : .undecided
        }
        if words.sourceHits >= 2, words.sourceHits > 2 * words.ownHits, words.lowerCaseWords > 0, words.lowerCase > words.count / 3 { return .source }
        if words.ownHits == 0, words.sourceHits == 0 { return .undecided }
        return words.longestRun >= 6 && words.longestRunHits >= 3 && words.longestRunLowerCase > 1 + words.longestRunHits && words.ownHits > 0 ? .mixed : .own
    }

    /// True where words in lower case make it more than a name, a title or an identifier.
    private func isProse(_ words: WordProfile) -> Bool { words.count >= 2 && words.lowerCaseWords >= 1 }

    /// Equal but for case and what is not a letter or digit.
    static func isSame(_ a: String, _ b: String) -> Bool {
        a == b || FoldedText(a).characters.filter(\.isLetterOrNumber) == FoldedText(b).characters.filter(\.isLetterOrNumber)
    }
}

extension LanguageEvidence {
    /// True where two segments read the same but for case and punctuation.
    public static func agree(_ a: SegmentFacts, _ b: SegmentFacts) -> Bool { a.letters == b.letters && isSame(a.plain, b.plain) }
}

extension String {
    /// What stands between an opening mark and the closing one after it.
    fileprivate func components(between marks: (open: String, close: String)) -> [String] {
        var found: [String] = []
        var rest = self[...]
        while let open = rest.firstRange(of: marks.open), let close = rest[open.upperBound...].firstRange(of: marks.close) {
            if open.upperBound < close.lowerBound { found.append(String(rest[open.upperBound..<close.lowerBound])) }
            rest = rest[close.upperBound...]
        }
        return found
    }
}

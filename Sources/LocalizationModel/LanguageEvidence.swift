/// Tells in which of two languages a segment is written: the translation's own, or the source's.
///
/// Where the scripts differ, the letters decide; in a shared script, the frequent words of both languages do
/// (`functionWords` of the two profiles). Names, codes and titles in capitals are evidence of neither.
public struct LanguageEvidence: Sendable {
    public enum Verdict: Hashable, Sendable {
        case own
        case source
        /// A run of words of the source's language inside a text of the translation's.
        case mixed
        /// Names, numbers and codes only: right in any language.
        case undecided
    }

    private let own: LocaleProfile
    private let source: LocaleProfile
    private let sharesScript: Bool
    /// Single words of the source's vocabulary: `exam`, `or`, `note`. Names of levels are none: they stay in many translations.
    private let sourceVocabulary: Set<String>

    public init(own: LocaleProfile, source: LocaleProfile) {
        self.own = own
        self.source = source
        sourceVocabulary = Set(source.vocabulary.filter { !$0.key.hasPrefix("level") }.values.joined().filter { !$0.contains(" ") })
        sharesScript = !Set(own.scripts).isDisjoint(with: source.scripts)
    }

    /// The verdict on a text; `source` is the source's text where it is known.
    public func verdict(on target: SegmentFacts, source original: SegmentFacts?) -> Verdict {
        guard target.letters.total > 1 else { return .undecided }
        if !sharesScript, target.letters.count(in: source.scripts) == 0 { return target.letters.count(in: own.scripts) > 0 ? .own : .undecided }
        let profile = WordProfile(target.plain, own: own, source: source)
        return sharesScript ? sameScript(target, original, profile) : otherScript(target, original, profile)
    }

    private func otherScript(_ target: SegmentFacts, _ original: SegmentFacts?, _ words: WordProfile) -> Verdict {
        let ownLetters = target.letters.count(in: own.scripts)
        if ownLetters == 0 {
            // `Exam 70-346: Managing Identities`: one word of the vocabulary tells the language, where the source says the same.
            if let original, Self.agree(original, target), words.contains(anyOf: sourceVocabulary) { return .source }
            if words.sourceHits > 0 && words.lowerCase > 1 { return .source }
            return isProse(words) && (original.map { Self.agree($0, target) } ?? false || words.count > 3) ? .source : .undecided
        }
        // A clause of the source's language: several words in a row, with words that only sentences have.
        return words.longestRun >= 5 && words.longestRunHits >= 2 && words.longestRunLowerCase >= 2 + words.longestRunHits ? .mixed : .own
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
        a == b || a.lowercased().filter { $0.isLetter || $0.isNumber } == b.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// Counts over the words of a text that the two languages' frequent words are looked up in.
private struct WordProfile {
    /// Words in the source's script.
    private(set) var count = 0
    /// Of these, in lower case.
    private(set) var lowerCase = 0
    /// Of these, no frequent word of the source and of more than two letters: `markets`, `steps`.
    private(set) var lowerCaseWords = 0
    private(set) var sourceHits = 0
    private(set) var ownHits = 0
    /// The longest run of words of the source's script and language that no other word interrupts.
    private(set) var longestRun = 0
    private(set) var longestRunHits = 0
    private(set) var longestRunLowerCase = 0
    private var seen: [String] = []

    init(_ text: String, own: LocaleProfile, source: LocaleProfile) {
        var run = (length: 0, hits: 0, lowerCase: 0)
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" && $0 != "-" && $0 != "." && $0 != "_" }) {
            for part in Self.byScript(word) {
                guard let first = part.unicodeScalars.first, first.properties.isAlphabetic else { continue }
                guard Self.isLatin(first) == source.scripts.contains("Latn") else {
                    run = (0, 0, 0)
                    if own.functionWords.contains(part.lowercased()) { ownHits += 1 }
                    continue
                }
                let lower = part.lowercased()
                let isLower = lower == part && !part.contains { $0.isNumber || $0 == "_" || $0 == "." }
                count += 1
                seen.append(lower)
                let isSource = source.functionWords.contains(lower)
                let isOwn = !isSource && own.functionWords.contains(lower)
                if isLower { lowerCase += 1 }
                if isLower, !isSource, part.utf8.count > 2 { lowerCaseWords += 1 }
                if isSource { sourceHits += 1 }
                if isOwn { ownHits += 1 }
                run = isOwn ? (0, 0, 0) : (run.length + 1, run.hits + (isSource ? 1 : 0), run.lowerCase + (isLower ? 1 : 0))
                if run.length > longestRun { (longestRun, longestRunHits, longestRunLowerCase) = run }
            }
        }
    }

    func contains(anyOf words: Set<String>) -> Bool { seen.contains { words.contains($0) } }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) }

    /// Splits where Latin letters touch others, as in `Office的`; trailing full stops are no part of a word.
    private static func byScript(_ word: Substring) -> [String] {
        var parts: [String] = []
        var current = ""
        var wasLatin: Bool?
        for character in word {
            guard let scalar = character.unicodeScalars.first else { continue }
            let latin = character.isLetter ? isLatin(scalar) : wasLatin
            if let latin, let was = wasLatin, latin != was {
                parts.append(current)
                current = ""
            }
            wasLatin = latin ?? wasLatin
            current.append(character)
        }
        while current.hasSuffix(".") || current.hasSuffix("-") { current.removeLast() }
        return parts + (current.isEmpty ? [] : [current])
    }
}

extension LanguageEvidence {
    /// True where two segments read the same but for case and punctuation.
    public static func agree(_ a: SegmentFacts, _ b: SegmentFacts) -> Bool { a.letters == b.letters && isSame(a.plain, b.plain) }
}

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

    private let own: LocaleProfile
    private let source: LocaleProfile
    private let sharesScript: Bool
    /// Nil where the scripts differ, or a language has no model.
    private let odds: LanguageOdds?
    /// Single words of the source's vocabulary: `exam`, `or`, `note`. Names of levels, currencies and things counted (`level_silver`,
    /// `counted_server`) are none: they stay in many translations.
    private let sourceVocabulary: Set<String>

    public init(own: LocaleProfile, source: LocaleProfile) {
        self.own = own
        self.source = source
        sourceVocabulary = Set(source.vocabulary.filter { !$0.key.contains("_") }.values.joined().filter { !$0.contains(" ") })
        sharesScript = !Set(own.scripts).isDisjoint(with: source.scripts)
        odds = sharesScript ? LanguageOdds(own: own, source: source) : nil
    }

    /// The verdict on a text; `source` is the source's text where it is known.
    public func verdict(on target: SegmentFacts, source original: SegmentFacts?) -> Verdict {
        guard target.letters.total > 1 else { return .undecided }
        if !sharesScript, target.letters.count(in: source.scripts) == 0 { return target.letters.count(in: own.scripts) > 0 ? .own : .undecided }
        if let odds {
            let reading = LanguageReading(target, odds)
            return original.map { Self.agree($0, target) } ?? false ? reading.verdictOnRepetition : reading.verdict
        }
        let profile = WordProfile(sharesScript ? target.plain : withoutCitations(target, original), own: own, source: source)
        return sharesScript ? sameScript(target, original, profile) : otherScript(target, original, profile)
    }

    /// True for a name or title whose words are rather the source's than the translation's, though they may be right in both:
    /// `Linux on Azure` in German. Only where the scripts are shared, and both languages have a model.
    public func leansToSource(_ text: SegmentFacts) -> Bool {
        odds.map { LanguageReading(text, $0).leansToSource } ?? false
    }

    /// True where every word but frequent ones starts with a capital, holds a digit or stands before a number (`level 1`): a
    /// name, or a title that may be one.
    public func isTitle(_ text: SegmentFacts) -> Bool {
        let words = text.plain.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        return words.indices.allSatisfy { index in
            let word = words[index]
            return word.first?.isUppercase ?? false || word.contains(where: \.isNumber) || source.functionWords.contains(word.lowercased())
                || index + 1 < words.count && words[index + 1].allSatisfy(\.isNumber)
        }
    }

    /// The text without what it quotes or sets strong as the source has it: the names of commands and the wording of messages.
    private func withoutCitations(_ target: SegmentFacts, _ original: SegmentFacts?) -> String {
        guard let original, !Self.agree(original, target) else { return target.plain }
        var text = target.plain
        for strong in target.strong where original.plain.contains(strong) { text = text.replacing(strong, with: " ") }
        for marks in Set(["\"\""] + own.quotationMarks + source.quotationMarks).sorted() {
            guard let open = marks.first, let close = marks.last else { continue }
            for quoted in text.components(between: (String(open), String(close))) where original.plain.contains(quoted) {
                text = text.replacing(quoted, with: " ")
            }
        }
        return text
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
        return words.longestRun >= 4 && words.longestRunHits >= 2 && words.longestRunLowerCase > words.longestRunHits ? .mixed : .own
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

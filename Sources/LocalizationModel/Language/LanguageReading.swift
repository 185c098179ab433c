/// A text read word by word for the odds of two languages of one script.
///
/// Words in lower case speak in full; words in capitals may be names, and say little. Identifiers, codes and code spans
/// say nothing. Linear in the length of the text.
struct LanguageReading {
    private var words: [Word] = []
    /// Identifiers and words in camel case: `nuget.exe`, `NoWarn`, `net452`.
    private var identifiers = 0
    private let codeSpans: Int
    private let text: [UInt8]
    private let facts: SegmentFacts
    private let odds: LanguageOdds

    private struct Word {
        let form: WordScanner.Form
        let isFirst: Bool
        /// Bytes of the text.
        let span: Range<Int>
        /// Nats for the translation's language, below 0 for the source's.
        let full: Double
        /// Weighed: nats for the translation's language, below 0 for the source's.
        let odds: Double
        let isLower: Bool
        let isSourceFrequent: Bool
        /// True where `full` and `odds` are the least that they can be.
        let isOpen: Bool
    }

    /// What is left of the odds of a word in capitals inside a sentence. Less where they are for the source's language: names stay in it.
    private static let capitalWeight = (own: 0.5, source: 0.25)
    /// The same for the first word of a text, where the models list it, and where not, if it is for the source's language.
    private static let firstWeight = (listed: 0.6, unlisted: 0.4)

    /// Reads a text; the odds of words that are in no list are left open until `settle`.
    init(_ facts: SegmentFacts, _ odds: LanguageOdds) {
        self.facts = facts
        self.odds = odds
        codeSpans = facts.inlineCode.count
        text = Array(facts.plain.utf8)
        var scanner = WordScanner(text, without: facts.inlineCode)
        words.reserveCapacity(text.count / 6 + 1)
        var isFirst = true
        while let found = scanner.next() {
            defer { isFirst = false }
            guard found.form != .identifier else {
                identifiers += 1
                continue
            }
            words.append(word(found.span, found.form, isFirst: isFirst, odds.evidence(scanner.word, isLower: found.form == .lower, isLeast: true)))
        }
    }

    private func word(_ span: Range<Int>, _ form: WordScanner.Form, isFirst: Bool, _ evidence: LanguageOdds.Evidence) -> Word {
        var weight = 1.0
        switch form {
        case .lower: break
        // `AND`: a frequent word in capitals is one still; other capitals are an abbreviation.
        case .capitals: weight = evidence.isSourceFrequent ? 1 : 0
        case .capitalised where isFirst && evidence.odds > 0: break
        case .capitalised where isFirst: weight = evidence.isListed ? Self.firstWeight.listed : Self.firstWeight.unlisted
        default: weight = evidence.odds > 0 ? Self.capitalWeight.own : Self.capitalWeight.source
        }
        return Word(
            form: form, isFirst: isFirst, span: span, full: evidence.odds, odds: evidence.odds * weight, isLower: form == .lower,
            isSourceFrequent: evidence.isSourceFrequent, isOpen: evidence.isOpen)
    }

    /// Reads the words that were left open.
    mutating func settle() {
        var edged = EdgedWord()
        for index in words.indices where words[index].isOpen {
            let open = words[index]
            edged.read(text[open.span])
            words[index] = word(open.span, open.form, isFirst: open.isFirst, odds.evidence(edged, isLower: open.isLower, isLeast: false))
        }
    }

    /// True where the verdict is the translation's own language, whatever the open words say.
    var isSurelyOwn: Bool {
        let (forOwn, forSource) = sums
        return forOwn > forSource && (forSource < Self.whole || forSource <= Self.share * forOwn) && bestClause == nil
    }

    /// What the words say for either language.
    private var sums: (forOwn: Double, forSource: Double) {
        var (forOwn, forSource) = (0.0, 0.0)
        for word in words {
            forOwn += max(0, word.odds)
            forSource -= min(0, word.odds)
        }
        return (forOwn, forSource)
    }

    // Thresholds in nats, chosen on text of Debian, see Tools/language-model/README.md: e^1 is 3 to 1, e^5 150 to 1.

    /// A text that repeats the source: it is the source's language, or none.
    private static let repetition = 1.0
    /// A text that differs from the source's.
    private static let whole = 5.0
    /// How much more there must be for the source's language than for the translation's: `Exam 70-346: Managing identities and …`
    /// has one word that is translated, and a title.
    private static let share = 5.0
    /// A clause inside a text of the translation's language.
    private static let clause = 10.0
    /// Each word of a clause has to say more than this.
    private static let clauseWord = 0.5
    private static let clauseLowerCase = 4

    /// The verdict on a text that reads like its source: was it left, or is it right in any language?
    var verdictOnRepetition: LanguageEvidence.Verdict {
        guard !words.isEmpty else { return .undecided }
        if words.allSatisfy(\.isSourceFrequent) { return .source }
        // A command line, though it is not marked as one.
        if identifiers > words.count { return .undecided }
        let lowerCase = words.filter(\.isLower)
        let hasContent = lowerCase.contains { !$0.isSourceFrequent && $0.span.count > 2 && $0.odds < 0.5 }
        guard words.count + identifiers + codeSpans > 1, hasContent || lowerCase.count > 1 && lowerCase.contains(where: \.isSourceFrequent) else {
            return .undecided
        }
        return Self.sum(words) <= -Self.repetition ? .source : .undecided
    }

    /// The verdict on any other text.
    var verdict: LanguageEvidence.Verdict {
        let (forOwn, forSource) = sums
        let lowerCase = words.count { $0.isLower }
        var speaking = words.count { $0.isLower && $0.odds < -1 }
        // An imperative has its verb in front: `Configure tenant settings`.
        if words.count > 2, let first = words.first, !first.isLower, first.odds < -1 { speaking += 1 }
        if forSource >= Self.whole, forSource > Self.share * forOwn, speaking > 1, lowerCase * 3 > words.count, identifiers <= words.count { return .source }
        if let clause = bestClause, isClause(clause) { return forOwn >= LanguageOdds.limit ? .mixed : .source }
        return forOwn > forSource ? .own : .undecided
    }

    /// A name that leans to the source's language: no word says more than this for the other, in nats, or than this where a frequent
    /// word of the source is among them (`Linux on Azure`); and all together say this much.
    private static let lean = (word: 0.5, wordAmongFrequent: 2.0, whole: 2.0)

    /// True where several words, those in capitals as well, speak for the source's language and none for the translation's.
    var leansToSource: Bool {
        let most = words.contains { $0.isLower && $0.isSourceFrequent } ? Self.lean.wordAmongFrequent : Self.lean.word
        return words.count > 1 && words.allSatisfy { $0.full < most } && words.reduce(0) { $0 + $1.full } <= -Self.lean.whole
    }

    private static func sum(_ words: [Word]) -> Double { words.reduce(0) { $0 + $1.odds } }

    /// The run of words that speaks most for the source's language: a maximum-sum segment (J. Kadane), nil where none does.
    private var bestClause: Range<Int>? {
        var best: (sum: Double, range: Range<Int>)?
        var (sum, start) = (0.0, 0)
        for (index, word) in words.enumerated() {
            sum += -word.odds - Self.clauseWord
            if sum <= 0 {
                (sum, start) = (0, index + 1)
            } else if sum > best?.sum ?? 0 {
                best = (sum, start..<index + 1)
            }
        }
        guard let best, best.sum >= Self.clause else { return nil }
        return best.range
    }

    /// True for a clause rather than a title: `Add new item`, set strong or quoted, is the name of a command; a title with its
    /// translation in brackets after it is kept by design.
    private func isClause(_ range: Range<Int>) -> Bool {
        let run = words[range]
        guard let first = run.first, let last = run.last, run.count(where: { $0.isLower && $0.odds < -1 }) >= Self.clauseLowerCase,
            run.contains(where: \.isSourceFrequent)
        else { return false }
        let bytes = first.span.lowerBound..<last.span.upperBound
        let written = String(decoding: text[bytes], as: UTF8.self)
        return !(facts.strong + facts.emphasised).contains { $0.contains(written) } && !isQuoted(bytes) && !isGlossed(range)
    }

    /// True where quotation marks stand on either side; full stops and the like may stand between.
    private func isQuoted(_ run: Range<Int>) -> Bool {
        let before = String(decoding: text[..<run.lowerBound].suffix(8), as: UTF8.self)
        let after = String(decoding: text[run.upperBound...].prefix(8), as: UTF8.self)
        return before.last { !$0.isWhitespace }.map(Self.quotationMarks.contains) ?? false
            && after.first { !$0.isWhitespace && !".,!?:…".contains($0) }.map(Self.quotationMarks.contains) ?? false
    }

    /// True where a bracket opens between the run and the next word, and that is of the translation's language.
    private func isGlossed(_ run: Range<Int>) -> Bool {
        guard run.upperBound < words.count, words[run.upperBound].odds > 0 else { return false }
        return text[words[run.upperBound - 1].span.upperBound..<words[run.upperBound].span.lowerBound].contains(UInt8(ascii: "("))
    }

    private static let quotationMarks: Set<Character> = ["\"", "'", "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚"]
}

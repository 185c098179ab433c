import LocalizationModel

/// In which of two languages a page is written as a whole.
enum PageLanguage {
    case declared, other, neither
    /// Too few words to tell.
    case unknown

    /// So many segments are asked, spread over the page.
    private static let sample = 200
    private static let leastWords = 60
    private static let leastLetters = 80

    static func of(_ segments: [Segment], declared: LocaleProfile, other: LocaleProfile) -> PageLanguage {
        let step = max(1, segments.count / sample)
        let asked = stride(from: 0, to: segments.count, by: step).map { segments[$0].facts }
        var letters = LetterCounts()
        for facts in asked {
            letters.latin += facts.letters.latin
            letters.cyrillic += facts.letters.cyrillic
            letters.han += facts.letters.han
            letters.kana += facts.letters.kana
            letters.other += facts.letters.other
        }
        guard letters.total >= leastLetters else { return .unknown }
        let (own, theirs) = (letters.count(in: declared.scripts), letters.count(in: other.scripts))
        guard Set(declared.scripts).isDisjoint(with: other.scripts) else {
            if (own + theirs) * 2 < letters.total { return .neither }
            return declared.separatesWords && other.separatesWords ? byWords(asked, declared, other) : .unknown
        }
        if isOtherCJK(letters, declared) { return .neither }
        if own * 20 >= letters.total { return own * 2 >= theirs ? .declared : .unknown }
        // Latin names and codes stand in pages of any language: the words have to say whose they are.
        if theirs * 10 >= letters.total * 9 { return other.separatesWords ? byWords(asked, declared, other) : .other }
        return (own + theirs) * 2 < letters.total ? .neither : .unknown
    }

    /// A language that is written with kana has them in every sentence, and no other has them.
    private static func isOtherCJK(_ letters: LetterCounts, _ profile: LocaleProfile) -> Bool {
        guard profile.scripts.contains(where: { $0.hasPrefix("Han") || $0 == "Jpan" }), letters.cjk >= leastLetters, letters.cjk * 2 >= letters.total else {
            return false
        }
        let writesKana = profile.scripts.contains { $0 == "Kana" || $0 == "Hira" || $0 == "Jpan" }
        return writesKana ? letters.kana * 50 < letters.cjk : letters.kana * 4 > letters.cjk
    }

    /// By the frequent words: a fifth to a half of any text are such.
    private static func byWords(_ asked: [SegmentFacts], _ declared: LocaleProfile, _ other: LocaleProfile) -> PageLanguage {
        var (words, own, theirs) = (0, 0, 0)
        for facts in asked {
            for word in facts.plain.split(whereSeparator: { !$0.isLetter }).prefix(5_000 - min(words, 5_000)) {
                let lower = word.lowercased()
                words += 1
                if declared.functionWords.contains(lower) { own += 1 }
                if other.functionWords.contains(lower) { theirs += 1 }
            }
            if words >= 5_000 { break }
        }
        guard words >= leastWords else { return .unknown }
        if own * 12 >= words { return theirs > own ? .unknown : .declared }
        return theirs * 8 >= words && theirs > 6 * own ? .other : .unknown
    }
}

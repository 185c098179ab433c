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

    /// `folded` gives the words of a segment.
    static func of(
        _ segments: [Segment], declared declaredWords: LocaleWords, other otherWords: LocaleWords, folded: (Int) -> FoldedText
    ) -> PageLanguage {
        let (declared, other) = (declaredWords.profile, otherWords.profile)
        let step = max(1, segments.count / sample)
        let asked = stride(from: 0, to: segments.count, by: step)
        var letters = LetterCounts()
        for index in asked {
            let found = segments[index].facts.letters
            letters.latin += found.latin
            letters.cyrillic += found.cyrillic
            letters.han += found.han
            letters.kana += found.kana
            letters.other += found.other
        }
        guard letters.total >= leastLetters else { return .unknown }
        let (own, theirs) = (letters.count(in: declared.scripts), letters.count(in: other.scripts))
        guard Set(declared.scripts).isDisjoint(with: other.scripts) else {
            if (own + theirs) * 2 < letters.total { return .neither }
            return declared.separatesWords && other.separatesWords ? byWords(asked, segments, declaredWords, otherWords, folded) : .unknown
        }
        if isOtherCJK(letters, declared) { return .neither }
        if own * 20 >= letters.total { return own * 2 >= theirs ? .declared : .unknown }
        // Latin names and codes stand in pages of any language: the words have to say whose they are.
        if theirs * 10 >= letters.total * 9 {
            return other.separatesWords ? byWords(asked, segments, declaredWords, otherWords, folded) : .other
        }
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

    private static let mostWords = 5_000

    /// By the frequent words: a fifth to a half of any text are such.
    private static func byWords(
        _ asked: StrideTo<Int>, _ segments: [Segment], _ declared: LocaleWords, _ other: LocaleWords, _ folded: (Int) -> FoldedText
    ) -> PageLanguage {
        // A word has a letter, and something stands between two.
        let bound = min(mostWords, asked.reduce(0) { $0 + (segments[$1].facts.plain.utf8.count + 1) / 2 })
        var (words, own, theirs) = (0, 0, 0)
        for index in asked {
            folded(index).characters.forEachWord { word in
                words += 1
                let hash = word.wordHash
                if declared.functionWords.contains(hash: hash) { own += 1 }
                if other.functionWords.contains(hash: hash) { theirs += 1 }
                return words < mostWords
            }
            // Its own language, or too little to tell: no matter which.
            if own * 12 >= bound { return .unknown }
            if words >= mostWords { break }
        }
        guard words >= leastWords else { return .unknown }
        if own * 12 >= words { return theirs > own ? .unknown : .declared }
        return theirs * 8 >= words && theirs > 6 * own ? .other : .unknown
    }
}

import LocalizationModel

/// The same word twice in a row.
public enum DoubledWord: PageRule {
    public static let metadata = RuleMetadata(
        id: "doubled-word", severity: .warning, sign: .added, scope: .unit, issueType: "duplication",
        summary: "The translation has the same word twice in a row.",
        explanation: """
            A slip of the keyboard or of a merge. Words that a language repeats rightly (German `die die`), numbers, and what the source \
            has twice too are not reported. In scripts without spaces only particles are looked at, since other characters are \
            repeated in many words. Remove one of the two.
            """,
        examples: [
            .bad(("en-US", "Send the form to the office."), ("de-DE", "Senden Sie das Formular an an das Büro.")),
            .bad(("en-US", "Send the form to the office."), ("ru-RU", "Отправьте форму форму в офис.")),
            .bad(("en-US", "Send the form to the office."), ("ja-JP", "フォームをを事務所に送ってください。")),
            .bad(("en-US", "The form of the office is free."), ("zh-CN", "办公室的的表格是免费的。")),
            .good(("en-US", "The forms which the office has sent."), ("de-DE", "Die Formulare, die die Behörde geschickt hat.")),
            .good(("en-US", "This is for the purpose of the form."), ("zh-TW", "這是目的的說明。")),
            .good(("en-US", "It is very very small."), ("ru-RU", "Это очень очень мало.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.prose.blocks(.repetition).flatMap { block -> [Finding] in
            let ranges = pair.profile.isEastAsian ? particles(block.prose.scalars, pair) : words(block.prose.scalars, pair)
            return pair.places(ranges, in: block).compactMap { places in
                guard !repeats(pair.source(ofTarget: places.segment).plain) else { return nil }
                return pair.finding(
                    Self.self, "\(Quoted.list(places.texts)): the same twice in a row", at: places,
                    expected: places.ranges.map { places.block.prose.text(half($0, block.prose.scalars)) }.joined(separator: " "))
            }
        }
    }

    private static func half(_ range: Range<Int>, _ scalars: [UInt32]) -> Range<Int> {
        let end = scalars[range].firstIndex { isSpace($0) } ?? range.lowerBound + 1
        return range.lowerBound..<end
    }

    private static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x0A || scalar == 0xA0 }

    // MARK: Words

    /// Both words and what is between them.
    private static func words(_ scalars: [UInt32], _ pair: PairContext) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var (i, last) = (0, 0..<0)
        while i < scalars.count {
            guard WordScalars.isLetterOrNumber(scalars[i]) else {
                if !isSpace(scalars[i]) { last = i..<i }
                i += 1
                continue
            }
            let start = i
            while i < scalars.count, WordScalars.isLetterOrNumber(scalars[i]) { i += 1 }
            let word = start..<i
            if word.count > 1, last.count == word.count, scalars[last] == scalars[word], isWord(scalars[word], pair), ends(i, scalars),
                starts(last.lowerBound, scalars)
            {
                found.append(last.lowerBound..<i)
            }
            last = word
        }
        return found
    }

    /// False for numbers and for words that the language repeats.
    private static func isWord(_ word: ArraySlice<UInt32>, _ pair: PairContext) -> Bool {
        guard word.contains(where: WordScalars.isLetter) else { return false }
        var text = String.UnicodeScalarView()
        for scalar in word { text.append(Unicode.Scalar(scalar) ?? " ") }
        return !pair.profile.repetition.words.contains(String(text).lowercased())
    }

    /// True where no hyphen or the like makes the word a part of a longer one.
    private static func ends(_ place: Int, _ scalars: [UInt32]) -> Bool {
        place == scalars.count || !joins(scalars[place]) || place + 1 == scalars.count || isSpace(scalars[place + 1])
    }
    private static func starts(_ place: Int, _ scalars: [UInt32]) -> Bool { place == 0 || !joins(scalars[place - 1]) }

    private static func joins(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x2E, 0x2F, 0x27, 0x5F, 0x2010, 0x2011, 0x2019, Prose.object: true
        default: false
        }
    }

    /// True where the source itself has a word twice in a row.
    private static func repeats(_ source: String) -> Bool {
        var last: Substring = ""
        for word in source.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
            if word == last { return true }
            last = word
        }
        return false
    }

    // MARK: Particles

    private static func particles(_ scalars: [UInt32], _ pair: PairContext) -> [Range<Int>] {
        let single = pair.words.scan.single
        return scalars.indices.dropLast().filter { place in
            scalars[place] == scalars[place + 1] && single.contains(scalars[place]) && !pair.words.isRepeatedRightly(at: place, in: scalars)
        }.map { $0..<$0 + 2 }
    }
}

extension LocaleWords {
    /// True where one of the texts that hold a character twice rightly stands round a place.
    fileprivate func isRepeatedRightly(at place: Int, in scalars: [UInt32]) -> Bool {
        profile.repetition.within.contains { text in
            let sought = text.unicodeScalars.map(\.value)
            return (max(0, place + 2 - sought.count)...place).contains { start in
                start + sought.count >= place + 2 && start + sought.count <= scalars.count && scalars[start..<start + sought.count].elementsEqual(sought)
            }
        }
    }
}

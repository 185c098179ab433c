import LocalizationModel

/// Characters of another orthography or script inside the locale's own words.
public enum WrongScript: PageRule {
    public static let metadata = RuleMetadata(
        id: "wrong-script", severity: .warning, sign: .structure, scope: .unit, issueType: "characters",
        summary: "A word is written with characters of another orthography or script.",
        explanation: """
            Simplified characters in a Traditional text and the reverse, as a wrong converter leaves them; one finding names a page that \
            holds many. Characters that the source has too, and those in quotation marks or brackets (a name, the name of a language), \
            are quoted: a note at most. A Latin letter in a Cyrillic word, or the reverse, is reported where it looks like the letter \
            that belongs there: readers see no fault, but searching and sorting do not find the word. Write the locale's own character.
            """,
        examples: [
            .bad(("en-US", "Restart the server after the update."), ("zh-TW", "更新後請重新啟动伺服器。")),
            .bad(("en-US", "Restart the server after the update."), ("zh-CN", "更新后请重新啟动服务器。")),
            // The о of the second word is Latin, then the с of a word by itself.
            .bad(("en-US", "The partner sends the form."), ("ru-RU", "Партнёр oтправляет форму.")),
            .bad(("en-US", "Send it with the form."), ("ru-RU", "Отправьте его c формой.")),
            .good(("en-US", "Restart the server after the update."), ("zh-TW", "更新後請重新啟動伺服器。")),
            .good(("en-US", "Choose 简体中文 in the list."), ("zh-TW", "在清單中選擇简体中文。")),
            .good(("en-US", "Open the XML file in Azure."), ("ru-RU", "Откройте XML-файл в Azure.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let blocks = pair.prose.blocks(.script)
        guard !blocks.isEmpty else { return [] }
        if pair.words.scan.foreign.isEmpty { return blocks.flatMap { lookAlikes(in: $0, pair) } }
        let foreign = pair.words.scan.foreign
        let found = blocks.flatMap { block in
            pair.places(block.prose.scalars.indices.filter { foreign.contains(block.prose.scalars[$0]) }.map { $0..<$0 + 1 }, in: block)
        }
        if let page = wholePage(found, pair) { return [page] }
        return found.compactMap { places in finding(places, pair) }
    }

    // MARK: Orthographies

    private static let manyCharacters = 20
    /// Of a hundred ideographs.
    private static let manyPercent = 5

    private static func wholePage(_ found: [ProsePlaces], _ pair: PairContext) -> Finding? {
        let count = found.reduce(0) { $0 + $1.ranges.count }
        let all = pair.page.segments.reduce(0) { $0 + $1.facts.letters.han }
        guard count >= manyCharacters, count * 100 >= all * manyPercent, let first = found.first else { return nil }
        return pair.finding(
            Self.self, "The page is written in characters that are not \(pair.profile.locale)'s: \(count) of \(all) ideographs are foreign", severity: .error,
            at: first)
    }

    private static func finding(_ places: ProsePlaces, _ pair: PairContext) -> Finding? {
        let source = pair.source(ofTarget: places.segment).plain
        let own = places.ranges.filter { range in !source.unicodeScalars.contains { $0.value == places.block.prose.scalars[range.lowerBound] } }
        guard !own.isEmpty else { return nil }
        let kept = ProsePlaces(block: places.block, segment: places.segment, ranges: own)
        let isQuoted = own.allSatisfy { Self.isQuoted($0.lowerBound, in: places.block.prose.scalars) }
        let characters = kept.texts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return pair.finding(
            Self.self, "\(Quoted.list(characters)) \(characters.count == 1 ? "is" : "are") not written in \(pair.profile.locale)",
            severity: isQuoted ? .note : nil, at: kept)
    }

    /// So far from a character its quotation marks may stand.
    private static let quotationReach = 40
    private static let openers: Set<UInt32> = Set("「『“‘《〈（([【".unicodeScalars.map(\.value))
    private static let closers: Set<UInt32> = Set("」』”’》〉）)]】".unicodeScalars.map(\.value))

    private static func isQuoted(_ place: Int, in scalars: [UInt32]) -> Bool {
        let before = scalars[max(0, place - quotationReach)..<place].last { openers.contains($0) || closers.contains($0) }
        let after = scalars[place..<min(scalars.count, place + quotationReach)].first { openers.contains($0) || closers.contains($0) }
        return before.map { openers.contains($0) } ?? false && after.map { closers.contains($0) } ?? false
    }

    // MARK: Look-alikes

    private static func lookAlikes(in block: ProseBlock, _ pair: PairContext) -> [Finding] {
        let words = LookAlikes(pair.profile).words(in: block.prose.scalars)
        return pair.places(words.map(\.range), in: block).map { places in
            let meant = words.filter { places.ranges.contains($0.range) }.map(\.meant)
            let found = places.texts
            return pair.finding(
                Self.self, "\(Quoted.list(found)) \(found.count == 1 ? "mixes" : "mix") letters of two scripts that look alike", at: places,
                expected: meant.joined(separator: " "))
        }
    }
}

import LocalizationModel

/// A translation that is improbably long or short.
public enum LengthOutlier: PageRule {
    public static let metadata = RuleMetadata(
        id: "length-outlier", severity: .note, sign: .disagreeing, scope: .unit, issueType: "length",
        summary: "A translation is improbably long or short for its source.",
        explanation: """
            A sentence that breaks off, or one into which another text was pasted. Letters are counted, those of the locale's own scripts \
            by how many of them say what a letter of English says (`lettersPerEnglish`); names in other scripts count as they are. \
            Headings and short sentences are not judged: their lengths say nothing. Compare the two texts.
            """,
        examples: [
            .bad(
                (
                    "en-US",
                    "The partner has to send the form to the office before the end of the month, and must pay the fee for the whole of this year."
                ), ("de-DE", "Der Partner muss das Formular senden.")),
            .bad(
                (
                    "en-US",
                    "The partner has to send the form to the office before the end of the month, and must pay the fee for the whole of this year."
                ), ("zh-CN", "合作伙伴必须在月底之前。")),
            .good(
                (
                    "en-US",
                    "The partner has to send the form to the office before the end of the month, and must pay the fee for the whole of this year."
                ), ("ja-JP", "パートナーは月末までにフォームを事務所に送信し、今年度全体の料金を支払う必要があります。")),
        ])

    /// Letters of English from which on lengths are comparable.
    private static let least = 80
    /// Measured on 7,700 pairs of sentences of published pages: fewer than one of a thousand lies beyond either.
    private static let (shortest, longest) = (0.4, 2.5)

    public static func check(_ pair: PairContext) -> [Finding] {
        guard let target = pair.profile.lettersPerEnglish, let source = pair.sourceProfile.lettersPerEnglish else { return [] }
        return pair.pairs.indices.lazy.compactMap { index in
            let item = pair.pairs[index]
            guard item.state == .translated, !item.source.startsWithHeading else { return nil }
            let original = length(pair.sources(item), pair.sourceProfile, source)
            guard original >= Double(least) else { return nil }
            let ratio = length(pair.targets(item), pair.profile, target) / original
            guard ratio < shortest || ratio > longest else { return nil }
            let share = ratio < shortest ? "only \(Int(ratio * 100)) %" : "\(Int(ratio * 100)) %"
            return pair.finding(
                Self.self, "Has \(share) of the length that its source lets expect", source: pair.source(item), target: pair.target(item))
        }
    }

    /// What as many letters of English would say.
    private static func length(_ side: UnitSide, _ profile: LocaleProfile, _ perEnglish: Double) -> Double {
        var (own, other) = (0, 0)
        for index in 0..<side.count {
            let letters = side[index].letters
            let mine = letters.count(in: profile.scripts)
            own += mine
            other += letters.total - mine
        }
        return Double(own) / perEnglish + Double(other)
    }
}

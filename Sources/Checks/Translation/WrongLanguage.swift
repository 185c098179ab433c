import LocalizationModel

/// A page that is in another language than its locale's.
public enum WrongLanguage: PageRule {
    public static let metadata = RuleMetadata(
        id: "wrong-language", severity: .error, sign: .disagreeing, scope: .page, issueType: "locale-violation",
        summary: "The page is written in a third language, or its source is not in the source's language.",
        explanation: """
            A file was saved in the wrong folder, or the wrong locale was named. The letters tell, and the frequent words where both languages \
            share a script. What is found in single sentences are notes then. A page that is still in the source's language is \
            `untranslated-segment`, and so are two pages that were swapped.
            """,
        examples: [
            .bad(
                ("en-US", "# Levels\n\nThe form is free for all partners. It must be sent before the end of June."),
                ("de-DE", "# Уровни\n\nФорма бесплатна для всех партнёров. Её нужно отправить до конца июня, и тогда уровень будет присвоен в течение месяца.")),
            .good(
                ("en-US", "# Levels\n\nThe form is free for all partners. It must be sent before the end of June."),
                ("ja-JP", "# レベル\n\nこのフォームはすべてのパートナーに無料です。6 月末までに送信する必要があります。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let verdict = pair.verdict
        return verdict == .otherLanguage || verdict == .sourceInOtherLanguage ? [verdict.finding(pair)].compactMap { $0 } : []
    }
}

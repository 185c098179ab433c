import LocalizationModel

/// A segment of which a part was left in the source's language.
public enum PartiallyTranslatedSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "partially-translated-segment", severity: .error, sign: .lacking, scope: .unit, issueType: "untranslated",
        summary: "A part of a translated sentence was left in the source's language.",
        explanation: """
            Several words in a row, among them such as only sentences have (articles, prepositions, verbs), stand in the source's \
            language inside a translated text. Names that stay in English by design are not counted. Translate the rest.
            """,
        wantsTranslation: true,
        examples: [
            .bad(
                ("en-US", "Send the form before the end of the month. Late forms are not accepted by the office."),
                ("ja-JP", "月末までにフォームを送信してください late forms are not accepted by the office。")),
            .good(
                ("en-US", "Sign in to Microsoft Partner Center and open the page."),
                ("ja-JP", "Microsoft Partner Center にサインインして、ページを開きます。")),
            .good(
                ("en-US", "Sign in to Microsoft Partner Center and open the page."),
                ("ru-RU", "Войдите в Microsoft Partner Center и откройте страницу.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.pairs(.partial).map { item in
            let (source, target) = (pair.source(item), pair.target(item))
            return pair.finding(
                Self.self, "Partly left in \(pair.sourceProfile.locale): \(Quoted.text(target))", source: source, target: target,
                evidence: .init(expected: "text in \(pair.profile.locale)", found: target.text))
        }
    }
}

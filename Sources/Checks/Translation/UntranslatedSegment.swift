import LocalizationModel

/// A segment that was left in the source's language.
public enum UntranslatedSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "untranslated-segment", severity: .error, sign: .lacking, scope: .unit, issueType: "untranslated",
        summary: "A sentence was left in the source's language.",
        explanation: """
            Readers meet a sentence in another language in the middle of their own. Names of products, exam titles, codes and \
            identifiers are right in any language and are not reported; neither is a heading that is a mere name. The text of an \
            image and the title of a link count as sentences of their own; a file name, a code or a name is right in any language there. \
            An identifier (`Charge_Type`), and a name whose words stand in translated sentences of the page as well, are a note. \
            Where all of a page is in the source's language, or the two pages were swapped, one finding says so. \
            Translate the sentence; the report offers how the same sentence is translated elsewhere on the site.
            """,
        wantsTranslation: true,
        examples: [
            .bad(("en-US", "Trial licences are not included."), ("de-DE", "Trial licences are not included.")),
            .bad(("en-US", "Send the form to your contact."), ("ru-RU", "Send the form to your contact.")),
            .bad(("en-US", "## How to apply\n"), ("ja-JP", "## How to apply\n")),
            .bad(
                ("en-US", "The form can be seen in ![the annual fee](form.png), which is printed."),
                ("ja-JP", "印刷されるフォームは、次の画像 ![the annual fee](form.png) のとおりです。")),
            .bad(("en-US", "Send [it](a.md \"Opens the form\") today."), ("de-DE", "Senden Sie [es](a.md \"Opens the form\") heute.")),
            .good(("en-US", "Look ![form-1.png](form.png) up."), ("ru-RU", "Смотрите ![form-1.png](form.png) здесь.")),
            .good(("en-US", "## Office 365\n"), ("zh-TW", "## Office 365\n")),
            .good(("en-US", "Send the form to your contact."), ("de-DE", "Senden Sie das Formular an Ihre Ansprechperson.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let untranslated = pair.pairs(.untranslated)
        guard !untranslated.isEmpty else { return NestedFaults.untranslated(pair) }
        var names = KeptNames(pair)
        return untranslated.map { item in
            let (source, target) = (pair.source(item), pair.target(item))
            return pair.finding(
                Self.self, "Left in \(pair.sourceProfile.locale): \(Quoted.text(target))", severity: names.contain(target.plain) ? .note : nil,
                source: source, target: target,
                evidence: .init(expected: "text in \(pair.profile.locale)", found: target.text))
        } + NestedFaults.untranslated(pair)
    }
}

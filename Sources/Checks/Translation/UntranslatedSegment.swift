import LocalizationModel

/// A segment that was left in the source's language.
public enum UntranslatedSegment: PageRule {
    public static let metadata = RuleMetadata(
        id: "untranslated-segment", severity: .error, sign: .lacking, scope: .unit, issueType: "untranslated",
        summary: "A sentence was left in the source's language.",
        explanation: """
            Readers meet a sentence in another language in the middle of their own. Names of products, exam titles, codes and \
            identifiers are right in any language and are not reported; neither is a heading that is a mere name. \
            Translate the sentence; the report offers how the same sentence is translated elsewhere on the site.
            """,
        examples: [
            .bad(("en-US", "Trial licences are not included."), ("de-DE", "Trial licences are not included.")),
            .bad(("en-US", "Send the form to your contact."), ("ru-RU", "Send the form to your contact.")),
            .bad(("en-US", "## How to apply\n"), ("ja-JP", "## How to apply\n")),
            .good(("en-US", "## Office 365\n"), ("zh-TW", "## Office 365\n")),
            .good(("en-US", "Send the form to your contact."), ("de-DE", "Senden Sie das Formular an Ihre Ansprechperson.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.pairs.filter { $0.unit.state == .untranslated }.map { item in
            pair.finding(
                Self.self, "Left in \(pair.sourceProfile.locale): \(Quoted.text(item.target))", source: item.source, target: item.target,
                evidence: .init(expected: "text in \(pair.profile.locale)", found: item.target.map(\.text).joined(separator: " ")))
        }
    }
}

import LocalizationModel

/// A locale of which less is translated than the project wants.
public enum IncompleteLocale: Rule {
    public static let metadata = RuleMetadata(
        id: "incomplete-locale", severity: .error, sign: .lacking, scope: .site, issueType: "untranslated",
        summary: "Less of a locale is translated than the project's threshold.",
        explanation: """
            `thresholds: {translated: …}` in the configuration says how many percent of the source's segments a locale must have translated, \
            over all its pages and those that it lacks. Without a threshold the rule is silent.
            """,
        examples: [
            .good(("en-US", "It takes 3 days."), ("de-DE", "It takes 3 days.")),
            .good(("en-US", "It takes 3 days."), ("ja-JP", "3 日かかります。")),
        ])

    /// - Parameters:
    ///   - minimum: percent, by locale.
    ///   - configuration: the file that states the thresholds.
    public static func check(_ locales: [LocaleStatus], minimum: (LocaleTag) -> Int?, configuration: String) -> [Finding] {
        locales.compactMap { status in
            guard let minimum = minimum(status.locale), status.percent < minimum else { return nil }
            return Finding(
                rule: metadata.id, severity: metadata.severity, sign: metadata.sign, message: "\(status.percent) % translated, \(minimum) % wanted",
                page: "", locale: status.locale, file: configuration)
        }
    }
}

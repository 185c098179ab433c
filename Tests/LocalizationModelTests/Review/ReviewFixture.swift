import LocalizationModel

/// A finding with a text of its own.
func finding(
    _ rule: String = "number-mismatch", _ severity: Severity = .error, text: String = "5 Tage", line: Int = 1, page: String = "a.md", locale: String = "de-DE"
) -> Finding {
    guard let locale = LocaleTag(locale) else { preconditionFailure("'\(locale)' is no locale") }
    return Finding(
        rule: rule, severity: severity, sign: .disagreeing, message: "Message on line \(line)", page: page, locale: locale, file: "\(locale)/\(page)",
        target: .init(line: line, column: 1, endLine: line, text: text))
}

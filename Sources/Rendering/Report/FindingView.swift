import LocalizationModel

/// A finding as the report shows it, under its unit or on top of the page.
public struct FindingView: Sendable {
    public let rule: String
    public let severity: Severity
    public let message: String
    public let expected: String?
    public let found: String?
    /// The place on the other side after which the text belongs: its line and its words.
    public let after: String?
    /// What could stand there instead.
    public let suggestion: String?

    public init(
        rule: String, severity: Severity, message: String, expected: String? = nil, found: String? = nil, after: String? = nil,
        suggestion: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.expected = expected
        self.found = found
        self.after = after
        self.suggestion = suggestion
    }

    public init(_ finding: Finding) {
        self.init(
            rule: finding.rule, severity: finding.severity, message: finding.message, expected: finding.evidence?.expected,
            found: finding.evidence?.found, after: finding.evidence?.after.map { "\($0.line): \($0.text)" },
            suggestion: finding.evidence?.translation.map(Self.offer))
    }

    /// `text (page:12, 90 %)`.
    private static func offer(_ match: TranslationMemory.Match) -> String {
        "\(match.entry.target) (\(match.entry.page):\(match.entry.line), \(Int(match.similarity * 100)) %)"
    }

    private static let shape = TemplateShape(["rule", "severity", "severityWord", "message", "hasEvidence", "expected", "found", "after", "suggestion"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(rule), .text(severity.rawValue), .text(strings[severity.wordKey]), .text(message),
                    .bool(expected != nil || found != nil || after != nil || suggestion != nil), .optional(expected), .optional(found), .optional(after),
                    .optional(suggestion),
                ]))
    }
}

import LocalizationModel

/// A finding as the report shows it, under its unit or on top of the page.
public struct FindingView: Sendable {
    public let rule: String
    public let severity: Severity
    public let message: String
    public let expected: String?
    public let found: String?
    /// What could stand there instead.
    public let suggestion: String?

    public init(
        rule: String, severity: Severity, message: String, expected: String? = nil, found: String? = nil, suggestion: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.expected = expected
        self.found = found
        self.suggestion = suggestion
    }

    public init(_ finding: Finding) {
        self.init(
            rule: finding.rule, severity: finding.severity, message: finding.message, expected: finding.evidence?.expected,
            found: finding.evidence?.found, suggestion: finding.evidence?.translation.map(Self.offer))
    }

    /// `text (page:12, 90 %)`.
    private static func offer(_ match: TranslationMemory.Match) -> String {
        "\(match.entry.target) (\(match.entry.page):\(match.entry.line), \(Int(match.similarity * 100)) %)"
    }

    private static let shape = TemplateShape(["rule", "severity", "severityWord", "message", "hasEvidence", "expected", "found", "suggestion"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(rule), .text(severity.rawValue), .text(strings[severity.wordKey]), .text(message),
                    .bool(expected != nil || found != nil || suggestion != nil), .optional(expected), .optional(found),
                    .optional(suggestion),
                ]))
    }
}

import LocalizationModel

/// A finding as the report shows it, under its unit or on top of the page.
public struct FindingView: Sendable {
    /// What could stand there instead.
    public struct Suggestion: Hashable, Sendable {
        public let text: String
        /// Where the site says so: `page:12, 90 %`.
        public let origin: String?
        public init(_ text: String, origin: String? = nil) {
            self.text = text
            self.origin = origin
        }
    }

    /// What the finding is linked by; the same in every build that makes the finding.
    public var id = ""
    public let rule: String
    public let severity: Severity
    public let sign: Sign
    public let message: String
    public var expected: String?
    public var found: String?
    /// The place on the other side after which the text belongs: its line and its words.
    public var after: String?
    public var suggestion: Suggestion?
    /// What became of the source's words since the translation was made.
    public var change: RevisedText?
    /// Nil where nothing is compared with a baseline.
    public var state: FindingState?
    /// Why the page suppresses it.
    public var reason: String?

    public init(rule: String, severity: Severity, sign: Sign, message: String) {
        self.rule = rule
        self.severity = severity
        self.sign = sign
        self.message = message
    }

    public init(_ finding: Finding, id: String = "", state: FindingState? = nil) {
        self.init(rule: finding.rule, severity: finding.severity, sign: finding.sign, message: finding.message)
        self.id = id
        self.state = state
        reason = finding.suppression
        guard let evidence = finding.evidence else { return }
        change = evidence.edits.isEmpty ? nil : RevisedText(old: evidence.found, new: evidence.expected, edits: evidence.edits)
        // The sentence with its changes says both; the segments that the finding stands under need not be said again.
        if !(change?.isWhole ?? false) {
            expected = evidence.expected == finding.source?.text ? nil : evidence.expected
            found = evidence.found == finding.target?.text ? nil : evidence.found
        }
        after = evidence.after.map { "\($0.line): \($0.text)" }
        suggestion = evidence.translation.map { match in
            Suggestion(match.entry.target, origin: "\(match.entry.page):\(match.entry.line), \(Int(match.similarity * 100)) %")
        }
    }

    private static let shape = TemplateShape([
        "id", "rule", "severity", "severityWord", "sign", "message", "hasEvidence", "expected", "found", "after", "suggestion", "change", "state",
        "stateWord", "reason",
    ])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(id), .text(rule), .text(severity.rawValue), .text(strings[severity.wordKey]), .text(sign.rawValue), .text(message),
                    .bool(expected != nil || found != nil || after != nil || suggestion != nil), .optional(expected), .optional(found), .optional(after),
                    .optional(suggestion), .optional(change), .optional(state?.rawValue), .optional(state.map { strings[$0.wordKey] }), .optional(reason),
                ]))
    }
}

extension FindingView.Suggestion: TemplateView {
    private static let shape = TemplateShape(["text", "origin"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(text), .optional(origin)])) }
}

import LocalizationModel

/// The rules as SARIF's reporting descriptors, and where each stands among them.
struct SARIFRules {
    private let rules: [RuleMetadata]
    private let indices: [String: Int]

    init(_ rules: [RuleMetadata]) {
        self.rules = rules
        indices = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(id: String) -> Int? { indices[id] }

    func tool(version: String, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.key("driver")
            writer.object { writer in
                writer.member("name", "hexapla")
                writer.member("version", version)
                writer.key("rules")
                writer.array(rules) { write($1, &$0) }
            }
        }
    }

    private func write(_ rule: RuleMetadata, _ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", rule.id)
            writer.member("name", Self.pascal(rule.id))
            writer.key("shortDescription")
            SARIFReport.message(rule.summary, &writer)
            writer.key("fullDescription")
            SARIFReport.message(rule.explanation, &writer)
            writer.key("help")
            writer.object { writer in
                writer.member("text", SARIFReport.plain("\(rule.summary) \(rule.explanation) More: hexapla explain \(rule.id)"))
                writer.member("markdown", markdown(rule))
            }
            writer.key("defaultConfiguration")
            writer.object { $0.member("level", rule.severity.rawValue) }
            writer.key("properties")
            writer.object { writer in
                writer.member("tags", ["localization", rule.issueType, rule.scope.rawValue])
                // How sure the rule is, in the words of code scanning.
                writer.member("precision", rule.severity == .note ? "medium" : "high")
                writer.member("problem.severity", rule.severity == .note ? "recommendation" : rule.severity.rawValue)
            }
        }
    }

    private func markdown(_ rule: RuleMetadata) -> String {
        "**\(MarkdownText.of(rule.summary))**\n\n\(MarkdownText.of(rule.explanation))\n\nSigned \(rule.sign.rawValue). "
            + "`hexapla explain \(rule.id)` shows examples."
    }

    /// `number-mismatch` as `NumberMismatch`, the form that the standard asks for.
    private static func pascal(_ id: String) -> String { id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }
}

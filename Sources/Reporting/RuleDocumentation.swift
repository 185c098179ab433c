import LocalizationModel

/// The rules, explained from their own metadata.
public enum RuleDocumentation {
    /// For a terminal.
    public static func text(_ rules: [RuleMetadata]) -> String {
        if rules.count > 1 {
            let width = rules.map(\.id.count).max() ?? 0
            return rules.map { rule in
                rule.id + String(repeating: " ", count: width + 2 - rule.id.count) + rule.severity.rawValue
                    + String(repeating: " ", count: 9 - rule.severity.rawValue.count) + rule.summary + "\n"
            }.joined()
        }
        return rules.map { rule in
            "\(rule.id) (\(rule.severity.rawValue), \(rule.scope.rawValue))\n\n\(rule.summary)\n\n\(rule.explanation)\n\n"
                + "ITS 2.0 issue type: \(rule.issueType)\n" + rule.examples.map { "\n" + indented($0) }.joined()
        }.joined()
    }

    private static func indented(_ example: RuleExample) -> String {
        let head = example.verdict == .bad ? "reported:\n" : "not reported:\n"
        return head
            + (example.files + example.pages).map { title, text in
                "  \(title)\n" + text.split(separator: "\n").map { "    \($0)\n" }.joined()
            }.joined()
    }

    /// The page docs/rules.md.
    public static func markdown(_ rules: [RuleMetadata]) -> String {
        var text = """
            # Rules

            Written by `hexapla explain all --markdown` from the rules themselves. `hexapla explain RULE` prints one.

            | Rule | Severity | What is wrong |
            | --- | --- | --- |

            """
        for rule in rules { text += "| [`\(rule.id)`](#\(rule.id)) | \(rule.severity.rawValue) | \(rule.summary) |\n" }
        for rule in rules {
            text += "\n## \(rule.id)\n\n\(rule.summary)\n\n\(rule.explanation)\n\n"
            text += "Severity: \(rule.severity.rawValue) · scope: \(rule.scope.rawValue) · ITS 2.0 issue type: `\(rule.issueType)`\n"
            for example in rule.examples {
                text += "\n\(example.verdict == .bad ? "Reported" : "Not reported"):\n"
                for file in example.files {
                    text += "\n`\(file.name)`\n\n````yaml\n\(file.text.hasSuffix("\n") ? String(file.text.dropLast()) : file.text)\n````\n"
                }
                for page in example.pages {
                    text += "\n`\(page.locale)`\n\n````markdown\n\(page.text.hasSuffix("\n") ? String(page.text.dropLast()) : page.text)\n````\n"
                }
            }
        }
        return text
    }
}

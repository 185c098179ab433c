import LocalizationModel

/// An identifier or a code span that differs.
public enum CodeMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "code-mismatch", severity: .error, scope: .unit, issueType: "inconsistent-entities",
        summary: "An identifier or a code span of the source is missing or changed in the translation.",
        explanation: """
            What stands in backticks and identifiers with digits (70-346, 3.1.1, net46) are the same in every language. Compared without \
            regard to case; a code span that lost only its backticks is not reported here.
            """,
        examples: [
            .bad(("en-US", "Pass exam 70-346 first."), ("de-DE", "Bestehen Sie zuerst Prüfung 70-364.")),
            .bad(("en-US", "Run `tool check` first."), ("zh-CN", "首先运行 `tool verify`。")),
            .good(("en-US", "Run `tool check` first."), ("ru-RU", "Сначала выполните `tool check`.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.translatedPairs.compactMap { item in
            let (missing, extra) = difference(item.source, item.target)
            guard !missing.isEmpty || !extra.isEmpty else { return nil }
            let severity: Severity = missing.isEmpty || extra.isEmpty ? .warning : .error
            let message =
                missing.isEmpty
                ? "Code \(Quoted.list(extra)) is not in the source"
                : extra.isEmpty ? "Code \(Quoted.list(missing)) is missing" : "Code \(Quoted.list(missing)) of the source is \(Quoted.list(extra)) here"
            return pair.finding(
                Self.self, message, severity: severity, source: item.source, target: item.target,
                evidence: .init(expected: missing.isEmpty ? nil : missing.joined(separator: ", "), found: extra.isEmpty ? nil : extra.joined(separator: ", ")))
        }
    }

    private static func difference(_ source: [Segment], _ target: [Segment]) -> (missing: [String], extra: [String]) {
        let original = key(source.map(\.text).joined(separator: " "))
        let translated = key(target.map(\.text).joined(separator: " "))
        func codes(_ segments: [Segment]) -> [String] { segments.flatMap { $0.facts.codes + $0.facts.inlineCode } }
        func isWorthy(_ code: String) -> Bool { key(code).utf8.count >= 2 }
        var missing: [String] = []
        for code in codes(source) where isWorthy(code) && !translated.contains(key(code)) && !missing.contains(code) { missing.append(code) }
        var extra: [String] = []
        for code in codes(target) where isWorthy(code) && !original.contains(key(code)) && !extra.contains(code) { extra.append(code) }
        return (missing, extra)
    }

    /// Letters and digits only, in lower case: `70-346` and `70 346` are the same identifier in other spelling.
    private static func key(_ text: String) -> String {
        String(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}

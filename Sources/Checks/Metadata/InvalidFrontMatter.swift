import LocalizationModel

/// Front matter that is no YAML or has a key twice.
public enum InvalidFrontMatter: PageRule {
    public static let metadata = RuleMetadata(
        id: "invalid-front-matter", severity: .error, sign: .structure, scope: .page, issueType: "markup",
        summary: "The front matter cannot be read as YAML 1.1, or states a key twice.",
        explanation: "The keys that could be read are used all the same. Quote values that contain `: ` or start with a special character.",
        examples: [
            .bad(("en-US", "Text."), ("de-DE", "---\ntitle: \"Stufen\ndescription: Text\n---\nText.")),
            .good(("en-US", "Text."), ("ja-JP", "---\ntitle: \"レベル: 概要\"\n---\nテキスト。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let faults = pair.page.metadata.faults.map { pair.finding(Self.self, $0.message, at: $0.span) }
        let unclosed = pair.page.document.notes.filter { $0.kind == .unclosedFrontMatter }
        return faults + unclosed.map { pair.finding(Self.self, "The front matter's second '---' is missing", at: $0.span) }
    }
}

import LocalizationModel

/// Front matter that is not what the project's schema wants.
public enum FrontMatterViolation: GroupRule {
    public static let metadata = RuleMetadata(
        id: "front-matter-schema", severity: .error, sign: .structure, scope: .group, issueType: "non-conformance",
        summary: "The front matter is not what the project's schema wants.",
        explanation: """
            Site generators stop at a page whose front matter lacks a key or has a value of another type, or show it wrongly. `front-matter` in \
            hexapla.yml names the schema, a subset of JSON Schema (docs/front-matter.md). With `x-localization: same` a value must be the \
            source's own; with `translated` it must not (`untranslated-metadata` says so). Fragments are not looked at.
            """,
        examples: [
            .bad(frontMatter: "required: [title]\n", ("en-US", "---\ntitle: A\n---\nText."), ("de-DE", "---\ntitel: A\n---\nText.")),
            .bad(
                frontMatter: "properties: {weight: {type: integer, x-localization: same}}\n", ("en-US", "---\nweight: 10\n---\nText."),
                ("zh-TW", "---\nweight: 20\n---\n文字。")),
            .good(
                frontMatter: "properties: {date: {type: string, format: date}}\nrequired: [date]\n", ("en-US", "---\ndate: 2024-02-29\n---\nText."),
                ("ru-RU", "---\ndate: 2024-02-29\n---\nТекст.")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        guard let demands = context.demands else { return [] }
        let source = context.group.source.flatMap { $0.isRecovered ? nil : $0.page }
        return context.group.translations.indices.flatMap { index -> [Finding] in
            let page = context.group.translations[index].page
            return page.metadata.violations.map { violation(of: page, $0, source) } + (source.map { differences(of: page, $0, demands) } ?? [])
        }
    }

    private static func violation(of page: Page, _ violation: PageMetadata.Violation, _ source: Page?) -> Finding {
        page.finding(
            Self.self, "Front matter: \(violation.message)", at: violation.span, key: violation.key, source: place(of: violation.key, source),
            evidence: .init(expected: violation.expected, found: violation.found))
    }

    /// Keys that are to be the source's own.
    private static func differences(of page: Page, _ source: Page, _ demands: MetadataDemands) -> [Finding] {
        demands.same.compactMap { key in
            guard let expected = source.metadata[key]?.values.map(\.text) else { return nil }
            let own = page.metadata[key]?.values.map(\.text)
            guard own != expected else { return nil }
            let (right, wrong) = (expected.joined(separator: ", "), own?.joined(separator: ", "))
            return page.finding(
                Self.self, "Front matter: '\(key)' is \(wrong.map(Quoted.text) ?? "missing"), \(Quoted.text(right)) in the source",
                at: page.metadata[key]?.values.first?.span ?? page.span(ofKey: key), key: key, source: place(of: key, source),
                evidence: .init(expected: right, found: wrong))
        }
    }

    private static func place(of key: String, _ source: Page?) -> Finding.Place? {
        source.flatMap { page in page.metadata[key].map { Place.of($0.keySpan, in: page.document.text) } }
    }
}

import LocalizationModel

/// Front matter that differs between locales in what should be the same.
public enum InconsistentMetadata: GroupRule {
    public static let metadata = RuleMetadata(
        id: "inconsistent-metadata", severity: .warning, sign: .disagreeing, scope: .group, issueType: "inconsistency",
        summary: "The locales of a page disagree on a front matter key that is the same in every language.",
        explanation: """
            `robots` decides whether search engines show the page, and should do so for all languages alike; the number of keywords \
            should be the source's. Any other key that readers do not see is compared, too: its value should be the source's, else what most \
            languages state. Severity is warning for `robots`, note for the rest.
            """,
        examples: [
            .bad(
                ("en-US", "---\ntitle: Levels\n---\nText."), ("de-DE", "---\ntitle: Stufen\n---\nText."),
                ("zh-TW", "---\ntitle: 等級\nrobots: noindex\n---\n內文。")),
            .bad(("en-US", "---\nkeywords: a, b, c\n---\nText."), ("zh-CN", "---\nkeywords: 甲, 乙\n---\n文本。")),
            .bad(("en-US", "---\nms.topic: guide\n---\nText."), ("ja-JP", "---\nms.topic: article\n---\n本文。")),
            .good(
                ("en-US", "---\nrobots: noindex\n---\nText."), ("de-DE", "---\nrobots: noindex\n---\nText.")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        let pages = context.group.translations.map(\.page)
        let source = context.group.source.flatMap { $0.isRecovered ? nil : $0.page }
        return robots(pages, source) + keywords(pages, source) + others(context.group, except: context.demands?.same ?? [])
    }

    private static func robots(_ pages: [Page], _ source: Page?) -> [Finding] {
        let all = pages + (source.map { [$0] } ?? [])
        let first = all.first?.metadata.text("robots")
        guard !all.allSatisfy({ $0.metadata.text("robots") == first }) else { return [] }
        let set = all.filter { $0.metadata.text("robots") != nil }
        guard !set.isEmpty, set.count < all.count || Set(set.compactMap { $0.metadata.text("robots")?.lowercased() }).count > 1 else { return [] }
        let values = Set(set.compactMap { $0.metadata.text("robots") }).sorted().joined(separator: ", ")
        let place = source.flatMap { page in page.metadata["robots"].map { Place.of($0.keySpan, in: page.document.text) } }
        let names = set.map(\.locale.description).sorted().joined(separator: ", ")
        return pages.filter { page in page.metadata.text("robots") != source?.metadata.text("robots") }.compactMap { page in
            guard let value = page.metadata.text("robots") else {
                return source == nil
                    ? nil
                    : page.finding(
                        Self.self, "'robots' is missing, it stands in \(names)", at: SourceSpan(0, 0), key: "robots", evidence: .init(expected: values))
            }
            return page.finding(
                Self.self, "'robots: \(value)' stands in \(names) only", at: page.span(ofKey: "robots"), key: "robots", source: place,
                evidence: .init(expected: source?.metadata.text("robots"), found: value))
        }
    }

    /// - Parameter stated: keys that `front-matter-schema` reports.
    private static func others(_ group: PageGroup, except stated: [String]) -> [Finding] {
        group.differingMetadata.filter { $0.key != "robots" && !stated.contains($0.key) }.flatMap { fact in
            fact.cells.filter { $0.standing == .disagrees }.compactMap { cell in
                guard let page = group.translations.first(where: { $0.page.locale == cell.locale })?.page else { return nil }
                let (own, expected) = (cell.values.joined(separator: ", "), fact.values.joined(separator: ", "))
                return page.finding(
                    Self.self, "Front matter '\(fact.key)' is \(Quoted.text(own)) here, \(Quoted.text(expected)) in the other languages", severity: .note,
                    at: page.span(ofKey: fact.key), key: fact.key, evidence: .init(expected: expected, found: own))
            }
        }
    }

    private static func keywords(_ pages: [Page], _ source: Page?) -> [Finding] {
        let counts = pages.map(count)
        guard let expected = source.flatMap(count) ?? mode(counts.compactMap { $0 }) else { return [] }
        return zip(pages, counts).compactMap { page, count in
            guard let count, count != expected else { return nil }
            return page.finding(
                Self.self, "\(count) keywords, \(expected) in the other languages", severity: .note, at: page.span(ofKey: "keywords"), key: "keywords",
                evidence: .init(expected: "\(expected)", found: "\(count)"))
        }
    }

    /// How many keywords a page has; nil where it has no such key.
    private static func count(_ page: Page) -> Int? { page.metadata["keywords"].map { _ in page.metadata.keywords.count } }

    /// The most frequent value, where one is.
    private static func mode(_ values: [Int]) -> Int? {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        return counts.filter { $0.value * 2 > values.count }.keys.first
    }
}

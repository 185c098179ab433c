/// What every rule says of itself; `explain`, the documentation and the tests come from it.
public struct RuleMetadata: Sendable {
    /// What a rule needs to see at once.
    public enum Scope: String, Sendable {
        case unit, page, group, site
    }

    /// Names the fault, in kebab case; never changes.
    public let id: String
    public let severity: Severity
    public let sign: Sign
    public let scope: Scope
    /// The ITS 2.0 localization quality issue type (W3C ITS 2.0, section 8.22, appendix C).
    public let issueType: String
    /// One sentence: what is wrong.
    public let summary: String
    /// Why it matters, what counts and what does not, what to do.
    public let explanation: String
    public let examples: [RuleExample]
    /// True where a translation of the source's sentence would mend it: the site's memory is asked for one.
    public let wantsTranslation: Bool

    public init(
        id: String, severity: Severity, sign: Sign, scope: Scope, issueType: String, summary: String, explanation: String,
        wantsTranslation: Bool = false, examples: [RuleExample]
    ) {
        self.id = id
        self.severity = severity
        self.sign = sign
        self.scope = scope
        self.issueType = issueType
        self.summary = summary
        self.explanation = explanation
        self.examples = examples
        self.wantsTranslation = wantsTranslation
    }
}

/// Pages on which a rule must speak, or must stay silent. A test runs them all.
public struct RuleExample: Sendable {
    public enum Verdict: Sendable {
        case bad, good
    }

    public let verdict: Verdict
    /// Locale tag and text of each page of one group, the source first where there is one.
    public let pages: [(locale: String, text: String)]
    /// Files of the project that the rule asks, in YAML.
    public let glossary: String?
    public let frontMatter: String?

    /// The rule speaks on these pages.
    public static func bad(glossary: String? = nil, frontMatter: String? = nil, _ pages: (locale: String, text: String)...) -> RuleExample {
        RuleExample(verdict: .bad, pages: pages, glossary: glossary, frontMatter: frontMatter)
    }

    /// The rule stays silent on these pages.
    public static func good(glossary: String? = nil, frontMatter: String? = nil, _ pages: (locale: String, text: String)...) -> RuleExample {
        RuleExample(verdict: .good, pages: pages, glossary: glossary, frontMatter: frontMatter)
    }

    /// The files by the names that the documentation gives them.
    public var files: [(name: String, text: String)] {
        [("glossary.yml", glossary), ("front-matter.yml", frontMatter)].compactMap { name, text in text.map { (name, $0) } }
    }
}

import LocalizationModel

/// The report's entry page: every locale's figures, the matrix of pages and locales, findings by rule.
public struct ReportIndexView: TemplateView {
    /// One locale's figures.
    public struct LocaleSummary: Sendable {
        /// BCP 47.
        public var tag: String
        public var nativeName: String
        public var pages = 0
        public var progress = TranslationProgress()
        public var errors = 0
        public var warnings = 0
        public var notes = 0
        /// The earliest hand-off of a page that follows an older source, ISO 8601.
        public var drift: String?
        public init(tag: String, nativeName: String) {
            self.tag = tag
            self.nativeName = nativeName
        }
    }

    /// How often a rule found something.
    public struct RuleCount: Sendable {
        public let rule: String
        public let severity: Severity
        /// In the order of `locales`.
        public let counts: [Int]
        public init(rule: String, severity: Severity, counts: [Int]) {
            self.rule = rule
            self.severity = severity
            self.counts = counts
        }
    }

    public var siteTitle: String
    public var direction: LocaleProfile.Direction = .leftToRight
    /// The way from the page to the folder of the assets.
    public var rootPath: String
    /// Name and tag of the locale translated from, where there is one.
    public var sourceLocale: String?
    /// The index of all pages' facts.
    public var factsHref: String?
    /// The folder that the index is of, with the way to the index of all; nil for that one.
    public var folder: String?
    public var indexHref: String?
    /// Pages of all rows; the rows of a large site are folders.
    public var pageCount: Int
    public var locales: [LocaleSummary]
    public var rows: [Row]
    /// The worst first.
    public var rules: [RuleCount]
    /// What is new since the baseline, and what of it is gone; nil where there is none.
    public var changes: (new: Int, fixed: [FixedFinding])?
    public var strings: InterfaceText

    public init(
        siteTitle: String, rootPath: String, locales: [LocaleSummary], rows: [Row], rules: [RuleCount], strings: InterfaceText
    ) {
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.locales = locales
        self.rows = rows
        pageCount = rows.count
        self.rules = rules
        self.strings = strings
    }

    // MARK: Value

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "indexHref", "sourceLocale", "factsHref",
            "folder", "locales", "rows", "rules", "pageCount", "findingCount", "signs", "changes", "t",
        ])

    public var value: TemplateValue {
        let findings = locales.reduce(0) { $0 + $1.errors + $1.warnings + $1.notes }
        return .object(
            TemplateObject(
                Self.shape,
                DocumentHead(strings: strings, direction: direction, title: strings["reportTitle"], siteTitle: siteTitle, rootPath: rootPath, robots: "noindex")
                    .fields + [
                        .optional(indexHref), .optional(sourceLocale),
                        .optional(factsHref), .optional(folder),
                        .list(locales.map { $0.value(strings) }), .list(rows.map { $0.value(strings) }),
                        .list(rules.map { $0.value(strings) }), .text(strings.number(pageCount)), .text(strings.number(findings)),
                        .list(Sign.allCases.map { $0.value(strings) }), changes.map { changesValue(new: $0.new, fixed: $0.fixed) } ?? .bool(false),
                        strings.value,
                    ]))
    }
}

extension ReportIndexView.LocaleSummary {
    private static let shape = TemplateShape([
        "tag", "nativeName", "pages", "progress", "untranslated", "partial", "missing", "extra", "stale", "errors", "warnings", "notes", "drift",
    ])

    func value(_ strings: InterfaceText) -> TemplateValue {
        let states = [progress.untranslated, progress.partial, progress.missing, progress.extra, progress.stale]
        return .object(
            TemplateObject(
                Self.shape,
                [.text(tag), .text(nativeName), .text(strings.number(pages)), progress.value(strings)]
                    + (states + [errors, warnings, notes]).map { $0 == 0 ? .bool(false) : .text(strings.number($0)) } + [.optional(drift)]))
    }
}

extension ReportIndexView.RuleCount {
    private static let shape = TemplateShape(["rule", "severity", "severityWord", "counts", "total"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(rule), .text(severity.rawValue), .text(strings[severity.wordKey]),
                    .list(counts.map { .text($0 == 0 ? "·" : strings.number($0)) }),
                    .text(strings.number(counts.reduce(0, +))),
                ]))
    }
}

import LocalizationModel

/// The report's entry page: every locale's figures, the matrix of pages and locales, findings by rule.
public struct ReportIndexView: TemplateView {
    /// One locale's figures.
    public struct LocaleSummary: Sendable {
        /// BCP 47.
        public var tag: String
        public var nativeName: String
        public var pages = 0
        public var segments = 0
        public var translated = 0
        public var untranslated = 0
        public var partial = 0
        public var missing = 0
        public var extra = 0
        public var stale = 0
        /// Percent of the segments that are translated.
        public var percent = 0
        public var errors = 0
        public var warnings = 0
        public var notes = 0
        public init(tag: String, nativeName: String) {
            self.tag = tag
            self.nativeName = nativeName
        }
    }

    /// A page in all locales; the cells stand in the order of `locales`.
    public struct Row: Sendable {
        /// The page's path below its locale's folder.
        public let path: String
        public let title: String?
        /// The page's facts in all languages.
        public let factsHref: String?
        public let cells: [Cell]
        public init(path: String, title: String? = nil, factsHref: String? = nil, cells: [Cell]) {
            self.path = path
            self.title = title
            self.factsHref = factsHref
            self.cells = cells
        }
    }

    /// A page in one locale.
    public struct Cell: Sendable {
        /// Percent of the segments that are translated; nil where the locale lacks the page.
        public let percent: Int?
        /// The worst sign of the page.
        public let sign: Sign?
        public let findings: Int
        /// The page's report.
        public let href: String?
        public init(percent: Int?, sign: Sign?, findings: Int, href: String?) {
            self.percent = percent
            self.sign = sign
            self.findings = findings
            self.href = href
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

    private static let shape = TemplateShape([
        "lang", "dir", "title", "siteTitle", "rootPath", "description", "robots", "canonical", "alternates", "indexHref", "sourceLocale", "factsHref",
        "folder", "locales", "rows", "rules", "pageCount", "findingCount", "signs", "t",
    ])

    public var value: TemplateValue {
        let findings = locales.reduce(0) { $0 + $1.errors + $1.warnings + $1.notes }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(strings.language), .text(direction.rawValue), .text(strings["reportTitle"]), .text(siteTitle),
                    .text(rootPath), .bool(false), .text("noindex"), .bool(false), .list([TemplateValue]()), .optional(indexHref), .optional(sourceLocale),
                    .optional(factsHref), .optional(folder),
                    .list(locales.map { $0.value(strings) }), .list(rows.map { $0.value(strings, locales) }),
                    .list(rules.map { $0.value(strings) }), .text(strings.number(pageCount)), .text(strings.number(findings)),
                    .list(Sign.allCases.map { $0.value(strings) }), strings.value,
                ]))
    }
}

extension ReportIndexView.LocaleSummary {
    private static let shape = TemplateShape([
        "tag", "nativeName", "pages", "segments", "translated", "untranslated", "partial", "missing", "extra", "stale", "percent",
        "percentNumber", "errors", "warnings", "notes",
    ])

    func value(_ strings: InterfaceText) -> TemplateValue {
        let counts = [pages, segments, translated, untranslated, partial, missing, extra, stale]
        return .object(
            TemplateObject(
                Self.shape,
                [.text(tag), .text(nativeName)] + counts.map { .text(strings.number($0)) }
                    + [.text(strings.percent(percent)), .text(String(percent))]
                    + [errors, warnings, notes].map { $0 == 0 ? .bool(false) : .text(strings.number($0)) }))
    }
}

extension ReportIndexView.Row {
    private static let shape = TemplateShape(["path", "pageTitle", "factsHref", "cells"])

    func value(_ strings: InterfaceText, _ locales: [ReportIndexView.LocaleSummary]) -> TemplateValue {
        let cells = zip(cells, locales).map { $0.value(strings, $1) }
        return .object(TemplateObject(Self.shape, [.text(path), .optional(title), .optional(factsHref), .list(cells)]))
    }
}

extension ReportIndexView.Cell {
    private static let shape = TemplateShape(["tag", "percent", "percentNumber", "sign", "findings", "findingsText", "href", "isAbsent"])

    func value(_ strings: InterfaceText, _ locale: ReportIndexView.LocaleSummary) -> TemplateValue {
        let isAbsent = percent == nil
        let sign = sign ?? (isAbsent ? .lacking : nil)
        let word = isAbsent ? strings["stateMissing"] : nil
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(locale.tag), .optional(percent.map(strings.percent)), .number(percent ?? -1),
                    sign.map { $0.value(strings, word: word) } ?? .bool(false), .number(findings),
                    .text(strings.fill("reportCellFindings", ["count": strings.number(findings)])), .optional(href), .bool(isAbsent),
                ]))
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

import LocalizationModel

extension ReportIndexView {
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

    /// A page or a folder in one locale.
    public struct Cell: Sendable {
        /// How often one rule speaks with one severity.
        public struct Count: Hashable, Sendable {
            /// Index into `ReportIndexView.rules`.
            public let rule: Int
            public let severity: Severity
            public let count: Int
            public init(rule: Int, severity: Severity, count: Int) {
                self.rule = rule
                self.severity = severity
                self.count = count
            }
        }

        /// Nil where the locale lacks the page.
        public var progress: TranslationProgress?
        /// The worst sign of the page.
        public var sign: Sign?
        /// Those at warning or above: what somebody has to do.
        public var findings = 0
        /// Of all findings those that the baseline does not have.
        public var newFindings = 0
        public var counts: [Count] = []
        /// The earliest hand-off of a page that follows an older source, ISO 8601.
        public var drift: String?
        /// The page's report.
        public var href: String?
        public init(progress: TranslationProgress?, sign: Sign? = nil, findings: Int = 0, counts: [Count] = [], drift: String? = nil, href: String? = nil) {
            self.progress = progress
            self.sign = sign
            self.findings = findings
            self.counts = counts
            self.drift = drift
            self.href = href
        }
    }
}

extension ReportIndexView.Row {
    private static let shape = TemplateShape(["path", "pageTitle", "factsHref", "cells"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(TemplateObject(Self.shape, [.text(path), .optional(title), .optional(factsHref), .list(cells.map { $0.value(strings) })]))
    }
}

extension ReportIndexView.Cell {
    private static let shape = TemplateShape(["percent", "percentNumber", "sign", "findings", "findingsText", "drift", "counts", "states", "href", "isAbsent"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        let isAbsent = progress == nil
        let sign = sign ?? (isAbsent ? .lacking : nil)
        let word = isAbsent ? strings["stateMissing"] : nil
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .optional(progress.map { strings.percent($0.percent) }), .number(progress?.percent ?? -1),
                    sign.map { $0.value(strings, word: word) } ?? .bool(false), .number(findings),
                    .text(strings.fill("reportCellFindings", ["count": strings.number(findings)])), .optional(drift), .text(findingCounts), .text(states),
                    .optional(href), .bool(isAbsent),
                ]))
    }

    /// For the filters: `3e2 5w1`, the rule's place in the table, the severity's first letter, how often; `+2` new ones behind.
    private var findingCounts: String {
        var text = ""
        for count in counts {
            if !text.isEmpty { text += " " }
            text += "\(count.rule)\(count.severity.rawValue.prefix(1))\(count.count)"
        }
        return newFindings == 0 ? text : text + " +\(newFindings)"
    }

    /// For the filters: `u12 p3 m1 x2 s4`, segments by state.
    private var states: String {
        guard let progress else { return "m1" }
        let counts = [("u", progress.untranslated), ("p", progress.partial), ("m", progress.missing), ("x", progress.extra), ("s", progress.stale)]
        return counts.filter { $0.1 > 0 }.map { "\($0)\($1)" }.joined(separator: " ")
    }
}

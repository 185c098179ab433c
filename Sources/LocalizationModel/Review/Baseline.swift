/// The findings that a team knows of: a check fails only on others.
///
/// A finding is recognised by its fingerprint, as often as it was accepted on its page, and only up to the severity that it had then: what
/// became worse is new.
public struct Baseline: Sendable {
    /// One accepted finding.
    public struct Entry: Hashable, Sendable, Comparable {
        public let fingerprint: String
        public let rule: String
        public let severity: Severity
        public let page: String
        public let locale: LocaleTag
        /// For people who read the file; not compared.
        public let message: String
        /// How often it stands on the page.
        public var count: Int

        public init(fingerprint: String, rule: String, severity: Severity, page: String, locale: LocaleTag, message: String, count: Int = 1) {
            self.fingerprint = fingerprint
            self.rule = rule
            self.severity = severity
            self.page = page
            self.locale = locale
            self.message = message
            self.count = count
        }

        public static func == (a: Self, b: Self) -> Bool {
            (a.page, a.locale, a.rule, a.fingerprint, a.severity, a.count) == (b.page, b.locale, b.rule, b.fingerprint, b.severity, b.count)
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(fingerprint)
            hasher.combine(page)
            hasher.combine(locale)
        }

        public static func < (a: Self, b: Self) -> Bool {
            (a.page, a.locale, a.rule, a.fingerprint, a.severity) < (b.page, b.locale, b.rule, b.fingerprint, b.severity)
        }
    }

    /// It says nothing of findings below this severity.
    public let least: Severity
    /// By page.
    private let entries: [String: [Entry]]

    public init(_ entries: [Entry] = [], least: Severity = .warning) {
        self.entries = Dictionary(grouping: entries, by: \.page)
        self.least = least
    }

    /// Sorted.
    public var all: [Entry] { entries.values.joined().sorted() }

    public var pages: some Collection<String> { entries.keys }

    public func entries(of page: String) -> [Entry] { entries[page] ?? [] }
}

/// The findings of one page in all its locales, laid beside a baseline.
public struct BaselineComparison: Sendable {
    /// In the order given.
    public let findings: [ReportedFinding]
    /// What the baseline holds and the page has no more, by the number that is gone.
    public let fixed: [Baseline.Entry]
    /// What the baseline would hold of the page without new findings: what it accepted and the page still has.
    public let kept: [Baseline.Entry]

    /// - Parameters:
    ///   - findings: all of one page.
    ///   - baseline: nil where there is none to tell.
    ///   - locales: those that are looked at; nil for all.
    ///   - fingerprint: what a finding's identity is recognised by.
    public init(_ findings: [Finding], on page: String, with baseline: Baseline?, locales: Set<LocaleTag>? = nil, fingerprint: (String) -> String) {
        var open = Dictionary(grouping: baseline?.entries(of: page).filter { locales?.contains($0.locale) ?? true } ?? [], by: \.fingerprint)
        var kept: [Baseline.Entry: Int] = [:]
        self.findings = findings.map { finding in
            let mark = fingerprint(finding.identity)
            guard finding.suppression == nil else { return ReportedFinding(finding, fingerprint: mark, state: .suppressed) }
            guard let baseline, finding.severity >= baseline.least else { return ReportedFinding(finding, fingerprint: mark, state: nil) }
            guard let place = open[mark]?.firstIndex(where: { $0.count > 0 && $0.severity >= finding.severity }) else {
                return ReportedFinding(finding, fingerprint: mark, state: .new)
            }
            open[mark]?[place].count -= 1
            kept[finding.entry(mark), default: 0] += 1
            return ReportedFinding(finding, fingerprint: mark, state: .known)
        }
        fixed = open.values.joined().filter { $0.count > 0 }.sorted()
        self.kept = kept.map { $0.with(count: $1) }.sorted()
    }
}

extension Baseline.Entry {
    public func with(count: Int) -> Self {
        var entry = self
        entry.count = count
        return entry
    }
}

extension Finding {
    /// The finding as a baseline holds it.
    public func entry(_ fingerprint: String) -> Baseline.Entry {
        .init(fingerprint: fingerprint, rule: rule, severity: severity, page: page, locale: locale, message: message)
    }
}

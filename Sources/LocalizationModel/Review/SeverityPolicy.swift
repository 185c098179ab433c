/// How much each rule's findings matter to a project: by rule, and by rule in some pages or locales.
public struct SeverityPolicy: Hashable, Sendable {
    /// What a rule's findings count for.
    public enum Level: Hashable, Sendable {
        case off
        case severity(Severity)

        public init?(_ word: String) {
            if word == "off" { self = .off } else if let severity = Severity(rawValue: word) { self = .severity(severity) } else { return nil }
        }
    }

    /// Levels for some pages and locales.
    public struct Scoped: Hashable, Sendable {
        /// Nil for all pages.
        public let paths: [PathPattern]?
        /// Nil for all locales.
        public let locales: [LocaleTag]?
        public let levels: [String: Level]

        public init(paths: [PathPattern]?, locales: [LocaleTag]?, levels: [String: Level]) {
            self.paths = paths
            self.locales = locales
            self.levels = levels
        }

        func covers(_ page: String, _ locale: LocaleTag) -> Bool {
            locales?.contains(locale) ?? true && paths?.contains { $0.matches(page) } ?? true
        }
    }

    /// Stands for every rule that is not named itself.
    public static let everyRule = "*"

    private let levels: [String: Level]
    private let scoped: [Scoped]

    /// - Parameter scoped: the last one that names a rule counts.
    public init(levels: [String: Level] = [:], scoped: [Scoped] = []) {
        self.levels = levels
        self.scoped = scoped
    }

    public var isDefault: Bool { levels.isEmpty && scoped.isEmpty }

    /// The finding as it counts here; nil where its rule is off.
    ///
    /// A level takes the place of the rule's own severity. What the rule itself holds for less than that, because it is less sure, stays at
    /// what the rule gave it, or falls with the level.
    ///
    /// - Parameter own: the rule's severity by its metadata.
    public func applied(to finding: Finding, own: Severity) -> Finding? {
        guard let level = level(of: finding.rule, page: finding.page, locale: finding.locale) else { return finding }
        switch level {
        case .off: return nil
        case .severity(let severity): return finding.with(severity: finding.severity < own ? min(finding.severity, severity) : severity)
        }
    }

    private func level(of rule: String, page: String, locale: LocaleTag) -> Level? {
        for scope in scoped.reversed() where scope.covers(page, locale) {
            if let level = scope.levels[rule] ?? scope.levels[Self.everyRule] { return level }
        }
        return levels[rule] ?? levels[Self.everyRule]
    }
}

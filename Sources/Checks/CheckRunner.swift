import LocalizationModel

/// Runs every rule over a page group.
public enum CheckRunner {
    /// The findings of one translation, in no particular order. Where one statement about the whole page explains them, it is
    /// made and the rest are notes.
    public static func findings(_ pair: PairContext) -> [Finding] {
        let verdict = pair.verdict
        let findings = verdict.applied(to: RuleRegistry.pageRules.flatMap { $0.check(pair) })
        // A rule of its own says this.
        guard verdict != .otherLanguage, verdict != .sourceInOtherLanguage else { return findings }
        return findings + [verdict.finding(pair)].compactMap { $0 }
    }

    /// What a translation says of which other pages may say the same.
    public static func statements(_ pair: PairContext) -> [SiteStatement] { RuleRegistry.siteRules.flatMap { $0.statements(pair) } }

    /// The findings that need all locales of the page.
    public static func findings(_ group: GroupContext) -> [Finding] {
        RuleRegistry.groupRules.flatMap { $0.check(group) }
    }

    /// All findings of a group as they count for a project: what comments in its pages explain is marked, and each rule has the severity that
    /// the project gives it.
    public static func counted(_ findings: [Finding], of group: PageGroup, by policy: SeverityPolicy) -> [Finding] {
        let marked = Suppressions(group).applied(to: findings)
        guard !policy.isDefault else { return marked }
        return marked.compactMap { policy.applied(to: $0, own: RuleRegistry.severities[$0.rule] ?? $0.severity) }
    }
}

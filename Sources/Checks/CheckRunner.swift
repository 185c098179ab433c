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

    /// The findings that need all locales of the page.
    public static func findings(_ group: GroupContext) -> [Finding] {
        RuleRegistry.groupRules.flatMap { $0.check(group) }
    }
}

import LocalizationModel

/// Runs every rule over a page group.
public enum CheckRunner {
    /// The findings of one translation, in no particular order.
    public static func findings(_ pair: PairContext) -> [Finding] {
        RuleRegistry.all.flatMap { rule in (rule as? any PageRule.Type)?.check(pair) ?? [] }
    }

    /// The findings that need all locales of the page.
    public static func findings(_ group: GroupContext) -> [Finding] {
        RuleRegistry.all.flatMap { rule in (rule as? any GroupRule.Type)?.check(group) ?? [] }
    }
}

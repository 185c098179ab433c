import Checks
import LocalizationModel

/// What the rules say of themselves, for those who show or configure them.
public enum Rules {
    /// In the order of the documentation.
    public static let all: [RuleMetadata] = RuleRegistry.all.map { $0.metadata }

    static let ids: [String] = all.map(\.id)

    /// One rule, or all of them for `all`.
    public static func named(_ name: String) throws(HexaplaError) -> [RuleMetadata] {
        if name == "all" { return all }
        guard let rule = all.first(where: { $0.id == name }) else { throw unknown(name) }
        return [rule]
    }

    static func unknown(_ name: String) -> HexaplaError {
        HexaplaError("no rule is named '\(name)'", remedy: remedy(name))
    }

    /// What to do about a name that no rule has.
    static func remedy(_ name: String) -> String {
        Suggestion.nearest(to: name, among: ids).map { "Did you mean '\($0)'?" } ?? "'hexapla explain all' lists them"
    }
}

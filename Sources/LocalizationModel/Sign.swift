/// The five critical signs of the edition; each is shown with its word, never alone.
public enum Sign: String, Hashable, Sendable, CaseIterable {
    /// The source has it, the translation lacks it or left it in the source's language.
    case lacking = "※"
    /// The translation has it, the source does not.
    case added = "÷"
    /// The source moved on.
    case outdated = "≈"
    /// Two languages state different facts.
    case disagreeing = "≠"
    /// The structure differs.
    case structure = "¶"

    /// The sign of an alignment state; translated units have none.
    public init?(_ state: TranslationUnit.State) {
        switch state {
        case .translated: return nil
        case .untranslated, .partial, .missing: self = .lacking
        case .extra: self = .added
        }
    }
}

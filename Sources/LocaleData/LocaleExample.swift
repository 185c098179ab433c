/// An example that a locale file carries for its own knowledge.
public enum LocaleExample: Hashable, Sendable {
    /// A text and the sentences it divides into.
    case sentences(String, split: [String])
    /// A number as written and its value.
    case number(String, value: Double)
}

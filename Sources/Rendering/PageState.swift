import LocalizationModel

/// The state of a page in one language, as readers are told it.
public enum PageState: String, Hashable, Sendable, CaseIterable {
    /// The page is the source.
    case source
    case translated
    case partial
    case untranslated
    case outdated
    case machine
    /// Another language is shown, for want of this one.
    case fallback
    /// The source page is gone.
    case retired

    public var wordKey: String {
        switch self {
        case .source: "stateSource"
        case .translated: "stateTranslated"
        case .partial: "statePartial"
        case .untranslated: "stateUntranslated"
        case .outdated: "stateOutdated"
        case .machine: "stateMachine"
        case .fallback: "stateFallback"
        case .retired: "stateRetired"
        }
    }

    /// The sign beside the word; empty where all is well.
    public var symbol: String {
        switch self {
        case .source, .translated: ""
        case .partial, .untranslated, .fallback: Sign.lacking.rawValue
        case .outdated, .retired: Sign.outdated.rawValue
        case .machine: "MT"
        }
    }
}

/// A state with its sign, its word and how much is translated.
public struct StateMark: Hashable, Sendable {
    public let state: PageState
    /// Percent of the segments that are translated.
    public let percent: Int?

    public init(_ state: PageState, percent: Int? = nil) {
        self.state = state
        self.percent = percent
    }

    private static let shape = TemplateShape(["name", "symbol", "word", "percent"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(state.rawValue), .text(state.symbol), .text(strings[state.wordKey]),
                    .optional(percent.map(strings.percent)),
                ]))
    }
}

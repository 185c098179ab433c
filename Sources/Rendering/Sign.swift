import LocalizationModel

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

    /// The last part of the CSS class: `sign-lacking`.
    public var name: String {
        switch self {
        case .lacking: "lacking"
        case .added: "added"
        case .outdated: "outdated"
        case .disagreeing: "disagreeing"
        case .structure: "structure"
        }
    }

    public var wordKey: String {
        switch self {
        case .lacking: "signLacking"
        case .added: "signAdded"
        case .outdated: "signOutdated"
        case .disagreeing: "signDisagreeing"
        case .structure: "signStructure"
        }
    }

    private static let shape = TemplateShape(["symbol", "name", "word"])

    /// Symbol, name and word; the word is the state's where one is given.
    func value(_ strings: InterfaceText, word: String? = nil) -> TemplateValue {
        .object(TemplateObject(Self.shape, [.text(rawValue), .text(name), .text(word ?? strings[wordKey])]))
    }
}

extension Severity {
    var wordKey: String {
        switch self {
        case .note: "severityNote"
        case .warning: "severityWarning"
        case .error: "severityError"
        }
    }
}

extension TranslationUnit.State {
    var wordKey: String {
        switch self {
        case .translated: "stateTranslated"
        case .untranslated: "stateUntranslated"
        case .partial: "statePartial"
        case .missing: "stateMissing"
        case .extra: "stateExtra"
        }
    }
}

extension Provenance.Origin {
    var wordKey: String {
        switch self {
        case .human: "originHuman"
        case .machine: "originMachine"
        }
    }
}

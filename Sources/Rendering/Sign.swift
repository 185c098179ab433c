import LocalizationModel

extension Sign {
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

    var wordKey: String {
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

extension FindingState {
    var wordKey: String {
        switch self {
        case .new: "findingNew"
        case .known: "findingKnown"
        case .suppressed: "findingSuppressed"
        }
    }
}

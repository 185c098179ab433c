import LocalizationModel

/// What one locale file states; nil for what it leaves to others.
struct LocaleFacts: Sendable {
    var name: String?
    var direction: LocaleProfile.Direction?
    var scripts: [String]?
    var separatesWords: Bool?
    var decimal: String?
    var grouping: [String]?
    var words: [String: Double]?
    var weakWords: [String: Double]?
    var magnitudes: [String: Double]?
    var ordinals: [String: Double]?
    var months: [[String]]?
    var abbreviations: Set<String>?
    var ordinalPeriod: Bool?
    var quotationMarks: [String]?
    var vocabulary: [String: [String]]?
    var functionWords: Set<String>?
    var inflection: Inflection?
    var foreignCharacters: Set<UInt32>?
    var widths: LocaleProfile.Widths?
    var repetition: LocaleProfile.Repetition?
    var lettersPerEnglish: Double?
    var interface: [String: String]?

    /// True where no other file of the language could add words.
    var knowsLanguage: Bool {
        words != nil && magnitudes != nil && ordinals != nil && abbreviations != nil && vocabulary != nil
            && functionWords != nil
    }
}

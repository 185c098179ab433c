import LocalizationModel

/// The language of a text that is not the page's, for screen readers and fonts (WCAG 2.2, success criterion 3.1.2).
///
/// Templates know it as `lang` and `dir`, both false where the text is in the page's language.
public struct TextLanguage: Hashable, Sendable {
    /// BCP 47.
    public let tag: String
    /// Where the text runs otherwise than the page.
    public let direction: LocaleProfile.Direction?

    public init(tag: String, direction: LocaleProfile.Direction? = nil) {
        self.tag = tag
        self.direction = direction
    }
}

extension TextLanguage? {
    /// `lang` and `dir`.
    var fields: [TemplateValue] { [.optional(self?.tag), .optional(self?.direction?.rawValue)] }
}

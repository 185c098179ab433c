import LocalizationModel

/// What is shown of a page where somebody shares its address: the Open Graph protocol (ogp.me) and its kin.
public struct LinkPreview: TemplateView {
    public var title: String
    public var siteTitle: String
    /// Plain text.
    public var description: String?
    /// Absolute.
    public var url: String?
    /// Absolute.
    public var image: String?
    /// `language_TERRITORY`, as in `de_DE`; nil for a language without a region.
    public var locale: String?
    /// Of the same page in its other languages.
    public var otherLocales: [String] = []
    /// ISO 8601: the day of the last change.
    public var updated: String?

    public init(title: String, siteTitle: String) {
        self.title = title
        self.siteTitle = siteTitle
    }

    /// The form in which Open Graph names a locale, which has no place for a script; nil without a region.
    public static func name(_ locale: LocaleTag) -> String? {
        let parts = locale.description.split(separator: "-")
        guard let region = parts.dropFirst().last, region.utf8.count != 4 else { return nil }
        return "\(parts[0])_\(region)"
    }

    private static let shape = TemplateShape(["title", "site", "description", "url", "image", "locale", "otherLocales", "updated"])

    public var value: TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(title), .text(siteTitle), .optional(description), .optional(url), .optional(image), .optional(locale),
                    .list(otherLocales.map { .text($0) }), .optional(updated),
                ]))
    }
}

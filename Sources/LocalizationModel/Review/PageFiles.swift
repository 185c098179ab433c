/// Where the pages of a report lie, as the user named them.
public struct PageFiles: Sendable {
    private var files: [String: [LocaleTag: String]] = [:]

    public init() {}

    public subscript(page: String, locale: LocaleTag) -> String? {
        get { files[page]?[locale] }
        set { files[page, default: [:]][locale] = newValue }
    }
}

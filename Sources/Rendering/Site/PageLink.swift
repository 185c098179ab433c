/// A link by its text; `href` is relative to the page that holds it, nil where the text is no link.
public struct PageLink: TemplateView, Hashable {
    public let text: String
    public let href: String?
    /// Of the text, where it is not the page's.
    public let language: TextLanguage?
    /// True for the very page that holds it.
    public let isCurrent: Bool

    public init(_ text: String, href: String?, language: TextLanguage? = nil, isCurrent: Bool = false) {
        self.text = text
        self.href = href
        self.language = language
        self.isCurrent = isCurrent
    }

    private static let shape = TemplateShape(["text", "href", "isCurrent", "lang", "dir"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(text), .optional(href), .bool(isCurrent)] + language.fields)) }
}

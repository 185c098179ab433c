/// A link by its text; `href` is relative to the page that holds it, nil where the text is no link.
public struct PageLink: TemplateView, Hashable {
    public let text: String
    public let href: String?

    public init(_ text: String, href: String?) {
        self.text = text
        self.href = href
    }

    private static let shape = TemplateShape(["text", "href"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(text), .optional(href)])) }
}

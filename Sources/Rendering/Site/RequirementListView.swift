import LocalizationModel

/// The requirements of one page as data: levels side by side, each a tree of what must hold.
public struct RequirementListView: TemplateView {
    /// One level, as in Silver.
    public struct Level: Sendable {
        public let title: String
        /// The anchor of the level's section on the page.
        public let anchor: String?
        public let items: [Item]
        public init(title: String, anchor: String?, items: [Item]) {
            self.title = title
            self.anchor = anchor
            self.items = items
        }
    }

    /// A requirement in the page's language.
    public struct Item: Sendable {
        public let kind: RequirementNode.Kind
        /// The quantity as the language writes it: `2.000`.
        public let quantity: String?
        /// The words as inline HTML; what the quantity counts where there is one.
        public let html: [UInt8]
        /// Exams and certifications, to be copied.
        public let codes: [String]
        public let children: [Item]
        public init(kind: RequirementNode.Kind, quantity: String? = nil, html: [UInt8], codes: [String] = [], children: [Item] = []) {
            self.kind = kind
            self.quantity = quantity
            self.html = html
            self.codes = codes
            self.children = children
        }
    }

    /// The name of the list for those who do not see it.
    public var title: String
    public var levels: [Level]
    public var strings: InterfaceText

    public init(title: String, levels: [Level], strings: InterfaceText) {
        self.title = title
        self.levels = levels
        self.strings = strings
    }

    private static let shape = TemplateShape(["title", "levels", "t"])
    public var value: TemplateValue {
        .object(TemplateObject(Self.shape, [.text(title), .list(levels), strings.value]))
    }
}

extension RequirementListView.Level: TemplateView {
    private static let shape = TemplateShape(["title", "anchor", "items"])
    public var value: TemplateValue {
        .object(TemplateObject(Self.shape, [.text(title), .optional(anchor), .list(items.map { $0.value(isAlternative: false) })]))
    }
}

extension RequirementListView.Item {
    private static let shape = TemplateShape([
        "isAllOf", "isAnyOf", "isNote", "isAlternative", "quantity", "html", "hasCodes", "codes", "hasItems", "items",
    ])

    /// - Parameter isAlternative: true where the language's "or" stands before the item.
    func value(isAlternative: Bool) -> TemplateValue {
        let items = children.enumerated().map { $1.value(isAlternative: kind == .anyOf && $0 > 0) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .bool(kind == .allOf), .bool(kind == .anyOf), .bool(kind == .note), .bool(isAlternative), .optional(quantity),
                    .html(html), .bool(!codes.isEmpty), .list(codes.map { .text($0) }), .bool(!children.isEmpty), .list(items),
                ]))
    }
}

import LocalizationModel

/// One requirement list of a page as data: the tree of what must hold, in the page's own words and order.
///
/// Text is only ever set where the page has it. What the page does not say in words (the "or" between alternatives that
/// no word divides, "2 of 3") goes into attributes for the style sheet.
public struct RequirementListView: TemplateView {
    /// A paragraph.
    public struct Statement: Sendable {
        /// The number that the paragraph starts with, as inline HTML; empty where it starts with none.
        public let quantity: [UInt8]
        /// The rest, as inline HTML; a whole block where `isBlock`.
        public let html: [UInt8]
        public let isBlock: Bool
        /// BCP 47, where it is not the page's.
        public let language: String?
        /// Of that language, where it is not the page's.
        public let direction: String?

        public init(quantity: [UInt8] = [], html: [UInt8], isBlock: Bool = false, language: String? = nil, direction: String? = nil) {
            self.direction = direction
            self.quantity = quantity
            self.html = html
            self.isBlock = isBlock
            self.language = language
        }
    }

    /// A requirement, or several without words of their own.
    public struct Item: Sendable {
        /// The words between the requirement before and this one, `OR`, as inline HTML.
        public let connectors: [Statement]
        public let statements: [Statement]
        public let runs: [Run]
        /// The number that the page gives it in an ordered list.
        public let number: Int?
        public let isNote: Bool

        public init(connectors: [Statement] = [], statements: [Statement], runs: [Run] = [], number: Int? = nil, isNote: Bool = false) {
            self.connectors = connectors
            self.statements = statements
            self.runs = runs
            self.number = number
            self.isNote = isNote
        }
    }

    /// Requirements in a row.
    public struct Run: Sendable {
        public enum Form: Hashable, Sendable {
            case ordered, unordered
            /// Paragraphs that are no items.
            case paragraphs
        }
        public let form: Form
        public let kind: RequirementNode.Kind
        /// How many of how many, for `k-of-n`.
        public let choose: Int?
        public let items: [Item]

        public init(form: Form, kind: RequirementNode.Kind, choose: Int? = nil, items: [Item]) {
            self.form = form
            self.kind = kind
            self.choose = choose
            self.items = items
        }
    }

    public var runs: [Run]
    /// Of the page's language.
    public var strings: InterfaceText

    public init(runs: [Run], strings: InterfaceText) {
        self.runs = runs
        self.strings = strings
    }

    private static let shape = TemplateShape(["runs"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.list(runs.map { $0.value(strings) })])) }
}

extension RequirementListView.Run {
    private static let shape = TemplateShape(["isOrdered", "isUnordered", "isParagraphs", "kind", "choice", "start", "items"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        let demands = items.count { !$0.isNote }
        let first = items.first?.number
        var expected = first
        let items = items.enumerated().map { index, item -> TemplateValue in
            defer { expected = expected.map { $0 + 1 } }
            // Words divide alternatives better than we could; where the page has none, the style sheet sets its language's own.
            let or = kind == .anyOf && index > 0 && item.connectors.isEmpty && !item.isNote ? strings["requirementOr"] : nil
            return item.value(strings, number: item.number == expected ? nil : item.number, or: or)
        }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .bool(form == .ordered), .bool(form == .unordered), .bool(form == .paragraphs), .text(kind.rawValue),
                    .optional(choose.map { strings.fill("requirementSomeOf", ["count": strings.number($0), "total": strings.number(demands)]) }),
                    .optional(first == 1 ? nil : first), .list(items),
                ]))
    }
}

extension RequirementListView.Item {
    private static let shape = TemplateShape(["number", "or", "isNote", "connectors", "statements", "runs"])

    func value(_ strings: InterfaceText, number: Int?, or: String?) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .optional(number), .optional(or), .bool(isNote), .list(connectors), .list(statements),
                    .list(runs.map { $0.value(strings) }),
                ]))
    }
}

extension RequirementListView.Statement: TemplateView {
    private static let shape = TemplateShape(["quantity", "html", "isBlock", "lang", "dir"])
    public var value: TemplateValue {
        .object(TemplateObject(Self.shape, [.html(quantity), .html(html), .bool(isBlock), .optional(language), .optional(direction)]))
    }
}

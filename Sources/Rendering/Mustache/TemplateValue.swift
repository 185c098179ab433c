/// What a template can be given.
///
/// False in a section: `bool(false)`, `number(0)`, an empty text, an empty list. Everything else is true.
public enum TemplateValue: Sendable {
    /// Text, escaped where it is written.
    case text(String)
    /// Finished HTML: a strict template writes it with `{{{x}}}` or `{{&x}}` and in no other way.
    case html([UInt8])
    case bool(Bool)
    case number(Int)
    case list([TemplateValue])
    case object(TemplateObject)

    /// Finished HTML.
    public static func html(_ string: String) -> TemplateValue { .html(Array(string.utf8)) }

    /// A text, or `bool(false)` where there is none.
    public static func optional(_ string: String?) -> TemplateValue { string.map { .text($0) } ?? .bool(false) }

    /// A number, or `bool(false)` where there is none; a section over it is true for 0 too.
    public static func optional(_ number: Int?) -> TemplateValue { number.map { .text(String($0)) } ?? .bool(false) }

    /// The value of a view, or `bool(false)` where there is none.
    public static func optional(_ view: (some TemplateView)?) -> TemplateValue { view?.value ?? .bool(false) }

    public static func list(_ views: [some TemplateView]) -> TemplateValue { .list(views.map(\.value)) }

    var isTrue: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .bool(let flag): flag
        case .number(let number): number != 0
        case .list(let items): !items.isEmpty
        case .object: true
        }
    }

    /// The kind as an error message names it.
    var kindName: String {
        switch self {
        case .text: "a text"
        case .html: "HTML"
        case .bool: "a truth value"
        case .number: "a number"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

/// A view: plain stored properties and the value a template sees.
public protocol TemplateView: Sendable {
    var value: TemplateValue { get }
}

/// The fields of an object: a shared shape and one value for each of its names.
public struct TemplateObject: Sendable {
    public let shape: TemplateShape
    public let fields: [TemplateValue]

    public init(_ shape: TemplateShape, _ fields: [TemplateValue]) {
        precondition(shape.names.count == fields.count, "an object has as many fields as its shape has names")
        self.shape = shape
        self.fields = fields
    }

    func field(_ key: TemplateKey) -> TemplateValue? { shape.slot(key).map { fields[$0] } }
}

extension TemplateValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(TemplateObject(TemplateShape(elements.map(\.0)), elements.map(\.1)))
    }
    public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

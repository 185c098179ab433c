import LocalizationModel

/// What one language states of one fact.
public struct FactCell: Sendable {
    /// A fact as it is compared, free of language.
    public enum Value: Hashable, Sendable {
        /// All, any, or `choose` of `total`.
        case choice(RequirementNode.Kind, choose: Int?, total: Int)
        case connector(RequirementNode.Connector.Kind)
        case number(Double)
        case money(Double, currency: String)
        /// Codes, names, dates in ISO 8601.
        case name(String)
        /// `href` is nil for an address that is not safe to follow.
        case link(String, href: String?)
        case presence(Bool)
    }

    public let values: [Value]
    /// Nil where the language lacks the requirement or the whole section.
    public let standing: FactRow.Standing?
    /// From 1, in the language's file.
    public let line: Int?
    /// The segment on the page's report.
    public let href: String?

    public init(values: [Value] = [], standing: FactRow.Standing?, line: Int? = nil, href: String? = nil) {
        self.values = values
        self.standing = standing
        self.line = line
        self.href = href
    }

    private static let shape = TemplateShape(["sign", "signName", "standing", "texts", "links", "none", "line", "href"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        let texts = values.compactMap { $0.text(strings) }
        let links = values.compactMap { value -> TemplateValue? in if case .link(let full, let href) = value { Self.link(full, href) } else { nil } }
        let isEmpty = texts.isEmpty && links.isEmpty
        let sign: Sign? = standing == .disagrees ? .disagreeing : standing == .older ? .outdated : nil
        let none = !isEmpty ? nil : standing == nil ? strings["factsAbsent"] : standing == .open ? strings["factsOpen"] : strings["factsNone"]
        return .object(
            TemplateObject(
                Self.shape,
                [
                    sign.map { $0.value(strings, word: $0 == .outdated ? strings["factsOlder"] : nil) } ?? .bool(false),
                    .optional(sign?.name), .text(standing?.rawValue ?? "absent"), .optional(texts.isEmpty ? nil : texts.joined(separator: ", ")),
                    .list(links), .optional(none), .optional(line), .optional(href),
                ]))
    }

    /// Characters of an address that a cell shows.
    private static let longestPart = 24
    private static let linkShape = TemplateShape(["short", "full", "href"])

    /// The last part of an address tells most; the whole stands in the title.
    private static func link(_ full: String, _ href: String?) -> TemplateValue {
        let parts = full.split(separator: "/")
        let last = parts.last.map(String.init) ?? full
        let short = last.count > longestPart ? "…" + last.suffix(longestPart) : parts.count > 1 ? "…/" + last : full
        return .object(TemplateObject(linkShape, [.text(short), .text(full), .optional(href)]))
    }
}

extension FactCell.Value {
    /// Nil for a link.
    func text(_ strings: InterfaceText) -> String? {
        switch self {
        case .choice(.anyOf, _, _): strings["factAnyOf"]
        case .choice(_, let choose?, let total):
            strings.fill("requirementSomeOf", ["count": strings.number(choose), "total": strings.number(total)])
        case .choice: strings["factAllOf"]
        case .connector(let kind): strings[kind == .or ? "requirementOr" : "requirementAnd"]
        case .number(let value): Self.text(value, strings)
        case .money(let amount, let currency): "\(Self.text(amount, strings)) \(currency)"
        case .name(let name): name
        case .presence(let isThere): strings[isThere ? "factsPresent" : "factsAbsent"]
        case .link: nil
        }
    }

    private static func text(_ value: Double, _ strings: InterfaceText) -> String {
        value == value.rounded() && abs(value) < 1e15 ? strings.number(Int(value)) : String(value)
    }
}

/// What one language's front matter says under one key.
public struct MetadataCell: Sendable {
    /// Nil where the language has no such key.
    public let text: String?
    /// BCP 47: the language the words are in.
    public let language: String
    /// What is wrong with it.
    public let findings: [FindingView]
    public let sign: Sign?
    /// The value on the page's report.
    public let href: String?
    public let line: Int?

    public init(text: String?, language: String, findings: [FindingView] = [], sign: Sign? = nil, line: Int? = nil, href: String? = nil) {
        self.text = text
        self.language = language
        self.findings = findings
        self.sign = sign
        self.line = line
        self.href = href
    }

    private static let shape = TemplateShape(["sign", "signName", "text", "lang", "none", "messages", "line", "href"])

    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    sign.map { $0.value(strings) } ?? .bool(false), .optional(sign?.name), .optional(text), .text(language),
                    .optional(text == nil && findings.isEmpty ? strings["factsAbsent"] : nil), .list(findings.map { .text($0.message) }),
                    .optional(line), .optional(href),
                ]))
    }
}

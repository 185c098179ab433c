import LocalizationModel

/// The texts of the interface in one language, as `locales/<bcp47>.yml` holds them under `interface`.
///
/// Templates read them as `{{t.onThisPage}}`.
public struct InterfaceText: Sendable {
    /// The BCP 47 tag of the language the texts are in.
    public let language: String
    /// The object templates know as `t`, made once.
    public let value: TemplateValue
    private let texts: [String: String]
    /// What stands between groups of three digits; nothing where empty.
    private let grouping: String

    /// The keys that views read themselves; templates read the others.
    public static let viewKeys: [String] =
        (PageState.allCases.map(\.wordKey) + Sign.allCases.map(\.wordKey) + Severity.allCases.map(\.wordKey)
        + TranslationUnit.State.allCases.map(\.wordKey) + [Provenance.Origin.human, .machine].map(\.wordKey)
        + FactRow.Aspect.allCases.map(\.wordKey) + FindingState.allCases.map(\.wordKey) + [
            "factAllOf", "factAnyOf", "factsTitle", "factsAbsent", "factsPresent", "factsNone", "factsOpen", "factsOlder",
        ]
        + ["requirementOr", "requirementAnd", "requirementSomeOf", "percent", "chooserTitle", "reportTitle", "reportCellFindings"])
        .uniqued()

    /// - Parameter grouping: the mark between groups of three digits.
    /// - Throws: an error naming the first key of `viewKeys` that has no text.
    public init(language: String, texts: [String: String], grouping: String = "") throws(HexaplaError) {
        for key in Self.viewKeys where texts[key] == nil {
            throw HexaplaError("locale \(language): no interface text '\(key)'", remedy: "Add it to locales/\(language).yml, under interface")
        }
        self.language = language
        self.texts = texts
        self.grouping = grouping
        let keys = texts.keys.sorted()
        value = .object(TemplateObject(TemplateShape(keys), keys.map { .text(texts[$0] ?? "") }))
    }

    /// The texts of a profile, its numbers grouped as it groups them.
    public init(_ profile: LocaleProfile) throws(HexaplaError) {
        try self.init(
            language: profile.locale.description, texts: profile.interface, grouping: profile.numbers.grouping.first ?? "")
    }

    /// The text of a key; the key itself where it has none.
    public subscript(key: String) -> String { texts[key] ?? key }

    /// The text of a key with its placeholders filled.
    public func fill(_ key: String, _ values: [String: String]) -> String { Self.fill(self[key], values) }

    /// Replaces `{name}` by its value; a placeholder without a value stays as it is.
    public static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{") {
            let name = rest[rest.index(after: open)...].prefix { $0 != "}" && $0 != "{" }
            result += rest[..<open]
            if name.endIndex < rest.endIndex, rest[name.endIndex] == "}", let value = values[String(name)] {
                result += value
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                result += "{"
                rest = rest[rest.index(after: open)...]
            }
        }
        return result + rest
    }

    /// A number in decimal digits, grouped from five digits on (ISO 31-0 leaves four digits together).
    public func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        guard digits.count > 4, !grouping.isEmpty else { return String(number) }
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += grouping }
            text.append(digit)
        }
        return text
    }

    /// A percentage as the language writes it: `96 %`, `96%`.
    public func percent(_ percent: Int) -> String { fill("percent", ["number": String(percent)]) }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

import LocalizationModel
import YAML

/// Holds the front matter of one page against the project's schema.
struct SchemaCheck {
    private(set) var violations: [PageMetadata.Violation] = []

    /// More of one page say no more.
    private static let most = 100

    /// - Parameter top: where what is missing is told.
    static func violations(_ pairs: [YAMLNode.Pair], top: SourceSpan, _ schema: FrontMatterSchema) -> [PageMetadata.Violation] {
        var check = SchemaCheck()
        check.check(pairs, schema.root, prefix: "", at: top)
        return check.violations
    }

    private mutating func report(_ key: String, _ message: String, at span: SourceSpan, expected: String? = nil, found: String? = nil) {
        guard violations.count < Self.most else { return }
        violations.append(.init(key: key, message: message, span: span, expected: expected, found: found))
    }

    /// The pairs of an object. Recursion is bounded by the reader's depth.
    private mutating func check(_ pairs: [YAMLNode.Pair], _ schema: FrontMatterSchema.Node, prefix: String, at span: SourceSpan) {
        var seen: Set<String> = []
        for pair in pairs {
            // What is no key, or given twice, is told by `invalid-front-matter`.
            guard let name = pair.key.text, seen.insert(name).inserted else { continue }
            let key = prefix + name
            if let own = schema.properties[name] {
                check(pair.value, own, key)
                continue
            }
            switch schema.others {
            case .allowed: break
            case .all(let node): check(pair.value, node, key)
            case .refused:
                let near = Suggestion.nearest(to: name, among: schema.properties.keys.sorted())
                report(key, "'\(key)' is no known key\(near.map { ", did you mean '\($0)'" } ?? "")", at: pair.key.span, expected: near, found: name)
            }
        }
        for name in schema.required where !seen.contains(name) { report(prefix + name, "'\(prefix)\(name)' is missing", at: span, expected: name) }
    }

    private mutating func check(_ value: YAMLNode, _ schema: FrontMatterSchema.Node, _ key: String) {
        switch value.content {
        case .mapping(let pairs):
            if isType("object", schema, key, "a mapping of keys", value) { check(pairs, schema, prefix: key + ".", at: value.span) }
        case .sequence(let items):
            guard isType("array", schema, key, "a list", value) else { return }
            check(items, schema, key, value)
        case .scalar(let text, let isPlain): check(text, ScalarType(text, isPlain: isPlain), schema, key, value.span)
        }
    }

    private mutating func isType(_ type: String, _ schema: FrontMatterSchema.Node, _ key: String, _ what: String, _ value: YAMLNode) -> Bool {
        guard !schema.types.isEmpty, !schema.types.contains(type) else { return true }
        report(key, "'\(key)' is \(what), and must be \(Self.names(schema.types))", at: value.span, expected: Self.names(schema.types), found: what)
        return false
    }

    private mutating func check(_ items: [YAMLNode], _ schema: FrontMatterSchema.Node, _ key: String, _ list: YAMLNode) {
        if !schema.count.contains(Double(items.count)) {
            report(
                key, "'\(key)' has \(items.count) items, \(Self.words(schema.count)) are allowed", at: list.span, expected: Self.words(schema.count),
                found: "\(items.count)")
        }
        var seen: Set<String> = []
        for item in items {
            if let own = schema.items { check(item, own, key) }
            if schema.areItemsUnique, let text = item.text, !seen.insert(text).inserted {
                report(key, "'\(text)' is twice in '\(key)'", at: item.span, found: text)
            }
        }
    }

    // MARK: Scalars

    private mutating func check(_ text: String, _ type: ScalarType, _ schema: FrontMatterSchema.Node, _ key: String, _ span: SourceSpan) {
        guard Self.isAllowed(type, schema.types) else {
            let what = Self.names([type.rawValue])
            // A number in the place of a text wants quotation marks only.
            let hint = schema.types.contains("string") && type != .null ? ": put it in quotation marks" : ""
            return report(key, "'\(key)' is \(what), and must be \(Self.names(schema.types))\(hint)", at: span, expected: Self.names(schema.types), found: text)
        }
        if let values = schema.values, !values.contains(text) {
            let near = Suggestion.nearest(to: text, among: values)
            let advice = near.map { ", did you mean '\($0)'" } ?? ", and must be \(Self.list(values))"
            return report(key, "'\(key)' is '\(Self.short(text))'\(advice)", at: span, expected: near ?? Self.list(values), found: text)
        }
        if type == .integer || type == .number, let value = Double(text), !schema.size.contains(value) {
            report(key, "'\(key)' is \(text), \(Self.words(schema.size)) is allowed", at: span, expected: Self.words(schema.size), found: text)
        }
        guard type == .string else { return }
        let length = text.unicodeScalars.count
        if !schema.length.contains(Double(length)) {
            report(
                key, "'\(key)' has \(length) characters, \(Self.words(schema.length)) are allowed", at: span, expected: Self.words(schema.length),
                found: "\(length)")
        }
        if let pattern = schema.pattern, !pattern.matches.matches(text) {
            report(key, "'\(key)' is '\(Self.short(text))', which does not match '\(pattern.text)'", at: span, expected: pattern.text, found: text)
        }
        if let format = schema.format, !format.matches(text) {
            report(key, "'\(key)' is '\(Self.short(text))', and must be \(format.words)", at: span, expected: format.words, found: text)
        }
    }

    private static func isAllowed(_ type: ScalarType, _ types: [String]) -> Bool {
        types.isEmpty || types.contains(type.rawValue) || type == .integer && types.contains("number")
    }

    private static func names(_ types: [String]) -> String {
        types.map { type in
            switch type {
            case "string": "text"
            case "integer": "a whole number"
            case "number": "a number"
            case "boolean": "true or false"
            case "array": "a list"
            case "object": "a mapping of keys"
            default: "empty"
            }
        }.joined(separator: " or ")
    }

    private static func words(_ bounds: FrontMatterSchema.Bounds) -> String {
        switch (bounds.least.map(number), bounds.most.map(number)) {
        case (let least?, let most?): "\(least) to \(most)"
        case (let least?, nil): "\(least) or more"
        case (nil, let most?): "\(most) or less"
        case (nil, nil): "any number"
        }
    }

    private static func number(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)" }

    private static func list(_ values: [String]) -> String {
        values.prefix(8).map { "'\(short($0))'" }.joined(separator: ", ") + (values.count > 8 ? " or one of \(values.count - 8) more" : "")
    }

    private static func short(_ text: String) -> String { PlainWords.shortened(text.split(whereSeparator: \.isNewline).joined(separator: " "), to: 60) }
}

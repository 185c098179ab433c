import LocalizationModel
import YAML

/// Reads a schema of front matter, in YAML or JSON. A keyword that is not known is refused: it would promise what is not checked.
public struct FrontMatterSchemaFile {
    private let file: YAMLFile

    /// Say nothing that could be checked.
    private static let annotations = ["$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated"]
    private static let keywords = [
        "type", "enum", "const", "pattern", "format", "minLength", "maxLength", "minimum", "maximum", "items", "minItems", "maxItems", "uniqueItems",
        "properties", "required", "additionalProperties", localization,
    ]
    private static let types = ["string", "number", "integer", "boolean", "array", "object", "null"]
    private static let localization = "x-localization"
    private static let localizations = ["same", "translated"]

    public static func read(_ bytes: [UInt8], path: String) throws(HexaplaError) -> FrontMatterSchema {
        let reader = FrontMatterSchemaFile(file: try YAMLFile(path: path, bytes: bytes))
        var demands = MetadataDemands()
        let root = try reader.node(reader.file.root, of: "schema", key: "", &demands)
        guard root.types.isEmpty || root.types == ["object"] else { throw reader.file.fault("front matter is an object", at: reader.file.root) }
        return FrontMatterSchema(root: root, localization: demands)
    }

    /// - Parameter key: of the front matter, parts of nested ones divided by a full stop.
    private func node(_ node: YAMLNode, of name: String, key: String, _ demands: inout MetadataDemands) throws(HexaplaError) -> FrontMatterSchema.Node {
        let fields = try file.fields(node, of: name, known: Self.keywords + Self.annotations)
        if let node = fields[Self.localization] {
            switch try choice(node, of: Self.localization, Self.localizations) {
            case "same": demands.same.append(key)
            default: demands.translated.append(key)
            }
        }
        var properties: [String: FrontMatterSchema.Node] = [:]
        if let node = fields["properties"] {
            for (name, _, value) in try file.pairs(node, of: "properties") {
                properties[name] = try self.node(value, of: name, key: key.isEmpty ? name : "\(key).\(name)", &demands)
            }
        }
        var items: FrontMatterSchema.Node?
        if let node = fields["items"] { items = try self.node(node, of: "items", key: key, &demands) }
        let flag: (String) throws(HexaplaError) -> Bool = { name throws(HexaplaError) in
            try fields[name].map { (node) throws(HexaplaError) in try file.flag(node, of: name) } ?? false
        }
        return FrontMatterSchema.Node(
            types: try types(fields["type"]), values: try values(fields), pattern: try pattern(fields["pattern"]), format: try format(fields["format"]),
            length: try bounds(fields, "minLength", "maxLength"), size: try bounds(fields, "minimum", "maximum"), items: items,
            count: try bounds(fields, "minItems", "maxItems"), areItemsUnique: try flag("uniqueItems"), properties: properties,
            required: try fields["required"].map { (node) throws(HexaplaError) in try file.strings(node, of: "required") } ?? [],
            others: try others(fields["additionalProperties"], key, &demands))
    }

    private func others(_ node: YAMLNode?, _ key: String, _ demands: inout MetadataDemands) throws(HexaplaError) -> FrontMatterSchema.Others {
        guard let node else { return .allowed }
        if node.text == "true" { return .allowed }
        if node.text == "false" { return .refused }
        var own = MetadataDemands()
        return .all(try self.node(node, of: "additionalProperties", key: key, &own))
    }

    private func types(_ node: YAMLNode?) throws(HexaplaError) -> [String] {
        guard let node else { return [] }
        var types: [String] = []
        for item in node.items ?? [node] { types.append(try type(item)) }
        return types
    }

    /// Names that are no types of JSON, and what says the same.
    private static let otherTypes = [
        "date": "'type: string' with 'format: date'", "list": "'array'", "bool": "'boolean'", "int": "'integer'", "text": "'string'", "map": "'object'",
    ]

    private func type(_ node: YAMLNode) throws(HexaplaError) -> String {
        if let text = node.text, let other = Self.otherTypes[text] { throw file.fault("'type' cannot be '\(text)'", at: node, remedy: "Write \(other)") }
        return try choice(node, of: "type", Self.types)
    }

    private func choice(_ node: YAMLNode, of name: String, _ known: [String]) throws(HexaplaError) -> String {
        let text = try file.string(node, of: name)
        guard known.contains(text) else {
            throw file.fault(
                "'\(name)' cannot be '\(text)'", at: node,
                remedy: Suggestion.nearest(to: text, among: known).map { "Did you mean '\($0)'?" } ?? "Write one of \(known.joined(separator: ", "))")
        }
        return text
    }

    private func values(_ fields: [String: YAMLNode]) throws(HexaplaError) -> [String]? {
        if let node = fields["const"] { return [try file.string(node, of: "const")] }
        guard let node = fields["enum"] else { return nil }
        var values: [String] = []
        for item in try file.items(node, of: "enum") { values.append(try file.string(item, of: "enum")) }
        return values
    }

    private func pattern(_ node: YAMLNode?) throws(HexaplaError) -> (String, LinearPattern)? {
        guard let node else { return nil }
        let text = try file.string(node, of: "pattern")
        do throws(PatternError) {
            return (text, try LinearPattern(text))
        } catch {
            throw file.fault("'pattern' cannot be read: \(error.message)", at: node, remedy: "docs/front-matter.md says what patterns may hold")
        }
    }

    private func format(_ node: YAMLNode?) throws(HexaplaError) -> FrontMatterSchema.Format? {
        guard let node else { return nil }
        return FrontMatterSchema.Format(rawValue: try choice(node, of: "format", FrontMatterSchema.Format.allCases.map(\.rawValue)))
    }

    private func bounds(_ fields: [String: YAMLNode], _ least: String, _ most: String) throws(HexaplaError) -> FrontMatterSchema.Bounds {
        var bounds = FrontMatterSchema.Bounds()
        if let node = fields[least] { bounds.least = try file.number(node, of: least) }
        if let node = fields[most] { bounds.most = try file.number(node, of: most) }
        return bounds
    }
}

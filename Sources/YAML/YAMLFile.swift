import LocalizationModel

/// A configuration or locale file, read, whose values are asked for by type; errors name file, line and column.
public struct YAMLFile: Sendable {
    /// The path as messages give it.
    public let path: String
    public let text: SourceText
    /// An empty mapping where the file is empty.
    public let root: YAMLNode

    public init(path: String, bytes: [UInt8]) throws(HexaplaError) {
        let text = SourceText(bytes)
        self.path = path
        self.text = text
        do throws(YAMLError) {
            root = try YAMLReader.read(text) ?? YAMLNode(.mapping([]), span: SourceSpan(0, 0))
        } catch {
            throw HexaplaError("\(path):\(error)", remedy: "Correct the YAML")
        }
    }

    /// An error with the place of a node: `hexapla.yml:3:5: unknown key 'locale'`.
    public func fault(_ message: String, at node: YAMLNode, remedy: String? = nil) -> HexaplaError {
        let position = text.position(at: node.span.lower)
        return HexaplaError("\(path):\(position.line):\(position.column): \(message)", remedy: remedy)
    }

    /// The pairs of a mapping with plain keys, none twice; no value (`key:`) counts as an empty mapping.
    public func pairs(_ node: YAMLNode, of name: String) throws(HexaplaError) -> [(
        key: String, node: YAMLNode, value: YAMLNode
    )] {
        if node.isNull { return [] }
        guard let pairs = node.pairs else { throw fault("'\(name)' must be a mapping of keys to values", at: node) }
        var seen: Set<String> = []
        var result: [(key: String, node: YAMLNode, value: YAMLNode)] = []
        for pair in pairs {
            guard let key = pair.key.text else { throw fault("a key of '\(name)' is no text", at: pair.key) }
            guard seen.insert(key).inserted else { throw fault("key '\(key)' is given twice", at: pair.key) }
            result.append((key, pair.key, pair.value))
        }
        return result
    }

    /// The values of a mapping by key. A key that is not among `known` is an error that proposes the nearest.
    public func fields(_ node: YAMLNode, of name: String, known: [String]) throws(HexaplaError) -> [String: YAMLNode] {
        var fields: [String: YAMLNode] = [:]
        for (key, node, value) in try pairs(node, of: name) {
            guard known.contains(key) else {
                let near = Suggestion.nearest(to: key, among: known)
                throw fault(
                    "unknown key '\(key)'", at: node,
                    remedy: near.map { "Did you mean '\($0)'?" } ?? "Known keys are \(known.joined(separator: ", "))")
            }
            fields[key] = value
        }
        return fields
    }

    public func string(_ node: YAMLNode, of name: String) throws(HexaplaError) -> String {
        guard let text = node.text else { throw fault("'\(name)' must be text", at: node) }
        return text
    }

    /// The texts of a sequence; one text counts as a sequence of one, no value as an empty one.
    public func strings(_ node: YAMLNode, of name: String) throws(HexaplaError) -> [String] {
        if node.isNull { return [] }
        if let text = node.text { return [text] }
        guard let items = node.items else { throw fault("'\(name)' must be text or a list of texts", at: node) }
        var texts: [String] = []
        texts.reserveCapacity(items.count)
        for item in items {
            guard let text = item.text else { throw fault("'\(name)' must hold texts only", at: item) }
            texts.append(text)
        }
        return texts
    }

    public func items(_ node: YAMLNode, of name: String) throws(HexaplaError) -> [YAMLNode] {
        if node.isNull { return [] }
        guard let items = node.items else { throw fault("'\(name)' must be a list", at: node) }
        return items
    }

    public func number(_ node: YAMLNode, of name: String) throws(HexaplaError) -> Double {
        guard let text = node.text, let number = Double(text), number.isFinite else {
            throw fault("'\(name)' must be a number", at: node)
        }
        return number
    }

    /// `true` or `false`.
    public func flag(_ node: YAMLNode, of name: String) throws(HexaplaError) -> Bool {
        switch node.text {
        case "true": return true
        case "false": return false
        default: throw fault("'\(name)' must be true or false", at: node)
        }
    }
}

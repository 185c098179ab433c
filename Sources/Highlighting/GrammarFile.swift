import FileSystem
import LocalizationModel
import YAML

/// A file of `templates/syntax`: the grammar of one language and the names that pages call it by. docs/highlighting.md explains the keys.
struct GrammarFile {
    let grammar: Grammar
    let aliases: [String]
    /// What readers call the language where a page calls it by one of its aliases.
    let titles: [String: String]

    private static let keys = [
        "name", "aliases", "titles", "case-insensitive", "markup", "embedded", "comments", "strings", "string-prefixes", "prefixes", "words", "word-characters",
        "numbers",
        "functions", "types", "commands", "options", "keys", "lines", "prompts",
    ]

    init(path: String) throws(HexaplaError) { try self.init(try YAMLFile(path: path, bytes: try FileSystem.read(path))) }

    init(_ file: YAMLFile) throws(HexaplaError) {
        let fields = try file.fields(file.root, of: file.path, known: Self.keys)
        var grammar = Grammar()
        func flag(_ key: String, _ otherwise: Bool = false) throws(HexaplaError) -> Bool {
            guard let node = fields[key] else { return otherwise }
            return try file.flag(node, of: key)
        }
        guard let name = fields["name"] else { throw HexaplaError("\(file.path): no 'name'", remedy: "Say what readers call the language") }
        grammar.name = try file.string(name, of: "name")
        grammar.isCaseInsensitive = try flag("case-insensitive")
        grammar.isMarkup = try flag("markup")
        grammar.hasNumbers = try flag("numbers", true)
        grammar.hasFunctions = try flag("functions")
        grammar.hasCapitalTypes = try flag("types")
        if let node = fields["commands"] {
            grammar.hasCommands = true
            for word in try file.string(node, of: "commands").utf8.split(whereSeparator: \.isWhitespace) { grammar.add(beforeCommand: word) }
        }
        grammar.hasOptions = try flag("options")
        if let node = fields["string-prefixes"] { grammar.stringPrefixes = Array(try file.string(node, of: "string-prefixes").utf8) }
        if let node = fields["word-characters"] { for byte in try file.string(node, of: "word-characters").utf8 { grammar.wordBytes[Int(byte)] = true } }
        if let node = fields["words"] { try Self.words(node, file, &grammar) }
        if let node = fields["comments"] { try Self.comments(node, file, &grammar) }
        if let node = fields["strings"] { for item in try file.items(node, of: "strings") { grammar.add(.string(try Self.string(item, file))) } }
        if let node = fields["prefixes"] {
            for (sign, kind) in try Self.kinds(node, "prefixes", file) { grammar.add(.prefixed(sign, kind)) }
        }
        if let node = fields["lines"] {
            grammar.lines = try Self.kinds(node, "lines", file).map { .init(sign: $0, kind: $1) }.sorted { $0.sign.count > $1.sign.count }
        }
        if let node = fields["prompts"] { grammar.prompts = try Self.pairs(node, "prompts", file).map { .init(open: $0, close: $1 ?? []) } }
        if let node = fields["embedded"] {
            for (element, _, language) in try file.pairs(node, of: "embedded") {
                grammar.embedded.append((Array(element.utf8), try file.string(language, of: element)))
            }
        }
        if let node = fields["keys"] {
            // `: ` asks for the space, `:` does not.
            let mark = Array(try file.string(node, of: "keys").utf8)
            (grammar.keyMark, grammar.isKeyMarkApart) = (mark.first ?? 0, mark.count > 1)
        }
        self.grammar = grammar
        var titles: [String: String] = [:]
        if let node = fields["titles"] {
            for (alias, _, title) in try file.pairs(node, of: "titles") { titles[alias] = try file.string(title, of: alias) }
        }
        self.titles = titles
        aliases = try fields["aliases"].map { (node) throws(HexaplaError) in try file.strings(node, of: "aliases") } ?? []
    }

    private static func words(_ node: YAMLNode, _ file: YAMLFile, _ grammar: inout Grammar) throws(HexaplaError) {
        for (key, keyNode, value) in try file.pairs(node, of: "words") {
            let kind = try Self.kind(key, at: keyNode, file)
            for word in try file.string(value, of: key).utf8.split(whereSeparator: \.isWhitespace) { grammar.add(word: word, kind) }
        }
    }

    private static func comments(_ node: YAMLNode, _ file: YAMLFile, _ grammar: inout Grammar) throws(HexaplaError) {
        for (open, close) in try pairs(node, "comments", file) { grammar.add(.comment(.init(open: open, close: close))) }
    }

    /// `"` alone is a string with `\` in one line; a mapping says more.
    private static func string(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> Grammar.StringForm {
        var form = Grammar.StringForm()
        if let text = node.text {
            (form.open, form.close, form.escape) = (Array(text.utf8), Array(text.utf8), UInt8(ascii: "\\"))
            return form
        }
        let fields = try file.fields(
            node, of: "strings", known: ["open", "close", "escape", "doubled", "lines", "character", "variables", "hole"])
        func flag(_ key: String) throws(HexaplaError) -> Bool {
            guard let node = fields[key] else { return false }
            return try file.flag(node, of: key)
        }
        guard let open = fields["open"] else { throw file.fault("a string without 'open'", at: node, remedy: "Write its first sign") }
        form.open = Array(try file.string(open, of: "open").utf8)
        form.close = try fields["close"].map { (node) throws(HexaplaError) in Array(try file.string(node, of: "close").utf8) } ?? form.open
        form.escape = try fields["escape"].map { (node) throws(HexaplaError) in try file.string(node, of: "escape").utf8.first ?? 0 } ?? 0
        (form.isDoubled, form.isLong, form.isCharacter) = (try flag("doubled"), try flag("lines"), try flag("character"))
        form.hasVariables = try flag("variables")
        if let hole = fields["hole"] {
            let signs = try file.strings(hole, of: "hole").map { Array($0.utf8) }
            guard signs.count == 2, !signs[0].isEmpty, signs[1].count == 1 else {
                throw file.fault("'hole' must be two signs, the second of one character", at: hole, remedy: "Write, as an example, ['${', '}']")
            }
            form.hole = (signs[0], signs[1][0])
        }
        guard !form.open.isEmpty, !form.close.isEmpty else { throw file.fault("a string without signs round it", at: node, remedy: "Write them") }
        return form
    }

    // MARK: Pieces

    private static func kind(_ name: String, at node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> TokenClass {
        guard let kind = TokenClass(rawValue: name) else {
            let known = TokenClass.allCases.map(\.rawValue)
            let near = Suggestion.nearest(to: name, among: known)
            throw file.fault(
                "unknown class '\(name)'", at: node, remedy: near.map { "Did you mean '\($0)'?" } ?? "Known classes are \(known.joined(separator: ", "))")
        }
        return kind
    }

    /// Signs with the class of what they begin.
    private static func kinds(_ node: YAMLNode, _ key: String, _ file: YAMLFile) throws(HexaplaError) -> [([UInt8], TokenClass)] {
        var kinds: [([UInt8], TokenClass)] = []
        for (sign, signNode, value) in try file.pairs(node, of: key) {
            guard !sign.isEmpty else { throw file.fault("an empty sign", at: signNode, remedy: "Write at least one character") }
            kinds.append((Array(sign.utf8), try kind(try file.string(value, of: sign), at: value, file)))
        }
        return kinds
    }

    /// A list of signs, each alone or with the one that ends what it begins.
    private static func pairs(_ node: YAMLNode, _ key: String, _ file: YAMLFile) throws(HexaplaError) -> [(open: [UInt8], close: [UInt8]?)] {
        var pairs: [(open: [UInt8], close: [UInt8]?)] = []
        for item in try file.items(node, of: key) {
            let signs = try file.strings(item, of: key).map { Array($0.utf8) }
            guard (1...2).contains(signs.count), !signs.contains([]) else {
                throw file.fault("'\(key)' must hold signs, or pairs of signs", at: item, remedy: "Write, as an example, ['/*', '*/']")
            }
            pairs.append((signs[0], signs.count == 2 ? signs[1] : nil))
        }
        return pairs
    }
}

import LocalizationModel
import YAML

/// A file `locales/<tag>.yml`: its facts, all words in lower case, and its examples.
struct LocaleFile {
    let facts: LocaleFacts
    let examples: [LocaleExample]

    private static let keys = [
        "locale", "name", "direction", "scripts", "separatesWords", "numbers", "months", "sentences", "quotation", "widths", "vocabulary",
        "functionWords", "inflection", "repetition", "lettersPerEnglish", "characters", "interface", "provenance", "examples",
    ]

    init(path: String, bytes: [UInt8], tag: LocaleTag) throws(HexaplaError) {
        let file = try YAMLFile(path: path, bytes: bytes)
        let fields = try file.fields(file.root, of: "locale file", known: Self.keys)
        if let node = fields["locale"], LocaleTag(try file.string(node, of: "locale")) != tag {
            throw file.fault("the file is named for \(tag) and states another locale", at: node)
        }
        var facts = LocaleFacts()
        try Self.readScript(fields, file, &facts)
        if let node = fields["numbers"] { try Self.readNumbers(node, file, &facts) }
        if let node = fields["sentences"] { try Self.readSentences(node, file, &facts) }
        if let node = fields["months"] { facts.months = try Self.months(node, file) }
        if let node = fields["quotation"] { facts.quotationMarks = try Self.quotation(node, file) }
        if let node = fields["widths"] { facts.widths = try Self.widths(node, file) }
        if let node = fields["repetition"] { facts.repetition = try Self.repetition(node, file) }
        if let node = fields["lettersPerEnglish"] { facts.lettersPerEnglish = try file.number(node, of: "lettersPerEnglish") }
        try Self.readWords(fields, file, &facts)
        if let node = fields["provenance"] { _ = try file.string(node, of: "provenance") }
        self.facts = facts
        examples = try fields["examples"].map { (node) throws(HexaplaError) in try Self.examples(node, file) } ?? []
    }

    private static func readScript(_ fields: [String: YAMLNode], _ file: YAMLFile, _ facts: inout LocaleFacts)
        throws(HexaplaError)
    {
        if let node = fields["name"] { facts.name = try file.string(node, of: "name") }
        if let node = fields["direction"] {
            guard let direction = LocaleProfile.Direction(rawValue: try file.string(node, of: "direction")) else {
                throw file.fault("'direction' must be ltr or rtl", at: node)
            }
            facts.direction = direction
        }
        if let node = fields["scripts"] {
            facts.scripts = try file.strings(node, of: "scripts")
            for script in facts.scripts ?? [] where script.utf8.count != 4 {
                throw file.fault("'\(script)' is no ISO 15924 code", at: node, remedy: "Write four letters, as in Latn")
            }
        }
        if let node = fields["separatesWords"] { facts.separatesWords = try file.flag(node, of: "separatesWords") }
        if let node = fields["characters"] {
            let characters = try file.fields(node, of: "characters", known: ["foreign"])
            facts.foreignCharacters = try characters["foreign"].map { (node) throws(HexaplaError) in
                Set(try file.string(node, of: "foreign").unicodeScalars.filter { $0.value > 0x7F }.map(\.value))
            }
        }
    }

    private static func readWords(_ fields: [String: YAMLNode], _ file: YAMLFile, _ facts: inout LocaleFacts)
        throws(HexaplaError)
    {
        if let node = fields["vocabulary"] {
            var vocabulary: [String: [String]] = [:]
            for (role, _, words) in try file.pairs(node, of: "vocabulary") {
                vocabulary[role] = try file.strings(words, of: role).map { $0.lowercased() }
            }
            facts.vocabulary = vocabulary
        }
        if let node = fields["functionWords"] {
            facts.functionWords = Set(try file.strings(node, of: "functionWords").map { $0.lowercased() })
        }
        if let node = fields["inflection"] { facts.inflection = try inflection(node, file) }
        if let node = fields["interface"] {
            var texts: [String: String] = [:]
            for (key, _, text) in try file.pairs(node, of: "interface") { texts[key] = try file.string(text, of: key) }
            facts.interface = texts
        }
    }

    private static func inflection(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> Inflection {
        let fields = try file.fields(node, of: "inflection", known: ["endings", "dropped", "letters", "verbEndings", "links"])
        var inflection = Inflection()
        if let node = fields["endings"] { inflection.endings = try file.strings(node, of: "endings").map { $0.lowercased() } }
        if let node = fields["dropped"] { inflection.dropped = try file.strings(node, of: "dropped").map { $0.lowercased() } }
        if let node = fields["verbEndings"] { inflection.verbEndings = try file.strings(node, of: "verbEndings").map { $0.lowercased() } }
        if let node = fields["links"] { inflection.links = try file.strings(node, of: "links").map { $0.lowercased() } }
        if let node = fields["letters"] {
            for (letter, keyNode, value) in try file.pairs(node, of: "letters") {
                let plain = try file.string(value, of: letter)
                guard letter.count == 1, plain.count == 1, let from = letter.first, let to = plain.first else {
                    throw file.fault("'letters' pairs one letter with one other", at: keyNode, remedy: "Write them as in 'ä: a'")
                }
                inflection.letters[from] = to
            }
        }
        return inflection
    }

    private static func readNumbers(_ node: YAMLNode, _ file: YAMLFile, _ facts: inout LocaleFacts) throws(HexaplaError) {
        let known = ["decimal", "grouping", "words", "weakWords", "magnitudes", "ordinals"]
        let fields = try file.fields(node, of: "numbers", known: known)
        if let node = fields["decimal"] { facts.decimal = try file.string(node, of: "decimal") }
        if let node = fields["grouping"] { facts.grouping = try file.strings(node, of: "grouping") }
        if let node = fields["words"] { facts.words = try numberWords(node, "words", file) }
        if let node = fields["weakWords"] { facts.weakWords = try numberWords(node, "weakWords", file) }
        if let node = fields["magnitudes"] { facts.magnitudes = try numberWords(node, "magnitudes", file) }
        if let node = fields["ordinals"] { facts.ordinals = try numberWords(node, "ordinals", file) }
    }

    /// `{1: [one, single]}` as `["one": 1, "single": 1]`.
    private static func numberWords(_ node: YAMLNode, _ name: String, _ file: YAMLFile) throws(HexaplaError) -> [String: Double] {
        var values: [String: Double] = [:]
        for (_, key, words) in try file.pairs(node, of: name) {
            let value = try file.number(key, of: name)
            for word in try file.strings(words, of: name) {
                if let other = values.updateValue(value, forKey: word.lowercased()), other != value {
                    throw file.fault("'\(word)' is given two values in '\(name)'", at: words)
                }
            }
        }
        return values
    }

    private static func readSentences(_ node: YAMLNode, _ file: YAMLFile, _ facts: inout LocaleFacts) throws(HexaplaError) {
        let fields = try file.fields(node, of: "sentences", known: ["abbreviations", "ordinalPeriod"])
        if let node = fields["abbreviations"] {
            facts.abbreviations = Set(try file.strings(node, of: "abbreviations").flatMap { spacings(of: $0.lowercased()) })
        }
        if let node = fields["ordinalPeriod"] { facts.ordinalPeriod = try file.flag(node, of: "ordinalPeriod") }
    }

    /// `z. b` as written and with the no-break spaces that careful texts use (U+00A0, U+202F).
    private static func spacings(of abbreviation: String) -> [String] {
        guard abbreviation.utf8.contains(0x20) else { return [abbreviation] }
        return [" ", "\u{A0}", "\u{202F}"].map { space in
            abbreviation.split(separator: " ").joined(separator: space)
        }
    }

    private static func months(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> [[String]] {
        let items = try file.items(node, of: "months")
        guard items.count == 12 else { throw file.fault("'months' must list 12 months, not \(items.count)", at: node) }
        var months: [[String]] = []
        for item in items { months.append(try file.strings(item, of: "months").map { $0.lowercased() }) }
        return months
    }

    private static func quotation(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> [String] {
        let marks = try file.strings(node, of: "quotation")
        for pair in marks where pair.unicodeScalars.count != 2 {
            throw file.fault("'\(pair)' is no opening and closing quotation mark", at: node)
        }
        return marks
    }

    private static func examples(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> [LocaleExample] {
        var examples: [LocaleExample] = []
        for item in try file.items(node, of: "examples") {
            let fields = try file.fields(item, of: "examples", known: ["sentences", "split", "number", "value"])
            if let text = fields["sentences"], let split = fields["split"] {
                examples.append(
                    .sentences(try file.string(text, of: "sentences"), split: try file.strings(split, of: "split")))
            } else if let number = fields["number"], let value = fields["value"] {
                examples.append(.number(try file.string(number, of: "number"), value: try file.number(value, of: "value")))
            } else {
                throw file.fault("an example has 'sentences' and 'split', or 'number' and 'value'", at: item)
            }
        }
        return examples
    }
}

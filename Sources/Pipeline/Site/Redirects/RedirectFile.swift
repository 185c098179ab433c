import LocalizationModel
import YAML

/// The file of a project's old addresses: a mapping from each to the page that took its place, for all locales or below the tag of one.
struct RedirectFile {
    /// One line of it.
    struct Rule {
        let from: String
        let to: String
        /// Nil for all locales.
        let locale: LocaleTag?
        let place: YAMLNode
        let targetPlace: YAMLNode
    }

    let file: YAMLFile
    /// Those of one locale first: they count for more.
    let rules: [Rule]
    /// What of the file is no rule.
    let problems: [HexaplaError]

    init(path: String, bytes: [UInt8]) throws(HexaplaError) {
        let file = try YAMLFile(path: path, bytes: bytes)
        var (rules, problems): ([Rule], [HexaplaError]) = ([], [])
        func add(_ from: String, _ node: YAMLNode, _ to: YAMLNode, _ locale: LocaleTag?) {
            if let text = to.text, !to.isNull {
                rules.append(Rule(from: from, to: text, locale: locale, place: node, targetPlace: to))
            } else {
                problems.append(file.fault("'\(from)' leads nowhere", at: to, remedy: "Write the path of a page behind it, as in 'guide/fees.md'"))
            }
        }
        for (key, node, value) in try file.pairs(file.root, of: path) {
            if let locale = LocaleTag(key), value.pairs != nil {
                for (key, node, value) in try file.pairs(value, of: key) { add(key, node, value, locale) }
            } else {
                add(key, node, value, nil)
            }
        }
        self.file = file
        self.rules = rules.filter { $0.locale != nil } + rules.filter { $0.locale == nil }
        self.problems = problems
    }
}

import LocalizationModel
import YAML

/// What the configuration says of findings: how much each rule matters where, and when a check fails.
public struct ReviewSettings: Sendable {
    public private(set) var policy = SeverityPolicy()
    /// From which severity on findings fail a check; nil for what the command takes by default.
    public private(set) var failOn: FailThreshold?
    /// The file of the findings that are known.
    public internal(set) var baseline: String?
    /// Percent of the source's segments that a locale must have translated; nil for those that may have any.
    private var translated: [LocaleTag?: Int] = [:]
    /// What is wrong with the settings and leaves the others good: names that no rule has.
    public private(set) var problems: [HexaplaError] = []

    static let keys = ["rules", "overrides", "fail-on", "baseline", "thresholds"]
    static let thresholdKeys = ["translated"]
    static let overrideKeys = ["paths", "locales", "rules"]
    static let levels = ["off"] + Severity.allCases.map(\.rawValue)

    init() {}

    init(_ fields: [String: YAMLNode], _ file: YAMLFile) throws(HexaplaError) {
        var levels: [String: SeverityPolicy.Level] = [:]
        if let node = fields["rules"] { levels = try rules(node, file) }
        var scoped: [SeverityPolicy.Scoped] = []
        if let node = fields["overrides"] { for item in try file.items(node, of: "overrides") { scoped.append(try override(item, file)) } }
        policy = SeverityPolicy(levels: levels, scoped: scoped)
        if let node = fields["thresholds"] { try thresholds(node, file) }
        if let node = fields["fail-on"] {
            let word = try file.string(node, of: "fail-on")
            guard let threshold = FailThreshold(word) else {
                throw file.fault("'fail-on' cannot be '\(word)'", at: node, remedy: Self.choice(word, FailThreshold.words))
            }
            failOn = threshold
        }
        baseline = try fields["baseline"].map { (node) throws(HexaplaError) in try file.string(node, of: "baseline") }
    }

    /// Percent; nil where the project wants none.
    func minimum(_ locale: LocaleTag) -> Int? { translated[locale] ?? translated[nil] }

    /// `translated: 90`, or a number for each locale, `*` for all others.
    private mutating func thresholds(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) {
        guard let node = try file.fields(node, of: "thresholds", known: Self.thresholdKeys)["translated"] else { return }
        guard node.text == nil else {
            translated[nil] = try percent(node, file)
            return
        }
        for (key, keyNode, value) in try file.pairs(node, of: "translated") {
            let locale = LocaleTag(key)
            guard locale != nil || key == SeverityPolicy.everyRule else {
                throw file.fault("'\(key)' is no locale", at: keyNode, remedy: "Write a BCP 47 tag, as in 'de-DE', or '*'")
            }
            translated[locale] = try percent(value, file)
        }
    }

    private func percent(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> Int {
        guard let percent = Int(exactly: try file.number(node, of: "translated")), (0...100).contains(percent) else {
            throw file.fault("'translated' must be a whole number of percent", at: node, remedy: "Write a number from 0 to 100")
        }
        return percent
    }

    private mutating func override(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> SeverityPolicy.Scoped {
        let fields = try file.fields(node, of: "overrides", known: Self.overrideKeys)
        guard let rules = fields["rules"] else { throw file.fault("an override without 'rules'", at: node, remedy: "Say which rules it is about") }
        guard fields["paths"] != nil || fields["locales"] != nil else {
            throw file.fault("an override without 'paths' and 'locales'", at: node, remedy: "What holds everywhere stands in 'rules' at the top")
        }
        let paths = try fields["paths"].map { (node) throws(HexaplaError) in try file.strings(node, of: "paths").map(PathPattern.init) }
        var locales: [LocaleTag]?
        if let node = fields["locales"] {
            var tags: [LocaleTag] = []
            for item in node.text == nil ? try file.items(node, of: "locales") : [node] { tags.append(try Project.locale(item, "locales", file)) }
            locales = tags
        }
        return .init(paths: paths, locales: locales, levels: try self.rules(rules, file))
    }

    /// Names that no rule has are told and left out.
    private mutating func rules(_ node: YAMLNode, _ file: YAMLFile) throws(HexaplaError) -> [String: SeverityPolicy.Level] {
        var levels: [String: SeverityPolicy.Level] = [:]
        for (rule, keyNode, value) in try file.pairs(node, of: "rules") {
            let word = try file.string(value, of: rule)
            guard let level = SeverityPolicy.Level(word) else {
                throw file.fault("'\(rule)' cannot be '\(word)'", at: value, remedy: Self.choice(word, Self.levels))
            }
            guard rule == SeverityPolicy.everyRule || Rules.ids.contains(rule) else {
                problems.append(file.fault("no rule is named '\(rule)'", at: keyNode, remedy: Rules.remedy(rule)))
                continue
            }
            levels[rule] = level
        }
        return levels
    }

    private static func choice(_ word: String, _ words: [String]) -> String {
        Suggestion.nearest(to: word, among: words).map { "Did you mean '\($0)'?" } ?? "Write one of \(words.joined(separator: ", "))"
    }
}

/// From which severity on findings fail a command.
public struct FailThreshold: Hashable, Sendable {
    /// Nil where none does.
    public let severity: Severity?

    static let never = "never"
    static let `default` = FailThreshold(severity: .error)
    public static let words = Severity.allCases.map(\.rawValue) + [never]

    private init(severity: Severity?) { self.severity = severity }

    public init?(_ word: String) {
        severity = Severity(rawValue: word)
        guard severity != nil || word == Self.never else { return nil }
    }
}

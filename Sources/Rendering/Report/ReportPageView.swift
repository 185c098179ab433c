import LocalizationModel

/// The bitext of one page in one locale, with its signs in the gutter and its findings in place.
public struct ReportPageView: TemplateView {
    /// One side of a unit: a reference, for units are handed on and most have two.
    public final class Side: Sendable {
        /// The words of a side.
        public enum Words: Sendable {
            case plain(String)
            /// Safe to publish.
            case html([UInt8])
        }

        public let words: Words
        /// BCP 47: the language the words are in, whatever side they stand on.
        public let language: String
        public let direction: LocaleProfile.Direction
        /// From 1, in the file of this side.
        public let line: Int
        /// Where a source text was recovered from that has no file of its own.
        public let recoveredFrom: String?
        public init(
            _ words: Words, language: String, direction: LocaleProfile.Direction = .leftToRight, line: Int, recoveredFrom: String? = nil
        ) {
            self.words = words
            self.language = language
            self.direction = direction
            self.line = line
            self.recoveredFrom = recoveredFrom
        }
    }

    /// Source and target that belong together.
    public struct Unit: Sendable {
        /// What the unit is linked by; the same after edits elsewhere.
        public let id: String
        public let source: Side?
        public let target: Side?
        public let state: TranslationUnit.State
        /// In the gutter; the state's own sign where none is given.
        public let signs: [Sign]
        public let findings: [FindingView]
        public init(id: String, source: Side?, target: Side?, state: TranslationUnit.State, signs: [Sign] = [], findings: [FindingView] = []) {
            self.id = id
            self.source = source
            self.target = target
            self.state = state
            self.signs = signs.isEmpty ? Sign(state).map { [$0] } ?? [] : signs
            self.findings = findings
        }
    }

    /// A line of the table that says where the texts come from.
    public struct ProvenanceRow: Sendable {
        public let label: String
        public let text: String
        public init(_ label: String, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    /// The page's path below its locale's folder.
    public var path: String
    public var pageTitle: String?
    /// BCP 47 tag and native name of the translation's locale.
    public var locale: String
    public var localeName: String
    /// BCP 47: the language translated from.
    public var sourceLanguage: String
    public var siteTitle: String
    public var direction: LocaleProfile.Direction = .leftToRight
    /// The way from the page to the folder of the assets.
    public var rootPath: String
    public var indexHref: String
    /// The page as readers see it.
    public var pageHref: String?
    /// The facts of the page in all languages.
    public var factsHref: String?
    /// Where the source text comes from, in a sentence.
    public var sourceOrigin: String?
    /// How far the page is.
    public var progress: TranslationProgress
    public var units: [Unit]
    /// Findings about the page as a whole.
    public var findings: [FindingView] = []
    /// The pages of the locale before and after this one, in the order of their paths.
    public var previous: PageLink?
    public var next: PageLink?
    public var provenance: [ProvenanceRow] = []
    /// The way to the list of pages with findings, and the page's own place in it.
    public var queue: (href: String, here: String)?
    public var strings: InterfaceText

    public init(
        path: String, locale: String, localeName: String, sourceLanguage: String, siteTitle: String, rootPath: String, indexHref: String,
        progress: TranslationProgress,
        units: [Unit], strings: InterfaceText
    ) {
        self.path = path
        self.locale = locale
        self.localeName = localeName
        self.sourceLanguage = sourceLanguage
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.indexHref = indexHref
        self.progress = progress
        self.units = units
        self.strings = strings
    }

    // MARK: Value

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "path", "pageTitle",
            "locale", "localeName", "sourceLang", "indexHref", "pageHref", "factsHref", "sourceOrigin", "progress", "units", "hasFindings",
            "findings", "hasStates", "severities", "previous", "next", "hasNeighbours", "queueHref", "here", "hasProvenance", "provenance", "t",
        ])

    public var value: TemplateValue {
        var all = findings
        for unit in units where !unit.findings.isEmpty { all += unit.findings }
        let lineWord = TemplateValue.text(strings["reportLine"])
        return .object(
            TemplateObject(
                Self.shape,
                DocumentHead(
                    strings: strings, direction: direction, title: "\(path) · \(localeName)", siteTitle: siteTitle, rootPath: rootPath, robots: "noindex"
                ).fields + [
                    .text(path), .optional(pageTitle), .text(locale),
                    .text(localeName), .text(sourceLanguage), .text(indexHref), .optional(pageHref), .optional(factsHref), .optional(sourceOrigin),
                    progress.value(strings), .list(units.map { $0.value(strings, page: direction, lineWord: lineWord) }),
                    .bool(!findings.isEmpty), .list(findings.map { $0.value(strings) }), .bool(all.contains { $0.state != nil }),
                    .list(Self.severities(all, strings)), .optional(previous), .optional(next), .bool(previous != nil || next != nil),
                    .optional(queue?.href), .optional(queue?.here), .bool(!provenance.isEmpty), .list(provenance), strings.value,
                ]))
    }

    private static let severityShape = TemplateShape(["name", "word", "count"])

    /// How many findings there are of each severity, the worst first; those that nobody has to look at any more left out.
    private static func severities(_ findings: [FindingView], _ strings: InterfaceText) -> [TemplateValue] {
        Severity.allCases.reversed().compactMap { severity in
            let count = findings.count { $0.severity == severity && $0.state != .suppressed }
            guard count > 0 else { return nil }
            return .object(
                TemplateObject(severityShape, [.text(severity.rawValue), .text(strings[severity.wordKey]), .text(strings.number(count))]))
        }
    }
}

extension ReportPageView.ProvenanceRow: TemplateView {
    private static let shape = TemplateShape(["label", "text"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(label), .text(text)])) }
}

extension ReportPageView.Side {
    /// Text and HTML, of which one is empty; the direction where it is not the page's.
    typealias Fields = (text: TemplateValue, html: TemplateValue, language: TemplateValue, direction: TemplateValue, line: TemplateValue)
    static let none: Fields = (.bool(false), .bool(false), .bool(false), .bool(false), .bool(false))

    @inline(__always) func fields(page: LocaleProfile.Direction) -> Fields {
        let direction = TemplateValue.optional(direction == page ? nil : direction.rawValue)
        switch words {
        case .plain(let text): return (.text(text), .bool(false), .text(language), direction, .number(line))
        case .html(let html): return (.text(""), .html(html), .text(language), direction, .number(line))
        }
    }
}

extension ReportPageView.Unit {
    /// One flat object: a page has many units, and most have nothing but their two sides.
    private static let shape = TemplateShape([
        "id", "lineWord", "states", "hasSource", "sourceText", "sourceHTML", "sourceLang", "sourceDir", "sourceLine", "recoveredFrom", "hasTarget",
        "targetText", "targetHTML", "targetLang", "targetDir", "targetLine", "hasSigns", "signs", "hasFindings", "findings",
    ])

    func value(_ strings: InterfaceText, page: LocaleProfile.Direction, lineWord: TemplateValue) -> TemplateValue {
        let left = source?.fields(page: page) ?? ReportPageView.Side.none
        let right = target?.fields(page: page) ?? ReportPageView.Side.none
        let signs: [TemplateValue] = signs.isEmpty ? [] : signs.map { $0.value(strings, word: $0 == Sign(state) ? strings[state.wordKey] : nil) }
        let findings: [TemplateValue] = findings.isEmpty ? [] : findings.map { $0.value(strings) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(id), lineWord, .optional(states), .bool(source != nil), left.text, left.html, left.language, left.direction, left.line,
                    .optional(source?.recoveredFrom), .bool(target != nil), right.text, right.html, right.language, right.direction, right.line,
                    .bool(!signs.isEmpty), .list(signs), .bool(!findings.isEmpty), .list(findings),
                ]))
    }

    /// What the unit is filtered by; nil where it is translated and follows today's source.
    private var states: String? {
        if signs.isEmpty { return nil }
        let isStale = signs.contains(.outdated)
        if state == .translated { return isStale ? "stale" : nil }
        return state.rawValue + (isStale ? " stale" : "")
    }
}

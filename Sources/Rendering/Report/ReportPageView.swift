import LocalizationModel

/// The bitext of one page in one locale, with its signs in the gutter and its findings in place.
public struct ReportPageView: TemplateView {
    /// One side of a unit.
    public struct Side: Sendable {
        /// The text as HTML, safe to publish.
        public let html: [UInt8]
        /// BCP 47: the language the words are in, whatever side they stand on.
        public let language: String
        public let direction: LocaleProfile.Direction
        /// From 1, in the file of this side.
        public let line: Int
        /// Where a source text was recovered from that has no file of its own.
        public let recoveredFrom: String?
        public init(
            html: [UInt8], language: String, direction: LocaleProfile.Direction = .leftToRight, line: Int,
            recoveredFrom: String? = nil
        ) {
            self.html = html
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

    private static let shape = TemplateShape([
        "lang", "dir", "title", "siteTitle", "rootPath", "description", "robots", "canonical", "alternates", "path", "pageTitle",
        "locale", "localeName", "sourceLang", "indexHref", "pageHref", "factsHref", "sourceOrigin", "progress", "units", "hasFindings",
        "findings", "hasStates", "severities", "previous", "next", "hasNeighbours", "queueHref", "here", "hasProvenance", "provenance", "t",
    ])

    public var value: TemplateValue {
        let all = findings + units.lazy.flatMap(\.findings)
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(strings.language), .text(direction.rawValue), .text("\(path) · \(localeName)"), .text(siteTitle), .text(rootPath), .bool(false),
                    .text("noindex"), .bool(false), .list([TemplateValue]()), .text(path), .optional(pageTitle), .text(locale),
                    .text(localeName), .text(sourceLanguage), .text(indexHref), .optional(pageHref), .optional(factsHref), .optional(sourceOrigin),
                    progress.value(strings), .list(units.map { $0.value(strings, page: direction) }),
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
    private static let shape = TemplateShape(["html", "lang", "dir", "line", "recoveredFrom"])

    /// - Parameter page: a side that runs as the page does says nothing of it.
    func value(page: LocaleProfile.Direction) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [.html(html), .text(language), .optional(direction == page ? nil : direction.rawValue), .number(line), .optional(recoveredFrom)]))
    }
}

extension ReportPageView.Unit {
    private static let shape = TemplateShape(["id", "source", "target", "states", "hasSigns", "signs", "hasFindings", "findings"])

    func value(_ strings: InterfaceText, page: LocaleProfile.Direction) -> TemplateValue {
        let signs = signs.map { $0.value(strings, word: $0 == Sign(state) ? strings[state.wordKey] : nil) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(id), source.map { $0.value(page: page) } ?? .bool(false), target.map { $0.value(page: page) } ?? .bool(false),
                    .optional(states), .bool(!signs.isEmpty), .list(signs), .bool(!findings.isEmpty), .list(findings.map { $0.value(strings) }),
                ]))
    }

    /// What the unit is filtered by; nil where it is translated and follows today's source.
    private var states: String? {
        let isStale = signs.contains(.outdated)
        if state == .translated { return isStale ? "stale" : nil }
        return state.rawValue + (isStale ? " stale" : "")
    }
}

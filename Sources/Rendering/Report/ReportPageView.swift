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
        public let line: Int?
        /// Where a source text was recovered from that has no file of its own.
        public let recoveredFrom: String?
        public init(
            html: [UInt8], language: String, direction: LocaleProfile.Direction = .leftToRight, line: Int?,
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
        public let source: Side?
        public let target: Side?
        public let state: TranslationUnit.State
        /// In the gutter; the state's own sign where none is given.
        public let signs: [Sign]
        public let findings: [FindingView]
        public init(source: Side?, target: Side?, state: TranslationUnit.State, signs: [Sign] = [], findings: [FindingView] = []) {
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
    /// Percent of the segments that are translated.
    public var percent: Int
    public var units: [Unit]
    /// Findings about the page as a whole.
    public var findings: [FindingView] = []
    public var previous: PageLink?
    public var next: PageLink?
    public var provenance: [ProvenanceRow] = []
    public var strings: InterfaceText

    public init(
        path: String, locale: String, localeName: String, siteTitle: String, rootPath: String, indexHref: String, percent: Int,
        units: [Unit], strings: InterfaceText
    ) {
        self.path = path
        self.locale = locale
        self.localeName = localeName
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.indexHref = indexHref
        self.percent = percent
        self.units = units
        self.strings = strings
    }

    // MARK: Value

    private static let shape = TemplateShape([
        "lang", "dir", "title", "siteTitle", "rootPath", "description", "robots", "canonical", "alternates", "path", "pageTitle",
        "locale", "localeName", "indexHref", "pageHref", "factsHref", "sourceOrigin", "percent", "percentNumber", "units", "hasFindings",
        "findings", "findingCount", "previous", "next", "hasNeighbours", "hasProvenance",
        "provenance", "t",
    ])

    public var value: TemplateValue {
        let count = findings.count + units.reduce(0) { $0 + $1.findings.count }
        let units = units.enumerated().map { $1.value(strings, number: $0 + 1) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(strings.language), .text(direction.rawValue), .text(path), .text(siteTitle), .text(rootPath), .bool(false),
                    .text("noindex"), .bool(false), .list([TemplateValue]()), .text(path), .optional(pageTitle), .text(locale),
                    .text(localeName), .text(indexHref), .optional(pageHref), .optional(factsHref), .optional(sourceOrigin),
                    .text(strings.percent(percent)), .text(String(percent)), .list(units),
                    .bool(!findings.isEmpty), .list(findings.map { $0.value(strings) }),
                    .text(strings.fill("reportFindingsCount", ["count": strings.number(count)])), .optional(previous),
                    .optional(next), .bool(previous != nil || next != nil), .bool(!provenance.isEmpty), .list(provenance),
                    strings.value,
                ]))
    }
}

extension ReportPageView.ProvenanceRow: TemplateView {
    private static let shape = TemplateShape(["label", "text"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(label), .text(text)])) }
}

extension ReportPageView.Side: TemplateView {
    private static let shape = TemplateShape(["html", "lang", "dir", "line", "recoveredFrom"])
    public var value: TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [.html(html), .text(language), .text(direction.rawValue), .optional(line), .optional(recoveredFrom)]))
    }
}

extension ReportPageView.Unit {
    private static let shape = TemplateShape(["number", "source", "target", "state", "stateWord", "signs", "hasFindings", "findings", "findingCount"])

    func value(_ strings: InterfaceText, number: Int) -> TemplateValue {
        let word = strings[state.wordKey]
        let signs = signs.map { $0.value(strings, word: $0 == Sign(state) ? word : nil) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .number(number), .optional(source), .optional(target), .text(state.rawValue), .text(word), .list(signs),
                    .bool(!findings.isEmpty), .list(findings.map { $0.value(strings) }), .number(findings.count),
                ]))
    }
}

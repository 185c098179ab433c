import LocalizationModel

/// What a page states and says of itself, side by side in every language: facts of its requirements, and its front matter.
public struct FactsPageView: TemplateView {
    /// One language.
    public struct Column: Sendable {
        /// BCP 47.
        public let tag: String
        public let nativeName: String
        public let isSource: Bool
        /// The source's commit and the day of the hand-off, as the page names them.
        public let provenance: Provenance?
        /// Where a source was recovered from that has no file.
        public let recoveredFrom: String?
        /// The page's report.
        public let href: String?
        public init(
            tag: String, nativeName: String, isSource: Bool = false, provenance: Provenance? = nil, recoveredFrom: String? = nil, href: String? = nil
        ) {
            self.tag = tag
            self.nativeName = nativeName
            self.isSource = isSource
            self.provenance = provenance
            self.recoveredFrom = recoveredFrom
            self.href = href
        }
    }

    /// Words of the content in the language they are in.
    public struct Words: Hashable, Sendable {
        public let text: String
        /// BCP 47.
        public let language: String
        public init(_ text: String, language: String) {
            self.text = text
            self.language = language
        }
    }

    /// The facts of one section.
    public struct Group: Sendable {
        /// The headings that lead to it, outermost first.
        public let headings: [Words]
        public let rows: [Row]
        public init(headings: [Words], rows: [Row]) {
            self.headings = headings
            self.rows = rows
        }
    }

    /// One fact; the cells stand in the order of `columns`.
    public struct Row: Sendable {
        /// What the requirement says.
        public let label: Words?
        /// False where the row above is of the same requirement.
        public let isFirst: Bool
        public let aspect: FactRow.Aspect
        public let cells: [FactCell]
        public init(label: Words?, isFirst: Bool, aspect: FactRow.Aspect, cells: [FactCell]) {
            self.label = label
            self.isFirst = isFirst
            self.aspect = aspect
            self.cells = cells
        }
    }

    /// One key of the front matter, or (without a key) the page as a whole; the cells stand in the order of the columns that have a file.
    public struct MetadataRow: Sendable {
        public let key: String?
        public let cells: [MetadataCell]
        public init(key: String?, cells: [MetadataCell]) {
            self.key = key
            self.cells = cells
        }
    }

    public var path: String
    public var pageTitle: Words?
    public var siteTitle: String
    public var direction: LocaleProfile.Direction = .leftToRight
    /// The way from the page to the folder of the assets.
    public var rootPath: String
    /// The report, and the index of all pages' facts.
    public var indexHref: String
    public var factsHref: String
    public var columns: [Column]
    public var groups: [Group]
    public var metadata: [MetadataRow]
    public var strings: InterfaceText

    public init(
        path: String, siteTitle: String, rootPath: String, indexHref: String, factsHref: String, columns: [Column], groups: [Group],
        metadata: [MetadataRow], strings: InterfaceText
    ) {
        self.path = path
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.indexHref = indexHref
        self.factsHref = factsHref
        self.columns = columns
        self.groups = groups
        self.metadata = metadata
        self.strings = strings
    }

    // MARK: Value

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "path", "pageTitle", "indexHref",
            "factsHref", "columns", "fileColumns", "columnCount", "hasFacts", "groups", "hasMetadata", "metadata", "factCount", "differing", "older",
            "disagreeing",
            "outdated", "t",
        ])

    public var value: TemplateValue {
        let rows = groups.flatMap(\.rows)
        func count(_ standing: FactRow.Standing) -> Int { rows.count { $0.cells.contains { $0.standing == standing } } }
        return .object(
            TemplateObject(
                Self.shape,
                DocumentHead(
                    strings: strings, direction: direction, title: "\(path) · \(strings["factsTitle"])", siteTitle: siteTitle, rootPath: rootPath,
                    robots: "noindex"
                ).fields + [
                    .text(path), .optional(pageTitle), .text(indexHref),
                    .text(factsHref), .list(columns.map { $0.value(strings) }), .list(columns.filter { $0.recoveredFrom == nil }.map { $0.value(strings) }),
                    .number(columns.count + 1), .bool(!rows.isEmpty),
                    .list(groups.map { $0.value(strings) }), .bool(!metadata.isEmpty), .list(metadata.map { $0.value(strings) }),
                    .text(strings.number(rows.count)), .text(strings.number(count(.disagrees))), .text(strings.number(count(.older))),
                    Sign.disagreeing.value(strings), Sign.outdated.value(strings, word: strings["factsOlder"]), strings.value,
                ]))
    }
}

extension FactsPageView.Words: TemplateView {
    private static let shape = TemplateShape(["text", "lang"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(text), .text(language)])) }
}

extension FactsPageView.Column {
    private static let shape = TemplateShape(["tag", "nativeName", "isSource", "commit", "fullCommit", "date", "origin", "recoveredFrom", "href"])

    /// Git's short form of an object name has 7 digits.
    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .text(tag), .text(nativeName), .bool(isSource), .optional(provenance?.sourceCommit.map { String($0.prefix(7)) }),
                    .optional(provenance?.sourceCommit), .optional(provenance?.handOffDate), .optional(provenance?.origin?.rawValue), .optional(recoveredFrom),
                    .optional(href),
                ]))
    }
}

extension FactsPageView.Group {
    private static let shape = TemplateShape(["headings", "rows"])
    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(TemplateObject(Self.shape, [.list(headings), .list(rows.map { $0.value(strings) })]))
    }
}

extension FactsPageView.Row {
    private static let shape = TemplateShape(["label", "isFirst", "aspect", "aspectWord", "cells"])
    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                [
                    .optional(label), .bool(isFirst), .text(aspect.rawValue), .text(strings[aspect.wordKey]),
                    .list(cells.map { $0.value(strings) }),
                ]))
    }
}

extension FactsPageView.MetadataRow {
    private static let shape = TemplateShape(["key", "cells"])
    func value(_ strings: InterfaceText) -> TemplateValue {
        .object(TemplateObject(Self.shape, [.optional(key), .list(cells.map { $0.value(strings) })]))
    }
}

extension FactRow.Aspect {
    var wordKey: String {
        switch self {
        case .choice: "factChoice"
        case .connector: "factConnector"
        case .conjunction: "factConjunction"
        case .quantity: "factQuantity"
        case .money: "factMoney"
        case .date: "factDate"
        case .exam: "factExam"
        case .certification: "factCertification"
        case .product: "factProduct"
        case .link: "factLink"
        case .presence: "factPresence"
        }
    }
}

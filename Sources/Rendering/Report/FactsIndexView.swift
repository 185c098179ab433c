import LocalizationModel

/// The pages of a site with how many facts they state, and in which languages those differ.
public struct FactsIndexView: TemplateView {
    public struct Column: Sendable {
        /// BCP 47.
        public let tag: String
        public let nativeName: String
        public init(tag: String, nativeName: String) {
            self.tag = tag
            self.nativeName = nativeName
        }
    }

    /// How many facts of one language stand out.
    public struct Cell: Hashable, Sendable {
        public let disagreeing: Int
        public let older: Int
        public init(disagreeing: Int, older: Int) {
            self.disagreeing = disagreeing
            self.older = older
        }
    }

    /// A page; the cells stand in the order of `columns`, nil where the language lacks the page.
    public struct Row: Sendable {
        public let path: String
        public let title: FactsPageView.Words?
        public let href: String
        public let facts: Int
        public let disagreeing: Int
        public let older: Int
        public let cells: [Cell?]
        public init(path: String, title: FactsPageView.Words?, href: String, facts: Int, disagreeing: Int, older: Int, cells: [Cell?]) {
            self.path = path
            self.title = title
            self.href = href
            self.facts = facts
            self.disagreeing = disagreeing
            self.older = older
            self.cells = cells
        }
    }

    public var siteTitle: String
    public var direction: LocaleProfile.Direction = .leftToRight
    public var rootPath: String
    public var indexHref: String
    /// The folder that the index is of, with the way to the index of all; nil for that one.
    public var folder: String?
    public var factsHref: String?
    public var columns: [Column]
    public var rows: [Row]
    public var strings: InterfaceText

    public init(siteTitle: String, rootPath: String, indexHref: String, columns: [Column], rows: [Row], strings: InterfaceText) {
        self.siteTitle = siteTitle
        self.rootPath = rootPath
        self.indexHref = indexHref
        self.columns = columns
        self.rows = rows
        self.strings = strings
    }

    private static let shape = TemplateShape(
        DocumentHead.names + [
            "indexHref", "folder", "factsHref", "columns",
            "rows", "pageCount",
            "factCount", "disagreeing", "outdated", "t",
        ])

    public var value: TemplateValue {
        .object(
            TemplateObject(
                Self.shape,
                DocumentHead(strings: strings, direction: direction, title: strings["factsTitle"], siteTitle: siteTitle, rootPath: rootPath, robots: "noindex")
                    .fields + [
                        .text(indexHref), .optional(folder),
                        .optional(factsHref), .list(columns), .list(rows.map { $0.value(strings) }),
                        .text(strings.number(rows.count)), .text(strings.number(rows.reduce(0) { $0 + $1.facts })), Sign.disagreeing.value(strings),
                        Sign.outdated.value(strings, word: strings["factsOlder"]), strings.value,
                    ]))
    }
}

extension FactsIndexView.Column: TemplateView {
    private static let shape = TemplateShape(["tag", "nativeName"])
    public var value: TemplateValue { .object(TemplateObject(Self.shape, [.text(tag), .text(nativeName)])) }
}

extension FactsIndexView.Row {
    private static let shape = TemplateShape([
        "path", "pageTitle", "href", "facts", "factsNumber", "disagreeing", "disagreeingNumber", "older", "olderNumber", "cells",
    ])
    func value(_ strings: InterfaceText) -> TemplateValue {
        func count(_ number: Int) -> TemplateValue { number == 0 ? .bool(false) : .text(strings.number(number)) }
        return .object(
            TemplateObject(
                Self.shape,
                [
                    .text(path), .optional(title), .text(href), .text(strings.number(facts)), .number(facts), count(disagreeing),
                    .number(disagreeing), count(older), .number(older), .list(cells.map { Self.cell($0, strings) }),
                ]))
    }

    private static let cellShape = TemplateShape(["isAbsent", "sortKey", "disagreeing", "older"])

    private static func cell(_ cell: FactsIndexView.Cell?, _ strings: InterfaceText) -> TemplateValue {
        func count(_ number: Int) -> TemplateValue { number == 0 ? .bool(false) : .text(strings.number(number)) }
        let (disagreeing, older) = (cell?.disagreeing ?? 0, cell?.older ?? 0)
        // Disagreements count before what is merely older.
        let sortKey = cell == nil ? -1 : disagreeing * 1_000_000 + older
        return .object(TemplateObject(cellShape, [.bool(cell == nil), .number(sortKey), count(disagreeing), count(older)]))
    }
}

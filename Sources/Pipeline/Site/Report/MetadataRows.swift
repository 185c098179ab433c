import LocalizationModel
import Rendering

/// The front matter of a page in all its languages: a row a key, with what findings say of it.
struct MetadataRows {
    private let source: LocaleTag
    private let facts: [MetadataFact]
    private let cells: FactCells
    /// Findings about a value of the front matter, and about the whole page, by language.
    private let keyed: [LocaleTag: [Finding]]
    private let wholePage: [LocaleTag: [Finding]]
    private let namedKeys: Set<String>

    /// What readers and search engines see stands first.
    private static let first = ["title", "description", "keywords", "robots"]
    /// Rules about a page as a whole that its front matter shows.
    private static let wholePageRules: Set<String> = ["invalid-front-matter", "retired-page", "orphan-page", "machine-translation", "stale-page"]

    init(_ facts: [MetadataFact], source: LocaleTag, cells: FactCells, findings: [Finding]) {
        self.facts = facts
        self.source = source
        self.cells = cells
        keyed = Dictionary(grouping: findings.filter { $0.key != nil }, by: \.locale)
        wholePage = Dictionary(grouping: findings.filter { $0.key == nil && Self.wholePageRules.contains($0.rule) }, by: \.locale)
        namedKeys = Set(findings.compactMap(\.key))
    }

    var rows: [FactsPageView.MetadataRow] {
        let byKey = Dictionary(facts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let ordered = Self.first.filter { byKey[$0] != nil || namedKeys.contains($0) } + facts.map(\.key).filter { !Self.first.contains($0) }
        let rows = ordered.map { key in FactsPageView.MetadataRow(key: key, cells: cells.files.map { cell($0, key, byKey[key]) }) }
        let whole = cells.files.map(wholePageCell)
        return rows + (whole.contains { !$0.findings.isEmpty } ? [.init(key: nil, cells: whole)] : [])
    }

    private func cell(_ page: Page, _ key: String, _ fact: MetadataFact?) -> MetadataCell {
        let own = (keyed[page.locale] ?? []).filter { $0.key == key }
        let isForeign = own.contains { $0.rule == "untranslated-metadata" }
        let stated = fact?.cells.first { $0.locale == page.locale }
        let text = (stated?.values ?? []).filter { !$0.isEmpty }.joined(separator: ", ")
        return MetadataCell(
            text: text.isEmpty ? nil : text, language: (isForeign ? source : page.locale).description, findings: own.map { FindingView($0) },
            sign: own.max { $0.severity < $1.severity }?.sign, line: stated?.line,
            href: cells.href(page, key: key))
    }

    private func wholePageCell(_ page: Page) -> MetadataCell {
        let own = wholePage[page.locale] ?? []
        return MetadataCell(
            text: nil, language: page.locale.description, findings: own.map { FindingView($0) }, sign: own.max { $0.severity < $1.severity }?.sign)
    }
}

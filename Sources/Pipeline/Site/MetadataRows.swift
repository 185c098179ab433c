import LocalizationModel
import Rendering

/// The front matter of a page in all its languages: a row a key, with what findings say of it.
struct MetadataRows {
    private let source: LocaleTag
    private let cells: FactCells
    private let findings: [Finding]

    /// What readers and search engines see stands first.
    private static let first = ["title", "description", "keywords", "robots"]
    /// Rules about a page as a whole that its front matter shows.
    private static let wholePage: Set<String> = ["invalid-front-matter", "retired-page", "orphan-page", "machine-translation", "stale-page"]

    init(source: LocaleTag, cells: FactCells, findings: [Finding]) {
        self.source = source
        self.cells = cells
        self.findings = findings
    }

    var rows: [FactsPageView.MetadataRow] {
        var keys: [String] = []
        var seen: Set<String> = []
        for entry in cells.files.flatMap(\.metadata.entries) where seen.insert(entry.key).inserted { keys.append(entry.key) }
        let named = Set(findings.compactMap(\.key))
        let ordered = Self.first.filter { seen.contains($0) || named.contains($0) } + keys.filter { !Self.first.contains($0) }
        let rows = ordered.map { key in FactsPageView.MetadataRow(key: key, cells: cells.files.map { cell($0, key: key) }) }
        let whole = cells.files.map(wholePage)
        return rows + (whole.contains { !$0.findings.isEmpty } ? [.init(key: nil, cells: whole)] : [])
    }

    private func cell(_ page: Page, key: String) -> MetadataCell {
        let own = findings.filter { $0.locale == page.locale && $0.key == key }
        let isForeign = own.contains { $0.rule == "untranslated-metadata" }
        let entry = page.metadata[key]
        let text = entry.map { $0.values.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ") } ?? ""
        return MetadataCell(
            text: text.isEmpty ? nil : text, language: (isForeign ? source : page.locale).description, findings: own.map(FindingView.init),
            sign: own.max { $0.severity < $1.severity }?.sign, line: entry.map { page.document.text.line(at: $0.keySpan.lower) },
            href: cells.href(page, key: key))
    }

    private func wholePage(_ page: Page) -> MetadataCell {
        let own = findings.filter { $0.locale == page.locale && $0.key == nil && Self.wholePage.contains($0.rule) }
        return MetadataCell(
            text: nil, language: page.locale.description, findings: own.map(FindingView.init), sign: own.max { $0.severity < $1.severity }?.sign)
    }
}

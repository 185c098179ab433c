import LocalizationModel
import Rendering

/// Turns rows of the model's facts into rows of the table: one cell for each language of the page.
struct FactCells {
    /// In the order of the columns.
    let pages: [Page]
    /// A page that has no file: lines of it say nothing.
    private let recovered: LocaleTag?
    private let places: [LocaleTag: ReportPlaces]
    /// The report page of each language.
    private let reports: [LocaleTag: String]

    init(pages: [Page], recovered: LocaleTag?, places: [LocaleTag: ReportPlaces], reports: [LocaleTag: String]) {
        self.pages = pages
        self.recovered = recovered
        self.places = places
        self.reports = reports
    }

    func row(_ row: FactRow, node: RequirementNode?, label: FactsPageView.Words?, isFirst: Bool) -> FactsPageView.Row {
        let cells = pages.map { page -> FactCell in
            guard let cell = row.cells.first(where: { $0.locale == page.locale }) else { return FactCell(standing: nil) }
            let facts = node?.facts(in: page.locale)
            // A language that lacks the requirement states nothing of it; only the row that says so judges that.
            guard facts != nil || row.aspect == .presence else { return FactCell(standing: nil) }
            let values = cell.standing == .open ? [] : cell.values.map { value($0, row.aspect, node, facts) }
            return FactCell(
                values: values, standing: cell.standing, line: page.locale == recovered ? nil : cell.wording?.line,
                href: cell.wording?.span.flatMap { span in link(page.locale, places[page.locale]?.address(of: span)) })
        }
        return .init(label: label, isFirst: isFirst, aspect: row.aspect, cells: cells)
    }

    /// The pages that have a file.
    var files: [Page] { pages.filter { $0.locale != recovered } }

    /// The place of a front matter value on the page's report.
    func href(_ page: Page, key: String) -> String? { link(page.locale, places[page.locale]?.address(ofKey: key)) }

    private func link(_ locale: LocaleTag, _ unit: String?) -> String? { unit.flatMap { unit in reports[locale].map { "\($0)#\(unit)" } } }

    private func value(_ text: String, _ aspect: FactRow.Aspect, _ node: RequirementNode?, _ facts: RequirementFacts?) -> FactCell.Value {
        switch aspect {
        case .choice: choice(text, node)
        case .connector, .conjunction: RequirementNode.Connector.Kind(rawValue: text).map { .connector($0) } ?? .name(text)
        case .quantity: Double(text).map { .number($0) } ?? .name(text)
        case .money: money(text)
        case .presence: .presence(text == "present")
        case .link: .link(text, href: facts?.links.first { LinkIdentity.canonical($0) == text }.flatMap(Self.safe))
        case .date, .exam, .certification, .product: .name(text)
        }
    }

    private func choice(_ text: String, _ node: RequirementNode?) -> FactCell.Value {
        let total = node?.children.count { $0.kind != .note } ?? 0
        if let kind = RequirementNode.Kind(rawValue: text) { return .choice(kind, choose: nil, total: total) }
        return .choice(.someOf, choose: Int(text.prefix { $0 != "-" }), total: total)
    }

    private func money(_ text: String) -> FactCell.Value {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let amount = Double(parts[0]) else { return .name(text) }
        return .money(amount, currency: String(parts[1]))
    }

    /// Only addresses of the web: others are shown and not followed.
    private static func safe(_ link: String) -> String? {
        let lower = link.lowercased()
        return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? SitePaths.encodedAddress(link) : nil
    }
}

import LocalizationModel

/// Compares the front matter of two states of a page as facts.
public enum MetadataDifference {
    private static let aspects: [FactChange.Aspect] = [.withdrawal, .title, .description, .keywords, .robots, .commit]

    /// - Parameter pages: both states of each locale that has the page in both.
    public static func changes(_ pages: [(old: Page, new: Page)]) -> [FactChange] {
        aspects.compactMap { aspect in
            let cells = pages.map { FactChange.Cell(locale: $0.new.locale, old: values(of: aspect, in: $0.old), new: values(of: aspect, in: $0.new)) }
            guard cells.contains(where: \.isChanged) else { return nil }
            return FactChange(.changed, aspect, cells: cells.filter { $0.old != [] || $0.new != [] })
        }
    }

    private static func values(of aspect: FactChange.Aspect, in page: Page) -> [String] {
        func text(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
        return switch aspect {
        case .withdrawal: [page.document.isWithdrawn ? "withdrawn" : "published"]
        case .title, .description, .robots: text(page.metadata.text(aspect.rawValue))
        case .keywords: page.metadata.keywords
        case .commit: text(page.provenance.sourceCommit)
        default: []
        }
    }
}

import LocalizationModel
import Requirements

/// Languages that follow versions of a source, for the comparison of facts.
enum Witnesses {
    /// The rows of merged sections; all languages follow the same version, the source (if it is named) has a file.
    static func rows(_ sections: [RequirementSection], _ locales: [String], source: String? = nil) throws -> [FactRow] {
        FactComparison.rows(
            sections,
            witnesses: try locales.map {
                Witness(locale: try PageFixture.tag($0), revision: nil, date: nil, isSource: $0 == source, followsSource: true)
            })
    }

    /// The rows of pages given as text; the first one is the source where there is one.
    static func rows(_ pages: [(String, String)], hasSource: Bool = false) throws -> [FactRow] {
        let merged = try PageFixture.merge(try pages.map { ($0.0, try PageFixture.sections($0.1, $0.0)) }, hasSource: hasSource)
        return try rows(merged, pages.map(\.0), source: hasSource ? pages.first?.0 : nil)
    }

    /// Each row with a cell that does not agree: `connector [or]: zh-CN [and] disagrees`.
    static func faults(_ rows: [FactRow]) -> [String] {
        rows.compactMap { row in
            let odd = row.cells.filter { $0.standing == .disagrees || $0.standing == .older }
            let cells = odd.map { "\($0.locale) [\($0.values.joined(separator: " "))] \($0.standing.rawValue)" }
            return odd.isEmpty ? nil : "\(row.aspect.rawValue) [\(row.values.joined(separator: " "))]: " + cells.joined(separator: ", ")
        }
    }
}

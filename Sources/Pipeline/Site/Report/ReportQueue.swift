import LocalizationModel

/// The pages of a locale with something to do, which a report page asks for the next one: a script, because a page from disk can read nothing
/// else.
///
/// It is a file of its own, so that a page's report does not change with the findings of other pages.
struct ReportQueue {
    private let pages: [(place: String, findings: Int)]

    init(_ groups: [GroupSummary], _ locale: LocaleTag) {
        pages = groups.compactMap { group in
            guard let cell = group.cells[locale], cell.status.pages > 0, cell.findings > 0 else { return nil }
            return (Self.place(group.path), cell.findings)
        }.sorted { $0.place.utf8.lexicographicallyPrecedes($1.place.utf8) }
    }

    static func file(_ locale: LocaleTag) -> String { "report/\(locale.lowercased)/queue.js" }

    /// The page below the locale's folder, as its address is written.
    static func place(_ path: String) -> String { SitePaths.encoded(SitePaths.html(path)) }

    /// `hexaplaQueue("a.html 3 guide/b.html 1")`: places hold neither spaces nor quotes.
    var script: [UInt8] { Array("hexaplaQueue(\"\(pages.map { "\($0.place) \($0.findings)" }.joined(separator: " "))\")\n".utf8) }
}

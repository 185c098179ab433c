import LocalizationModel

/// The pages that were translated from the same source.
struct PageRevision {
    /// Newest hand-off first, then by locale.
    let pages: [Page]
    let commit: String?

    /// The newest hand-off, ISO 8601.
    var handOffDate: String? { pages.first?.provenance.handOffDate }

    /// Pages of one commit, or of source files with the same hash, belong together; so do all that name neither.
    /// Newest first.
    static func all(of pages: [Page]) -> [PageRevision] {
        let sorted = pages.sorted(by: isNewer)
        var groups: [[Page]] = []
        var groupOf: [String: Int] = [:]
        for page in sorted {
            let keys = keys(of: page.provenance)
            let known = Set(keys.compactMap { groupOf[$0] })
            let group = known.min() ?? groups.count
            if group == groups.count { groups.append([]) }
            groups[group].append(page)
            // A commit and a hash that were two groups are one.
            for other in known where other != group {
                groups[group] += groups[other]
                groups[other] = []
                for (key, value) in groupOf where value == other { groupOf[key] = group }
            }
            for key in keys { groupOf[key] = group }
        }
        return groups.filter { !$0.isEmpty }.map { group in
            let pages = group.sorted(by: isNewer)
            return PageRevision(pages: pages, commit: pages.lazy.compactMap(\.provenance.sourceCommit).first)
        }.sorted { isNewer($0.pages[0], $1.pages[0]) }
    }

    private static func keys(of provenance: Provenance) -> [String] {
        let keys = [provenance.sourceCommit.map { "commit " + $0 }, provenance.sourceHash.map { "hash " + $0 }].compactMap { $0 }
        return keys.isEmpty ? [""] : keys
    }

    private static func isNewer(_ a: Page, _ b: Page) -> Bool {
        let (x, y) = (a.provenance.handOffDate ?? "", b.provenance.handOffDate ?? "")
        return x == y ? a.locale < b.locale : x > y
    }
}

import LocalizationModel

/// The ids of a page's headings: the anchor that the page sets itself, else the source's, so that links survive translation.
struct HeadingIDs {
    /// Block → id.
    let ids: [Int: String]

    /// - Parameters:
    ///   - bitext: the page aligned with its source; nil for the source itself.
    ///   - source: the ids of the source's headings.
    init(_ document: Document, segments: [Segment], bitext: Bitext?, source: HeadingIDs?) {
        var named: [Int: String] = [:]
        for anchor in document.anchors { if let block = anchor.block, named[block] == nil { named[block] = anchor.name } }
        var aligned: [Int: String] = [:]
        for unit in bitext?.units ?? [] {
            guard let bitext, let target = unit.target.first, let origin = unit.source.first, bitext.target[target].kind == .heading else { continue }
            aligned[bitext.target[target].block] = source?.ids[bitext.source[origin].block]
        }
        var ids: [Int: String] = [:]
        var counts: [String: Int] = [:]
        for segment in segments where segment.kind == .heading && ids[segment.block] == nil {
            let wanted = named[segment.block] ?? aligned[segment.block] ?? HeadingSlug.slug(segment.facts.plain)
            let base = wanted.isEmpty ? "section" : wanted
            let count = counts[base, default: 0]
            counts[base] = count + 1
            ids[segment.block] = count == 0 ? base : "\(base)-\(count)"
        }
        self.ids = ids
    }
}

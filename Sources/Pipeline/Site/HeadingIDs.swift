import LocalizationModel

/// The ids of a page's headings: the anchor that the page sets itself, else the source's, so that links survive translation. The other names
/// that links may use lead there as well.
struct HeadingIDs {
    /// Block → id.
    private(set) var ids: [Int: String] = [:]
    /// Block → other ids that lead to it: the heading's own words in the page's language, and the source's headings that the translation lacks
    /// and that would stand before it.
    private(set) var aliases: [Int: [String]] = [:]
    /// All of them, and those that the templates use.
    private(set) var taken: PageIDs

    /// - Parameters:
    ///   - bitext: the page aligned with its source; nil for the source itself.
    ///   - source: the ids of the source's headings.
    ///   - taken: ids that the templates use.
    init(_ document: Document, segments: [Segment], bitext: Bitext?, source: HeadingIDs?, taken: PageIDs) {
        self.taken = taken
        var named: [Int: String] = [:]
        var elsewhere: Set<String> = []
        for anchor in document.anchors {
            guard let block = anchor.block else { continue }
            if case .heading = document.blocks[block].kind {
                if named[block] == nil { named[block] = PageIDs.valid(anchor.name) }
            } else {
                elsewhere.insert(PageIDs.valid(anchor.name))
            }
        }
        let aligned = bitext.map { Self.aligned($0, source) } ?? [:]
        var slugs: [Int: String] = [:]
        for segment in segments where segment.kind == .heading && slugs[segment.block] == nil {
            let slug = HeadingSlug.slug(segment.facts.plain)
            slugs[segment.block] = slug
            let wanted = named[segment.block] ?? aligned[segment.block] ?? slug
            // An anchor that the page sets elsewhere keeps its name.
            ids[segment.block] = self.taken.unique(named[segment.block] == nil && elsewhere.contains(wanted) ? wanted + "-1" : wanted)
        }
        for (block, slug) in slugs.sorted(by: { $0.key < $1.key }) where !slug.isEmpty && !elsewhere.contains(slug) { alias(slug, at: block) }
        for (block, id) in aligned.sorted(by: { $0.key < $1.key }) where !elsewhere.contains(id) { alias(id, at: block) }
        if let bitext, let source { addMissing(bitext, source, elsewhere) }
    }

    private mutating func alias(_ id: String, at block: Int) { if taken.take(id) { aliases[block, default: []].append(id) } }

    /// Block of a translated heading → the id of the source's.
    private static func aligned(_ bitext: Bitext, _ source: HeadingIDs?) -> [Int: String] {
        var aligned: [Int: String] = [:]
        for unit in bitext.units {
            guard let target = unit.target.first, let origin = unit.source.first, bitext.target[target].kind == .heading else { continue }
            aligned[bitext.target[target].block] = source?.ids[bitext.source[origin].block]
        }
        return aligned
    }

    /// The source's headings that the translation lacks lead to the next one that it has.
    private mutating func addMissing(_ bitext: Bitext, _ source: HeadingIDs, _ elsewhere: Set<String>) {
        var partner: [Int: Int] = [:]
        for unit in bitext.units {
            guard let origin = unit.source.first, let target = unit.target.first, ids[bitext.target[target].block] != nil else { continue }
            partner[bitext.source[origin].block] = bitext.target[target].block
        }
        var next: Int?
        for (block, id) in source.ids.sorted(by: { $0.key > $1.key }) {
            if let target = partner[block] { next = target } else if let next, !elsewhere.contains(id) { alias(id, at: next) }
        }
    }
}

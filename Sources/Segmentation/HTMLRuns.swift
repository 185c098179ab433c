import LocalizationModel

/// The runs of text between the block-level tags of an HTML block.
enum HTMLRuns {
    /// Tags inside a run of text; every other tag ends the run (HTML Living Standard, phrasing content).
    private static let phrasing: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s",
        "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]

    static func runs(of leaf: LeafText) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start = 0
        var skippedUntil: String?
        for inline in leaf.inlines {
            guard case .html(let tag) = inline.kind else { continue }
            let name = tag.hasPrefix("/") ? String(tag.dropFirst()) : tag
            if let skipped = skippedUntil {
                if tag == "/" + skipped { skippedUntil = nil }
                start = inline.range.upperBound
                continue
            }
            guard !phrasing.contains(name) else { continue }
            if start < inline.range.lowerBound { runs.append(start..<inline.range.lowerBound) }
            start = inline.range.upperBound
            if tag == "script" || tag == "style" || tag == "pre" { skippedUntil = tag }
        }
        if start < leaf.bytes.count, skippedUntil == nil { runs.append(start..<leaf.bytes.count) }
        return runs
    }
}

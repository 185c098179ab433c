import LocalizationModel

/// Passages of a page that are in the source's language.
struct ForeignPassages {
    /// Blocks that are foreign as a whole.
    private(set) var blocks: Set<Int> = []
    /// Spans inside blocks that are the page's own otherwise.
    private(set) var spans: [SourceSpan] = []

    init(_ page: Page, _ bitext: Bitext?) {
        guard let bitext else { return }
        var byBlock: [Int: [Int]] = [:]
        for unit in bitext.units where unit.state == .untranslated {
            for index in unit.target { byBlock[bitext.target[index].block, default: []].append(index) }
        }
        let sizes = Dictionary(bitext.target.map { ($0.block, 1) }, uniquingKeysWith: +)
        for (block, indices) in byBlock {
            if indices.count == sizes[block] {
                blocks.insert(block)
            } else if page.document.blocks[block].kind != .html {
                spans += indices.map { bitext.target[$0].span }
            }
        }
    }
}

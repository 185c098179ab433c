import LocalizationModel

extension PageOutline {
    /// Where the blocks of a list stand, and what of them is no text of a requirement; nil for no blocks.
    func extent(of run: [Int]) -> RequirementExtent? {
        guard let first = run.first, let last = run.last else { return nil }
        let blocks = page.document.blocks
        let span = SourceSpan(blocks[first].span.lower, max(blocks[first].span.lower, blocks[last].span.upper))
        var unread: [RequirementExtent.Unread] = []
        for index in first..<end(of: last) {
            let block = blocks[index]
            if let reason = reason(index), unread.last.map({ $0.span.upper <= block.span.lower }) ?? true {
                unread.append(.init(reason: reason, span: block.span))
            }
        }
        return RequirementExtent(locale: page.locale, span: span, unread: unread)
    }

    /// Why a block is not in the tree, or not as what it is; nil where it is.
    private func reason(_ block: Int) -> RequirementExtent.Unread.Reason? {
        switch kind(block) {
        case .code: .code
        case .html: .html
        case .table: .table
        case .heading: .heading
        case .list: isLifted(block) ? .depth : nil
        case .paragraph, .item, .blockQuote, .alert, .tableRow, .tableCell: nil
        case .thematicBreak, .footnote, .directive: .other
        }
    }
}

import LocalizationModel
import MarkdownSource
import Rendering

/// Sets the requirement lists of a page from the model, and its levels side by side, in HTML that is otherwise as written.
struct RequirementBody {
    private let parts: PageParts
    private let rendered: RenderedBody
    /// Block → its language, where it is not the page's.
    private let languages: [Int: String]
    /// Of those languages, where it is not the page's.
    private let direction: String?
    private let renderer: SiteRenderer
    private let strings: InterfaceText

    /// - Parameters:
    ///   - rendered: the HTML of the same blocks as those of the page.
    ///   - strings: of the page's own language.
    init(_ page: Page, _ rendered: RenderedBody, languages: [Int: String], direction: String?, renderer: SiteRenderer, strings: InterfaceText) {
        parts = PageParts(page)
        self.rendered = rendered
        self.languages = languages
        self.direction = direction
        self.renderer = renderer
        self.strings = strings
    }

    private struct Edit {
        let range: Range<Int>
        let bytes: [UInt8]
    }

    func html(_ sections: [RequirementSection]) throws(HexaplaError) -> [UInt8] {
        guard rendered.places.blocks.count == parts.page.document.blocks.count else { return rendered.html }
        var edits: [Edit] = []
        for section in sections {
            for list in RequirementList.lists(section, parts) { if let edit = try self.edit(list) { edits.append(edit) } }
        }
        for place in LevelColumns(sections, parts, rendered).marks {
            edits.append(.init(range: place.offset..<place.offset, bytes: Array(place.html.utf8)))
        }
        guard !edits.isEmpty else { return rendered.html }
        let ordered = edits.enumerated().sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }.map(\.element)
        var out: [UInt8] = []
        out.reserveCapacity(rendered.html.count + ordered.reduce(0) { $0 + $1.bytes.count })
        var position = 0
        for edit in ordered where edit.range.lowerBound >= position {
            out += rendered.html[position..<edit.range.lowerBound]
            out += edit.bytes
            position = edit.range.upperBound
        }
        return out + rendered.html[position...]
    }

    // MARK: A list

    private func edit(_ list: RequirementList) throws(HexaplaError) -> Edit? {
        guard let first = list.blocks.first, let last = list.blocks.last else { return nil }
        let (from, to) = (rendered.places.blocks[first].lowerBound, rendered.places.blocks[last].upperBound)
        guard from < to, let statements = statements(list), let runs = runs(list.nodes, list.kind, list.choose, statements) else { return nil }
        return Edit(range: from..<to, bytes: try renderer.requirements(RequirementListView(runs: runs, strings: strings)))
    }

    /// The pieces of a list as HTML; nil where one of them is not whole.
    private func statements(_ list: RequirementList) -> [RequirementListView.Statement]? {
        var statements: [RequirementListView.Statement] = []
        for (piece, facts) in zip(list.pieces, list.facts) {
            guard !piece.isQuote else {
                let html = Array(rendered.html[rendered.places.blocks[piece.block]])
                guard HTMLRuns(html).isBalanced else { return nil }
                statements.append(.init(html: html, isBlock: true))
                continue
            }
            let html = Array(rendered.html[rendered.places.contents[piece.block]])
            guard let text = MarkedText(html, numbers: numbers(piece.block, facts), codes: Set(facts.flatMap(\.codes)).sorted()) else { return nil }
            statements.append(
                .init(quantity: text.quantity, html: text.rest, language: languages[piece.block], direction: languages[piece.block].flatMap { _ in direction }))
        }
        return statements
    }

    /// The numbers of a paragraph that the model holds for quantities or amounts, as written in digits: words stand well in their sentence.
    private func numbers(_ block: Int, _ facts: [RequirementFacts]) -> [String] {
        guard facts.contains(where: { !$0.quantities.isEmpty || !$0.money.isEmpty }) else { return [] }
        var values: Set<Double> = []
        for fact in facts {
            for quantity in fact.quantities { values.formUnion([quantity.value] + [quantity.among].compactMap(\.self)) }
            values.formUnion(fact.money.map(\.amount))
        }
        return parts.segments(of: block).flatMap(\.facts.numbers).filter { $0.strength == .digits && values.contains($0.value) }.map(\.text)
    }

    // MARK: Its tree

    /// Nodes in a row: items and groups make lists, further paragraphs of an item stand between them. Nil where numbers would be lost.
    private func runs(
        _ nodes: [RequirementList.Node], _ kind: RequirementNode.Kind, _ choose: Int?, _ statements: [RequirementListView.Statement]
    ) -> [RequirementListView.Run]? {
        var runs: [RequirementListView.Run] = []
        var rest = nodes[...]
        while let first = rest.first {
            let isItem = Self.isItem(first)
            let row = rest.prefix { Self.isItem($0) == isItem }
            rest = rest.dropFirst(row.count)
            let numbers = row.map { node in node.item.flatMap(number) }
            let isOrdered = isItem && numbers.allSatisfy { $0 != nil }
            guard isOrdered || numbers.allSatisfy({ $0 == nil }) else { return nil }
            var items: [RequirementListView.Item] = []
            for (node, number) in zip(row, numbers) {
                guard let inner = self.runs(node.children, node.kind, node.choose, statements) else { return nil }
                items.append(
                    .init(
                        connectors: node.connectors.map { statements[$0] }, statements: node.pieces.map { statements[$0] }, runs: inner, number: number,
                        isNote: node.isNote))
            }
            runs.append(.init(form: isOrdered ? .ordered : isItem ? .unordered : .paragraphs, kind: kind, choose: choose, items: items))
        }
        return runs
    }

    private static func isItem(_ node: RequirementList.Node) -> Bool { node.item != nil || node.pieces.isEmpty }

    /// The number of an item of an ordered list; nil in other lists.
    private func number(_ item: Int) -> Int? {
        let blocks = parts.page.document.blocks
        guard let list = blocks[item].parent, let start = rendered.places.firstNumbers[list] else { return nil }
        return start + (parts.positions[item] ?? 0)
    }
}

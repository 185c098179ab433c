import LocalizationModel

/// Builds the requirement tree of one list out of its items, in one language.
///
/// Recursion is as deep as lists are nested, which `PageOutline.deepestList` bounds.
struct TreeBuilder {
    /// What stands in a row: requirements, and the words between them.
    enum Element {
        case node(RequirementNode)
        case connector(RequirementNode.Connector)

        var isConnector: Bool { if case .connector = self { true } else { false } }
    }

    let outline: PageOutline
    let words: PageWords
    let reader: StatementReader

    init(outline: PageOutline, words: PageWords) {
        self.outline = outline
        self.words = words
        reader = StatementReader(outline: outline, words: words)
    }

    private var locale: LocaleTag { outline.page.locale }

    /// The items of a list in a row.
    func elements(ofList list: Int) -> [Element] { outline.children[list].flatMap(elements(ofItem:)) }

    /// An item, with the connectors that stand at its start and end: they join it to its neighbours.
    private func elements(ofItem item: Int) -> [Element] {
        var blocks = outline.children[item][...]
        var before: [Element] = []
        while let first = blocks.first, let connector = connector(first) {
            before.append(.connector(connector))
            blocks.removeFirst()
        }
        guard let first = blocks.first else { return before }
        var label: Statement?
        if let paragraph = Paragraph(first, self) {
            before += paragraph.before.map(Element.connector)
            label = paragraph.statement
            blocks.removeFirst()
            while let next = blocks.first, outline.kind(next) == .paragraph, connector(next) == nil, !isLabel(next, of: blocks),
                let more = reader.statement(outline.segments(of: next), of: next), !more.isNote || label == nil
            {
                label = label.map { $0.joined(more) } ?? more
                blocks.removeFirst()
            }
            // Before lists of the same item, `or` would join nothing.
            return finish(before, block: first, label, elements(in: blocks), after: blocks.isEmpty ? paragraph.after : nil)
        }
        return finish(before, block: first, nil, elements(in: blocks), after: nil)
    }

    /// The item's elements in order: connectors before, its node, connectors after.
    private func finish(
        _ before: [Element], block: Int, _ label: Statement?, _ inner: [Element], after: RequirementNode.Connector?
    ) -> [Element] {
        var inner = inner[...]
        var trailing: [Element] = after.map { [.connector($0)] } ?? []
        while case .connector? = inner.last { trailing.append(inner.removeLast()) }
        // A label without anything below says nothing of a choice.
        let cue = label == nil || inner.isEmpty ? nil : words.cue(outline.segments(of: block))
        let group = Group(Array(inner), cue: cue, locale: locale)
        guard let label else {
            guard let first = group.children.first else { return before + trailing }
            return before + [.node(group.children.count == 1 ? first : group.node())] + trailing
        }
        return before + [.node(node(label, of: block, group))] + trailing
    }

    /// The node of a label and what stands below it.
    private func node(_ label: Statement, of block: Int, _ group: Group) -> RequirementNode {
        guard let folded = reader.folded(label, of: block) else { return label.node(group) }
        return folded.label.node(Group([.node(folded.text.node(group))], cue: nil, locale: locale))
    }

    /// Blocks that follow an item's label: lists, labels of lists, notes and the words between them.
    func elements(in blocks: ArraySlice<Int>) -> [Element] {
        var elements: [Element] = []
        var rest = blocks
        while let block = rest.popFirst() {
            switch outline.kind(block) {
            case .list: elements += self.elements(ofList: block)
            case .paragraph:
                if let connector = connector(block) {
                    elements.append(.connector(connector))
                } else if let statement = reader.statement(outline.segments(of: block), of: block) {
                    var group = Group([], cue: nil, locale: locale)
                    if let next = rest.first, case .list = outline.kind(next) {
                        rest.removeFirst()
                        group = Group(self.elements(ofList: next), cue: words.cue(outline.segments(of: block)), locale: locale)
                    }
                    elements.append(.node(node(statement, of: block, group)))
                }
            case .table:
                for row in outline.children[block] {
                    if let statement = reader.statement(outline.segments(in: row), of: row) { elements.append(.node(statement.node())) }
                }
            default:
                if let statement = reader.statement(outline.segments(in: block), of: block) {
                    elements.append(.node((isRemark(block) ? statement.asNote : statement).node()))
                }
            }
        }
        return elements
    }

    private func isRemark(_ block: Int) -> Bool {
        switch outline.kind(block) {
        case .alert, .blockQuote: true
        default: false
        }
    }

    /// True for a paragraph right before a list: it is the label of that list.
    private func isLabel(_ block: Int, of blocks: ArraySlice<Int>) -> Bool {
        guard let next = blocks.dropFirst().first, case .list = outline.kind(next) else { return false }
        return true
    }

    /// The connector that a paragraph is, with nothing else.
    func connector(_ block: Int) -> RequirementNode.Connector? {
        let segments = outline.segments(of: block)
        guard outline.kind(block) == .paragraph, segments.count == 1, let only = segments.first else { return nil }
        return connector(segment: only)
    }

    private func connector(segment index: Int) -> RequirementNode.Connector? {
        words.connector(index).map { kind in
            let segment = outline.page.segments[index]
            return .init(
                kind: kind, wording: .init(locale: locale, text: segment.text, line: segment.line, span: segment.span, state: words.state(of: [index])))
        }
    }

    /// The first paragraph of an item, without connectors on lines of their own before and after its text.
    private struct Paragraph {
        var before: [RequirementNode.Connector] = []
        let after: RequirementNode.Connector?
        let statement: Statement?

        init?(_ block: Int, _ builder: TreeBuilder) {
            guard builder.outline.kind(block) == .paragraph else { return nil }
            var segments = builder.outline.segments(of: block)
            while segments.count > 1, let first = segments.first, let connector = builder.connector(segment: first) {
                before.append(connector)
                segments = segments.dropFirst()
            }
            if segments.count > 1, let last = segments.last, let connector = builder.connector(segment: last) {
                after = connector
                segments = segments.dropLast()
            } else {
                after = nil
            }
            statement = builder.reader.statement(segments, of: block)
        }
    }
}

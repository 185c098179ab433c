import LocalizationModel

/// One requirement list of a page: the model's tree as this language has it, each node with the paragraphs that say it.
///
/// Nil wherever there is a doubt that every paragraph of the list would be set once and in its order: such a list is rendered as written.
struct RequirementList {
    /// A paragraph of the list, or a quote that is set as a whole.
    struct Piece {
        let block: Int
        let span: SourceSpan
        /// The item that it stands in.
        let item: Int?
        let isQuote: Bool
    }

    /// A requirement with the indices of its pieces.
    struct Node {
        /// What stands between this requirement and the one before.
        var connectors: [Int] = []
        var pieces: [Int] = []
        var kind: RequirementNode.Kind
        var choose: Int?
        /// The item whose first words these are; nil for a group without words and for a further paragraph.
        var item: Int?
        var isNote = false
        var children: [Node]
    }

    /// Blocks at the top of the page, in order; they stand next to each other.
    let blocks: [Int]
    let pieces: [Piece]
    let nodes: [Node]
    /// How the requirements at the top belong together.
    let kind: RequirementNode.Kind
    let choose: Int?
    /// What the model says of each piece: the facts of all nodes whose words stand in it.
    let facts: [[RequirementFacts]]

    /// Longer paragraphs join nothing; the same bound as the reader's.
    private static let longestConnector = 48

    /// The lists of a section in one language, each with its extent; those in doubt are left out.
    static func lists(_ section: RequirementSection, _ parts: PageParts) -> [RequirementList] {
        var drafts = section.requirements.flatMap { Draft.drafts($0, parts.page.locale) }.sorted { $0.first < $1.first }[...]
        return section.extents.filter { $0.locale == parts.page.locale }.compactMap { extent in
            drafts = drafts.drop { $0.first < extent.span.lower }
            let own = drafts.prefix { $0.first < extent.span.upper }
            drafts = drafts.dropFirst(own.count)
            return RequirementList(extent, Array(own), parts)
        }
    }

    private init?(_ extent: RequirementExtent, _ drafts: [Draft], _ parts: PageParts) {
        guard extent.unread.isEmpty else { return nil }
        blocks = parts.topBlocks(in: extent.span)
        guard let first = blocks.first, let last = blocks.last else { return nil }
        let found = Self.pieces(parts.page.document.blocks, first, parts.end(of: last))
        guard let found, !found.isEmpty else { return nil }
        pieces = found
        var drafts = drafts
        // One group without words is the list itself.
        if drafts.count == 1, drafts[0].span == nil {
            (kind, choose) = (drafts[0].kind, drafts[0].choose)
            drafts = drafts[0].children
        } else {
            (kind, choose) = (.allOf, nil)
        }
        var builder = Builder(pieces: pieces, parts: parts)
        guard let nodes = builder.nodes(drafts), builder.next == pieces.count else { return nil }
        self.nodes = nodes
        facts = builder.facts
    }

    /// Nil where the list holds anything but paragraphs, quotes and lists of them.
    private static func pieces(_ all: [Block], _ first: Int, _ end: Int) -> [Piece]? {
        var pieces: [Piece] = []
        var quote: Int?
        for index in first..<end {
            if let open = quote {
                if let parent = all[index].parent, parent >= open { continue }
                quote = nil
            }
            switch all[index].kind {
            case .list, .item(isChecked: nil): continue
            case .paragraph:
                guard let leaf = all[index].leaf, !leaf.bytes.isEmpty, leaf.inlines.allSatisfy({ $0.kind != .directive }) else { return nil }
                pieces.append(.init(block: index, span: leaf.fileSpan(0..<leaf.bytes.count), item: item(all, index), isQuote: false))
            case .blockQuote, .alert:
                pieces.append(.init(block: index, span: all[index].span, item: item(all, index), isQuote: true))
                quote = index
            default: return nil
            }
        }
        return pieces
    }

    private static func item(_ all: [Block], _ block: Int) -> Int? {
        guard let parent = all[block].parent, case .item = all[parent].kind else { return nil }
        return parent
    }
}

extension RequirementList {
    /// A node of the tree as one language has it, before its pieces are known.
    private struct Draft {
        let span: SourceSpan?
        let facts: RequirementFacts
        let children: [Draft]
        /// Where its words, or those below it, start.
        let first: Int

        /// What the words of this language say; what is only implied is a plain list.
        var kind: RequirementNode.Kind { facts.isKindImplied ? .allOf : facts.kind }
        var choose: Int? { facts.isKindImplied ? nil : facts.choose }

        /// The node as the language of the extent has it; what hangs from a node that it lacks stands in its place.
        static func drafts(_ node: RequirementNode, _ locale: LocaleTag) -> [Draft] {
            let children = node.children.flatMap { drafts($0, locale) }.sorted { $0.first < $1.first }
            guard let facts = node.facts(in: locale) else { return children }
            let span = node.wording(in: locale)?.span
            // A group without words that says nothing was made by other languages' words.
            if span == nil, facts.isKindImplied { return children }
            guard let first = [span?.lower, children.first?.first].compactMap(\.self).min() else { return [] }
            return [Draft(span: span, facts: facts, children: children, first: first)]
        }
    }

    /// Gives each node its pieces, in the order of the page.
    private struct Builder {
        let pieces: [Piece]
        let parts: PageParts
        /// The first piece that is not set yet.
        var next = 0
        var facts: [[RequirementFacts]]
        private var startedItems: Set<Int> = []

        init(pieces: [Piece], parts: PageParts) {
            self.pieces = pieces
            self.parts = parts
            facts = Array(repeating: [], count: pieces.count)
        }

        /// Nil where the order of the tree is not that of the page.
        mutating func nodes(_ drafts: [Draft]) -> [Node]? {
            var nodes: [Node] = []
            for draft in drafts {
                let connectors = connectors(before: draft.first)
                // A word before the first requirement joins nothing.
                guard let connectors, connectors.isEmpty || !nodes.isEmpty else { return nil }
                guard var found = self.nodes(of: draft) else { return nil }
                guard connectors.isEmpty || !found.isEmpty else { return nil }
                if !found.isEmpty { found[0].connectors = connectors + found[0].connectors }
                nodes += found
            }
            return nodes
        }

        /// Paragraphs that no node has, before an offset of the file; nil where one of them is more than a joining word.
        private mutating func connectors(before offset: Int) -> [Int]? {
            var found: [Int] = []
            while next < pieces.count, pieces[next].span.upper <= offset {
                guard !pieces[next].isQuote, isConnector(pieces[next].block) else { return nil }
                found.append(next)
                next += 1
            }
            return found
        }

        private func isConnector(_ block: Int) -> Bool {
            let segments = parts.segments(of: block)
            return segments.count == 1 && segments[0].facts.plain.utf8.count <= RequirementList.longestConnector
        }

        /// The draft as a node; its children where its words stand in a paragraph that is set already (`**label**: text`).
        private mutating func nodes(of draft: Draft) -> [Node]? {
            var own: [Int] = []
            var isSaid = false
            if let span = draft.span {
                if next > 0, pieces[next - 1].span.overlaps(span) {
                    facts[next - 1].append(draft.facts)
                    isSaid = true
                }
                while next < pieces.count, pieces[next].span.overlaps(span) {
                    facts[next].append(draft.facts)
                    own.append(next)
                    next += 1
                }
                guard isSaid || !own.isEmpty else { return nil }
            }
            guard let children = nodes(draft.children) else { return nil }
            if own.isEmpty, isSaid || children.count == 1 { return children }
            // A label and its text in one paragraph are one node here: what the text says of its members counts.
            let folded = draft.children.count == 1 && draft.children[0].span.map { text in own.contains { pieces[$0].span.overlaps(text) } } ?? false
            let group = folded ? draft.children[0] : draft
            var node = Node(pieces: own, kind: group.kind, choose: group.choose, children: children)
            node.isNote = draft.facts.kind == .note
            if let item = own.first.flatMap({ pieces[$0].item }), startedItems.insert(item).inserted { node.item = item }
            return [node]
        }
    }
}

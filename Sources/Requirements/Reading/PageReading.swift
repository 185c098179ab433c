import LocalizationModel

/// One page, being read: which of its lists demand something, and what they and the others say.
struct PageReading {
    let outline: PageOutline
    private let builder: TreeBuilder
    private let evidence: RequirementEvidence

    init(_ page: Page, _ vocabulary: Vocabulary) {
        outline = PageOutline(page)
        let words = PageWords(page.segments, vocabulary)
        builder = TreeBuilder(outline: outline, words: words)
        evidence = RequirementEvidence(outline: outline, words: words)
    }

    /// What a section states beside its requirements.
    func passages(_ section: PageOutline.Section) -> [RequirementNode] {
        let lists = Set(lists(section).demanding.joined())
        let others = section.blocks.filter { !lists.contains($0) }
        return Group(builder.elements(in: others[...]), cue: nil, locale: outline.page.locale).children
    }

    /// The requirements of a section and where their lists stand.
    func requirements(_ section: PageOutline.Section) -> (nodes: [RequirementNode], extents: [RequirementExtent]) {
        let (demanding, others) = lists(section)
        guard !demanding.isEmpty else { return ([], []) }
        var nodes: [RequirementNode] = []
        var extents: [RequirementExtent] = []
        for run in demanding {
            let group = Group(builder.elements(in: run[...]), cue: nil, locale: outline.page.locale)
            extents += outline.extent(of: run).map { [$0] } ?? []
            if group.cue.kind == .anyOf { nodes.append(group.node()) } else { nodes += group.children }
        }
        return (nodes + remarks(section, others), extents)
    }

    /// The lists of a section that demand something, with the numbered ones beside them, and the blocks of the others.
    private func lists(_ section: PageOutline.Section) -> (demanding: [[Int]], others: [Int]) {
        let runs = runs(section)
        let isRequirement = runs.map { run in evidence.holds(for: segments(run)) }
        guard isRequirement.contains(true) else { return ([], runs.flatMap(\.self)) }
        let isTaken = zip(runs, isRequirement).map { run, holds in holds || isNumbered(run) }
        return (zip(runs, isTaken).filter(\.1).map(\.0), zip(runs, isTaken).filter { !$1 }.flatMap(\.0))
    }

    /// The lists of a section, each with the lists that connectors join to it and with the paragraph before it where that states
    /// a quantity: it is then the label of the list.
    private func runs(_ section: PageOutline.Section) -> [[Int]] {
        var runs: [[Int]] = []
        var pending: [Int] = []
        var isOpen = false
        for block in section.blocks {
            if case .list = outline.kind(block) {
                if isOpen, !pending.isEmpty { runs[runs.count - 1] += pending + [block] } else { runs.append(pending + [block]) }
                isOpen = true
                pending = []
            } else if isOpen, builder.connector(block) != nil {
                pending.append(block)
            } else {
                pending = outline.segments(of: block).contains { StatementReader.hasStrongCount(outline.page.segments[$0].facts) } ? [block] : []
                isOpen = false
            }
        }
        return runs
    }

    private func segments(_ run: [Int]) -> Range<Int> {
        guard let first = run.first, let last = run.last else { return 0..<0 }
        let lower = outline.segments(in: first).lowerBound
        return lower..<max(lower, outline.segments(in: last).upperBound)
    }

    /// True for numbered lists: beside a requirement list they are its other points.
    private func isNumbered(_ run: [Int]) -> Bool {
        run.allSatisfy { if case .list(ordered: false) = outline.kind($0) { false } else { true } }
    }

    /// Paragraphs behind an asterisk, as in `\*Retiring September 30, 2017`.
    ///
    /// - Parameter others: lists that demand nothing. An asterisk before a space makes a list of one item: it is a remark all the same.
    private func remarks(_ section: PageOutline.Section, _ others: [Int]) -> [RequirementNode] {
        section.blocks.compactMap { block in
            var paragraph = block
            if others.contains(block), let item = outline.children[block].first, outline.children[block].count == 1,
                let first = outline.children[item].first, outline.page.document.text.bytes[outline.page.document.blocks[block].span.lower] == UInt8(ascii: "*")
            {
                paragraph = first
            } else if !(outline.segments(of: block).first.map({ outline.page.segments[$0] })?.facts.plain.first.map("*＊※".contains) ?? false) {
                return nil
            }
            guard outline.kind(paragraph) == .paragraph else { return nil }
            return builder.reader.statement(outline.segments(of: paragraph), of: paragraph)?.asNote.node()
        }
    }
}

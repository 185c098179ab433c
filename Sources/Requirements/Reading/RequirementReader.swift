import LocalizationModel

/// Finds the requirement lists of a page, in one language.
///
/// Structure comes first: sections, nested lists, `or` between them, labels. Words come from the locale's vocabulary, and from
/// the source's where a segment was left in the source's language. Lists that demand nothing are left out.
public struct RequirementReader: Sendable {
    private let vocabulary: Vocabulary
    private let evidence: RequirementEvidence

    public init(profile: LocaleProfile, sourceProfile: LocaleProfile) {
        vocabulary = Vocabulary(profile: profile, sourceProfile: sourceProfile)
        evidence = RequirementEvidence(vocabulary: vocabulary)
    }

    /// The sections with requirements, in the order of the page.
    public func read(_ page: Page) -> [RequirementSection] {
        let builder = TreeBuilder(outline: PageOutline(page), vocabulary: vocabulary)
        return builder.outline.sections.compactMap { section in
            let read = requirements(section, builder)
            return self.section(section, page, read.nodes, read.extents)
        }
    }

    /// What the page states beside its requirements: its other lists, paragraphs and tables, as statements by section.
    public func passages(_ page: Page) -> [RequirementSection] {
        let builder = TreeBuilder(outline: PageOutline(page), vocabulary: vocabulary)
        return builder.outline.sections.compactMap { section in
            let lists = Set(lists(section, builder).demanding.joined())
            let others = section.blocks.filter { !lists.contains($0) }
            return self.section(section, page, Group(builder.elements(in: others[...]), cue: nil, locale: page.locale).children, [])
        }
    }

    /// Nil for a section without nodes.
    private func section(
        _ section: PageOutline.Section, _ page: Page, _ nodes: [RequirementNode], _ extents: [RequirementExtent]
    ) -> RequirementSection? {
        guard !nodes.isEmpty else { return nil }
        return RequirementSection(
            anchor: section.anchor, path: section.path, level: section.heading.flatMap { vocabulary.level(ofHeading: $0.facts.plain) },
            headings: section.heading.map { [.init(locale: page.locale, text: $0.text, line: $0.line, span: $0.span)] } ?? [],
            requirements: RequirementIdentity.assign(ScopeInheritance.apply(nodes)), extents: extents)
    }

    private func requirements(
        _ section: PageOutline.Section, _ builder: TreeBuilder
    ) -> (nodes: [RequirementNode], extents: [RequirementExtent]) {
        let (demanding, others) = lists(section, builder)
        guard !demanding.isEmpty else { return ([], []) }
        var nodes: [RequirementNode] = []
        var extents: [RequirementExtent] = []
        for run in demanding {
            let group = Group(builder.elements(in: run[...]), cue: nil, locale: builder.outline.page.locale)
            extents += builder.outline.extent(of: run).map { [$0] } ?? []
            if group.cue.kind == .anyOf { nodes.append(group.node()) } else { nodes += group.children }
        }
        return (nodes + remarks(section, others, builder), extents)
    }

    /// The lists of a section that demand something, with the numbered ones beside them, and the blocks of the others.
    private func lists(_ section: PageOutline.Section, _ builder: TreeBuilder) -> (demanding: [[Int]], others: [Int]) {
        let runs = runs(section, builder)
        let isRequirement = runs.map { run in evidence.holds(for: segments(run, builder.outline), in: builder.outline) }
        guard isRequirement.contains(true) else { return ([], runs.flatMap(\.self)) }
        let isTaken = zip(runs, isRequirement).map { run, holds in holds || isNumbered(run, builder.outline) }
        return (zip(runs, isTaken).filter(\.1).map(\.0), zip(runs, isTaken).filter { !$1 }.flatMap(\.0))
    }

    /// The lists of a section, each with the lists that connectors join to it and with the paragraph before it where that states
    /// a quantity: it is then the label of the list.
    private func runs(_ section: PageOutline.Section, _ builder: TreeBuilder) -> [[Int]] {
        var runs: [[Int]] = []
        var pending: [Int] = []
        var isOpen = false
        for block in section.blocks {
            if case .list = builder.outline.kind(block) {
                if isOpen, !pending.isEmpty { runs[runs.count - 1] += pending + [block] } else { runs.append(pending + [block]) }
                isOpen = true
                pending = []
            } else if isOpen, builder.connector(block) != nil {
                pending.append(block)
            } else {
                pending = builder.outline.segments(of: block).contains(where: StatementReader.hasStrongCount) ? [block] : []
                isOpen = false
            }
        }
        return runs
    }

    private func segments(_ run: [Int], _ outline: PageOutline) -> ArraySlice<Segment> {
        guard let first = run.first, let last = run.last else { return [] }
        let lower = outline.segments(in: first).startIndex
        return outline.page.segments[lower..<max(lower, outline.segments(in: last).endIndex)]
    }

    /// True for numbered lists: beside a requirement list they are its other points.
    private func isNumbered(_ run: [Int], _ outline: PageOutline) -> Bool {
        run.allSatisfy { if case .list(ordered: false) = outline.kind($0) { false } else { true } }
    }

    /// Paragraphs behind an asterisk, as in `\*Retiring September 30, 2017`.
    ///
    /// - Parameter others: lists that demand nothing. An asterisk before a space makes a list of one item: it is a remark all the same.
    private func remarks(_ section: PageOutline.Section, _ others: [Int], _ builder: TreeBuilder) -> [RequirementNode] {
        let outline = builder.outline
        return section.blocks.compactMap { block in
            var paragraph = block
            if others.contains(block), let item = outline.children[block].first, outline.children[block].count == 1,
                let first = outline.children[item].first, outline.page.document.text.bytes[outline.page.document.blocks[block].span.lower] == UInt8(ascii: "*")
            {
                paragraph = first
            } else if !(outline.segments(of: block).first?.facts.plain.first.map("*＊※".contains) ?? false) {
                return nil
            }
            guard outline.kind(paragraph) == .paragraph else { return nil }
            return builder.reader.statement(outline.segments(of: paragraph), of: paragraph)?.asNote.node()
        }
    }
}

import LocalizationModel

/// A segment whose place in the structure differs: an item merged into another, a heading that became text.
public enum StructureMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "structure-mismatch", severity: .warning, sign: .structure, scope: .unit, issueType: "markup",
        summary: "Text stands in another structure than in the source.",
        explanation: """
            Two list items of the source stand in one of the translation, as a label whose nested item was folded into `label: text`, or \
            a heading is a paragraph there.
            """,
        examples: [
            .bad(("en-US", "## Levels and fees\n\nThe text."), ("de-DE", "Stufen und Gebühren\n\nDer Text.")),
            .bad(
                ("en-US", "- **Mature markets**\n    - Partners must have 2,000 users."), ("zh-CN", "- **成熟市场**：合作伙伴必须有 2,000 个用户。")),
            .good(("en-US", "## Levels\n\nThe text."), ("zh-TW", "## 等級\n\n內文。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        changedKinds(pair) + mergedItems(pair)
    }

    private static func changedKinds(_ pair: PairContext) -> [Finding] {
        pair.pairs.indices.filter { pair.pairs[$0].source.startsWithHeading != pair.pairs[$0].target.startsWithHeading }.map { index in
            let (source, target) = (pair.source(pair.pairs[index]), pair.target(pair.pairs[index]))
            let (is_, was) = (name(target[0].kind), name(source[0].kind))
            return pair.finding(
                Self.self, "A \(was) in the source, a \(is_) here: \(Quoted.text(target))", source: source, target: target,
                evidence: .init(expected: was, found: is_))
        }
    }

    /// List items of the source whose translations stand in one block.
    private static func mergedItems(_ pair: PairContext) -> [Finding] {
        var findings: [Finding] = []
        // Pairs one after the other with their targets in one block.
        var run = 0..<0
        func close() {
            defer { run = 0..<0 }
            let merged = pair.pairs[run]
            guard let block = merged.first?.source.block, merged.contains(where: { $0.source.block != block || !$0.source.isInOneBlock }) else { return }
            let (source, target) = (merged.flatMap(pair.source), merged.flatMap(pair.target))
            let count = Set(source.map(\.block)).count
            findings.append(
                pair.finding(
                    Self.self, "\(count) list items of the source are one here: \(Quoted.text(target))", source: source, target: target,
                    evidence: .init(expected: "\(count) list items", found: "1 list item")))
        }
        for index in pair.pairs.indices {
            if let last = run.last, pair.pairs[last].target.block != pair.pairs[index].target.block { close() }
            if isOfItems(pair.pairs[index]) {
                run = (run.isEmpty ? index : run.lowerBound)..<(index + 1)
            } else {
                close()
            }
        }
        close()
        return findings
    }

    /// True for list items of the source in one block of the translation.
    private static func isOfItems(_ item: SegmentPair) -> Bool {
        item.source.traits.contains(.listItem) && item.source.traits.isDisjoint(with: [.heading, .other]) && item.target.isInOneBlock
    }

    private static func name(_ kind: Segment.Kind) -> String {
        switch kind {
        case .heading: "heading"
        case .listItem: "list item"
        case .tableCell: "table cell"
        case .html: "HTML block"
        default: "paragraph"
        }
    }
}

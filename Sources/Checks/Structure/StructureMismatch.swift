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
        pair.pairs.compactMap { item in
            let (source, target) = (item.sources.kind(0), item.targets.kind(0))
            guard (source == .heading) != (target == .heading) else { return nil }
            let (is_, was) = (name(target), name(source))
            return pair.finding(
                Self.self, "A \(was) in the source, a \(is_) here: \(Quoted.text(item.target))", source: item.source, target: item.target,
                evidence: .init(expected: was, found: is_))
        }
    }

    /// List items of the source whose translations stand in one block.
    private static func mergedItems(_ pair: PairContext) -> [Finding] {
        var findings: [Finding] = []
        var run: ArraySlice<SegmentPair> = []
        func close() {
            defer { run = [] }
            guard let block = run.first?.sources.block(0), run.contains(where: { !$0.sources.isIn(block) }) else { return }
            let (source, target) = (run.flatMap(\.source), run.flatMap(\.target))
            let count = Set(source.map(\.block)).count
            findings.append(
                pair.finding(
                    Self.self, "\(count) list items of the source are one here: \(Quoted.text(target))", source: source, target: target,
                    evidence: .init(expected: "\(count) list items", found: "1 list item")))
        }
        for (index, item) in pair.pairs.enumerated() {
            if let last = run.last, last.targets.block(last.targets.count - 1) != item.targets.block(0) { close() }
            guard isOfItems(item) else {
                close()
                continue
            }
            run = run.isEmpty ? pair.pairs[index...index] : pair.pairs[run.startIndex...index]
        }
        close()
        return findings
    }

    /// True for list items of the source in one block of the translation.
    private static func isOfItems(_ item: SegmentPair) -> Bool {
        item.sources.members.indices.allSatisfy { item.sources.kind($0) == .listItem }
            && item.targets.isIn(item.targets.block(0))
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

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
            guard let source = item.source.first, let target = item.target.first, (source.kind == .heading) != (target.kind == .heading) else { return nil }
            let (is_, was) = (name(target.kind), name(source.kind))
            return pair.finding(
                Self.self, "A \(was) in the source, a \(is_) here: \(Quoted.text(item.target))", source: item.source, target: item.target,
                evidence: .init(expected: was, found: is_))
        }
    }

    /// List items of the source whose translations stand in one block.
    private static func mergedItems(_ pair: PairContext) -> [Finding] {
        var findings: [Finding] = []
        var run: (source: [Segment], target: [Segment]) = ([], [])
        func close() {
            let count = Set(run.source.map(\.block)).count
            if count > 1 {
                findings.append(
                    pair.finding(
                        Self.self, "\(count) list items of the source are one here: \(Quoted.text(run.target))", source: run.source, target: run.target,
                        evidence: .init(expected: "\(count) list items", found: "1 list item")))
            }
            run = ([], [])
        }
        for item in pair.pairs {
            if let last = run.target.last, last.block != item.target[0].block { close() }
            guard item.source.allSatisfy({ $0.kind == .listItem }), Set(item.target.map(\.block)).count == 1 else {
                close()
                continue
            }
            run.source += item.source
            run.target += item.target
        }
        close()
        return findings
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

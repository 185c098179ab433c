import LocalizationModel

/// A segment whose place in the structure differs: an item merged into another, a heading that became text.
public enum StructureMismatch: PageRule {
    public static let metadata = RuleMetadata(
        id: "structure-mismatch", severity: .warning, sign: .structure, scope: .unit, issueType: "markup",
        summary: "Text stands in another structure than in the source.",
        explanation: """
            Two list items of the source stand in one of the translation, or a heading is a paragraph there. A bold label whose nested \
            item is folded into `**label**: text` is a custom of some locales and is not reported.
            """,
        examples: [
            .bad(("en-US", "## Levels and fees\n\nThe text."), ("de-DE", "Stufen und Gebühren\n\nDer Text.")),
            .good(("en-US", "## Levels\n\nThe text."), ("zh-TW", "## 等級\n\n內文。")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.pairs.compactMap { item in
            guard let source = item.source.first, let target = item.target.first else { return nil }
            if (source.kind == .heading) != (target.kind == .heading) {
                let (is_, was) = (name(target.kind), name(source.kind))
                return pair.finding(
                    Self.self, "A \(was) in the source, a \(is_) here: \(Quoted.text(item.target))", source: item.source, target: item.target,
                    evidence: .init(expected: was, found: is_))
            }
            guard source.kind == .listItem, Set(item.source.map(\.block)).count > 1, Set(item.target.map(\.block)).count == 1,
                !isFoldedLabel(item.source, pair)
            else { return nil }
            return pair.finding(
                Self.self, "\(item.source.count) list items of the source are one here: \(Quoted.text(item.target))", source: item.source,
                target: item.target, evidence: .init(expected: "\(item.source.count) list items", found: "1 list item"))
        }
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

    /// A bold label with a nested list, folded into `**label**: text`.
    private static func isFoldedLabel(_ source: [Segment], _ pair: PairContext) -> Bool {
        guard let document = pair.source?.page.document, let label = source.first, label.facts.strong.joined() == label.facts.plain,
            let item = document.blocks[label.block].parent
        else { return false }
        return source.dropFirst().allSatisfy { segment in document.ancestors(of: segment.block).contains(item) }
    }
}

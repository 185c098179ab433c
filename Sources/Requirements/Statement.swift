import LocalizationModel

/// What one paragraph of a list states, in one language.
struct Statement {
    /// The Markdown as written.
    var text: String
    var line: Int
    var span: SourceSpan
    var quantities: [RequirementNode.Quantity] = []
    /// Numbers that may be quantities and may be none.
    var uncertain: [RequirementNode.Quantity] = []
    var codes: [String] = []
    var links: [String] = []
    var isNote = false

    /// The node of this statement. Its id is given when the tree is complete.
    func node(
        _ kind: RequirementNode.Kind, isKindImplied: Bool = false, in locale: LocaleTag, children: [RequirementNode] = []
    ) -> RequirementNode {
        let facts = RequirementNode.Facts(
            locale: locale, kind: kind, isKindImplied: isKindImplied, quantities: quantities, uncertain: uncertain, codes: codes, links: links)
        return RequirementNode(
            id: "", kind: kind, quantities: quantities, codes: codes, links: links,
            wordings: [.init(locale: locale, text: text, line: line, span: span)], facts: [facts], children: children)
    }

    /// This statement and the one that follows it, as one.
    func joined(_ next: Statement) -> Statement {
        var both = self
        both.text += " " + next.text
        both.span = SourceSpan(span.lower, max(span.upper, next.span.upper))
        both.quantities = (quantities + next.quantities).sorted { $0.value < $1.value }
        both.uncertain = (uncertain + next.uncertain).sorted { $0.value < $1.value }
        both.codes = Set(codes + next.codes).sorted()
        both.links += next.links
        return both
    }
}

import LocalizationModel

/// What one paragraph of a list states, in one language.
struct Statement {
    var wording: RequirementNode.Wording
    /// The kind is `note` for a remark, else `statement`: what hangs below decides in `node`.
    var facts: RequirementFacts

    var isNote: Bool { facts.kind == .note }
    var locale: LocaleTag { wording.locale }

    /// The same words as a remark that demands nothing.
    var asNote: Statement {
        var note = self
        note.facts.kind = .note
        return note
    }

    /// The node of this statement. Its id is given when the tree is complete.
    func node(_ group: Group? = nil) -> RequirementNode {
        var facts = facts
        let children = group?.children ?? []
        if let group, !children.isEmpty, !isNote { group.describe(&facts) }
        return RequirementNode(facts: facts, wordings: [wording], readings: [.init(locale: locale, facts: facts)], children: children)
    }

    /// This statement and the one that follows it, as one.
    func joined(_ next: Statement) -> Statement {
        let span = wording.span.flatMap { first in next.wording.span.map { SourceSpan(first.lower, max(first.upper, $0.upper)) } }
        let wording = RequirementNode.Wording(
            locale: locale, text: wording.text + " " + next.wording.text, line: wording.line, span: span,
            state: wording.state == next.wording.state ? wording.state : .partial)
        var facts = facts
        facts.add(next.facts)
        return Statement(wording: wording, facts: facts)
    }
}

extension RequirementFacts {
    /// Adds those of the words that follow, in the order that each list keeps.
    mutating func add(_ next: RequirementFacts) {
        if !next.quantities.isEmpty { quantities.merge(next.quantities) { $0.value < $1.value } }
        if !next.uncertain.isEmpty { uncertain.merge(next.uncertain) { $0.value < $1.value } }
        if !next.money.isEmpty { money.merge(next.money) { $0.amount < $1.amount } }
        if !next.dates.isEmpty { dates.merge(next.dates, by: <) }
        if !next.subjects.isEmpty { subjects = Set(subjects + next.subjects).sorted() }
        if !next.names.isEmpty { names += next.names }
        if !next.links.isEmpty { links += next.links }
        refersBack = refersBack || next.refersBack
        conjunction = conjunction == .or ? .or : next.conjunction ?? conjunction
        if scope == nil, let outer = next.scope { scope = outer }
    }
}

extension Array {
    /// Adds the elements of another list that has some; both are sorted already.
    fileprivate mutating func merge(_ next: [Element], by areInOrder: (Element, Element) -> Bool) {
        if isEmpty { self = next } else { self = (self + next).sorted(by: areInOrder) }
    }
}

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
        return Statement(wording: wording, facts: facts.adding(next.facts))
    }
}

extension RequirementFacts {
    /// These facts and those of the words that follow, in the order that each list keeps.
    func adding(_ next: RequirementFacts) -> RequirementFacts {
        var both = self
        both.quantities = (quantities + next.quantities).sorted { $0.value < $1.value }
        both.uncertain = (uncertain + next.uncertain).sorted { $0.value < $1.value }
        both.money = (money + next.money).sorted { $0.amount < $1.amount }
        both.dates = (dates + next.dates).sorted()
        both.subjects = Set(subjects + next.subjects).sorted()
        both.names += next.names
        both.links += next.links
        both.refersBack = refersBack || next.refersBack
        both.conjunction = conjunction == .or ? .or : next.conjunction ?? conjunction
        both.scope = scope ?? next.scope
        return both
    }
}

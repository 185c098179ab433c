import LocalizationModel

/// Tells whether the trees of two languages have the same shape and state the same, so that each node meets the one in its place:
/// what `Regrouping` and `SiblingAlignment` would find at greater length.
enum SameFacts {
    static func hold(_ a: [RequirementNode], _ b: [RequirementNode]) -> Bool {
        a.count == b.count && a.indices.allSatisfy { hold(a[$0], b[$0]) }
    }

    private static func hold(_ a: RequirementNode, _ b: RequirementNode) -> Bool {
        (a.kind == .note) == (b.kind == .note) && a.isWordless == b.isWordless && haveSameNumbers(a.facts.quantities, b.facts.quantities)
            && (a.facts.subjects == b.facts.subjects || a.facts.codes == b.facts.codes) && haveSameLinks(a.facts.links, b.facts.links)
            && hold(a.children, b.children)
    }

    private static func haveSameNumbers(_ a: [RequirementFacts.Quantity], _ b: [RequirementFacts.Quantity]) -> Bool {
        a.count == b.count && a.indices.allSatisfy { a[$0].value == b[$0].value }
    }

    static func haveSameLinks(_ a: [String], _ b: [String]) -> Bool {
        a.count == b.count && a.indices.allSatisfy { a[$0] == b[$0] || LinkIdentity.canonical(a[$0]) == LinkIdentity.canonical(b[$0]) }
    }
}

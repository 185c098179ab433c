import LocalizationModel
import Requirements

/// Requirement trees as indented text: kinds, values, codes and links, without words.
enum TreeText {
    static func text(_ sections: [RequirementSection], links: Bool = true) -> String {
        sections.map { section in
            "# \((section.path + [section.anchor]).joined(separator: " > ")) [\(section.level ?? "-")]\n" + text(section.requirements, 1, links)
        }.joined()
    }

    /// The trees of one language or of several merged, without the heading of their section.
    static func text(_ nodes: [RequirementNode], _ depth: Int = 1, _ links: Bool = false) -> String {
        nodes.map { String(repeating: "  ", count: depth) + text($0.facts, links) + "\n" + text($0.children, depth + 1, links) }.joined()
    }

    private static func text(_ facts: RequirementFacts, _ links: Bool) -> String {
        let kind = facts.choose.map { "\($0)-of" } ?? facts.kind.rawValue
        let values = facts.quantities.map { FactText.number($0.value) }
        return ([kind] + values + facts.codes + (links ? facts.links : []).map { "<" + LinkIdentity.canonical($0) + ">" }).joined(separator: " ")
    }
}

extension RequirementNode {
    /// The node and all below it.
    var all: [RequirementNode] { [self] + children.flatMap(\.all) }
}

extension Sequence<RequirementSection> {
    var nodes: [RequirementNode] { flatMap { $0.requirements.flatMap(\.all) } }
    var leaves: [RequirementNode] { nodes.filter(\.children.isEmpty) }
}

import LocalizationModel
import Requirements

/// Requirement trees as indented text: kinds, quantities, codes and links, without words.
enum TreeText {
    static func text(_ sections: [RequirementSection], links: Bool = true) -> String {
        sections.map { section in
            "# \((section.path + [section.anchor]).joined(separator: " > ")) [\(section.level ?? "-")]\n"
                + section.requirements.map { text($0, 1, links) }.joined()
        }.joined()
    }

    private static func text(_ node: RequirementNode, _ depth: Int, _ links: Bool) -> String {
        String(repeating: "  ", count: depth) + facts(node, links) + "\n" + node.children.map { text($0, depth + 1, links) }.joined()
    }

    static func facts(_ node: RequirementNode, _ links: Bool = true) -> String {
        text(node.kind, node.quantities, node.codes, links ? node.links : [])
    }

    static func facts(_ facts: RequirementNode.Facts) -> String { text(facts.kind, facts.quantities, facts.codes, facts.links) }

    private static func text(
        _ kind: RequirementNode.Kind, _ quantities: [RequirementNode.Quantity], _ codes: [String], _ links: [String]
    ) -> String {
        ([kind.rawValue] + quantities.map { String(Int($0.value)) } + codes + links.map { "<" + LinkIdentity.canonical($0) + ">" })
            .joined(separator: " ")
    }

    /// True where one language states what most do.
    static func agrees(_ node: RequirementNode, _ facts: RequirementNode.Facts) -> Bool { Self.facts(node) == Self.facts(facts) }
}

extension RequirementNode {
    /// The node and all below it.
    var all: [RequirementNode] { [self] + children.flatMap(\.all) }

    /// True where two languages state the same here.
    func agrees(_ a: LocaleTag, _ b: LocaleTag) -> Bool {
        guard let first = facts(in: a), let second = facts(in: b) else { return false }
        return TreeText.facts(first) == TreeText.facts(second)
    }
}

extension Sequence<RequirementSection> {
    var nodes: [RequirementNode] { flatMap { $0.requirements.flatMap(\.all) } }
    var leaves: [RequirementNode] { nodes.filter(\.children.isEmpty) }
}

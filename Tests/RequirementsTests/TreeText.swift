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
        let numbers = node.quantities.map { String(Int($0.value)) }
        return ([node.kind.rawValue] + numbers + node.codes + (links ? node.links.map { "<" + LinkIdentity.canonical($0) + ">" } : []))
            .joined(separator: " ")
    }
}

extension RequirementNode {
    /// The node and all below it.
    var all: [RequirementNode] { [self] + children.flatMap(\.all) }
    var leaves: [RequirementNode] { all.filter(\.children.isEmpty) }

    /// True where two languages state the same here.
    func agrees(_ a: LocaleTag, _ b: LocaleTag) -> Bool {
        guard let first = facts(in: a), let second = facts(in: b) else { return false }
        return first.kind == second.kind && first.quantities == second.quantities && first.codes == second.codes
            && first.links.map(LinkIdentity.canonical) == second.links.map(LinkIdentity.canonical)
    }
}

extension Sequence<RequirementSection> {
    var nodes: [RequirementNode] { flatMap { $0.requirements.flatMap(\.all) } }
    var leaves: [RequirementNode] { nodes.filter(\.children.isEmpty) }
}

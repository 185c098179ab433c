import LocalizationModel

/// Gives the nodes of a section ids that edits elsewhere do not change.
enum RequirementIdentity {
    /// The same nodes with ids. Linear in the nodes, but for the keys of labels, which look down the tree.
    static func assign(_ nodes: [RequirementNode], below parent: String = "") -> [RequirementNode] {
        var seen: [String: Int] = [:]
        return nodes.map { node in
            let local = key(node) ?? node.kind.rawValue
            let count = (seen[local] ?? 0) + 1
            seen[local] = count
            let id = parent + (parent.isEmpty ? "" : "/") + local + (count > 1 ? "~\(count)" : "")
            return RequirementNode(
                id: id, kind: node.kind, quantities: node.quantities, codes: node.codes, links: node.links, wordings: node.wordings,
                facts: node.facts, children: assign(node.children, below: id))
        }
    }

    /// What a node states, in few letters; nil where neither it nor what is below it states anything.
    private static func key(_ node: RequirementNode) -> String? {
        let below = node.children.isEmpty ? nil : node.children.first.flatMap { firstSubject($0) }
        guard let own = ownKey(node) else { return below.map { "of-" + $0 } }
        return node.codes.isEmpty ? own + (below.map { "-of-" + $0 } ?? "") : own
    }

    private static func ownKey(_ node: RequirementNode) -> String? {
        if !node.codes.isEmpty { return node.codes.map { $0.lowercased().replacing(" ", with: "-") }.joined(separator: "+") }
        if let link = node.links.first { return LinkIdentity.key(link) }
        guard !node.quantities.isEmpty else { return nil }
        return node.quantities.map { text($0.value) }.joined(separator: "+")
    }

    /// The first fact of a node or of the first nodes below it.
    private static func firstSubject(_ node: RequirementNode) -> String? {
        var node = node
        while true {
            if let own = ownKey(node) { return own }
            guard let first = node.children.first else { return nil }
            node = first
        }
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}

/// What makes two links the same although each locale writes its own address.
public enum LinkIdentity {
    /// The link with the locale in its path as `*`, without scheme and last slash: `/en-us/a` and `/de-de/a` are the same.
    public static func canonical(_ link: String) -> String {
        var rest = Substring(link)
        for scheme in ["https://", "http://"] where rest.lowercased().hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        while rest.last == "/" { rest.removeLast() }
        return rest.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.utf8.count >= 5 && part.contains("-") && part.utf8.count <= 7 && LocaleTag(part) != nil ? "*" : String(part)
        }.joined(separator: "/")
    }

    /// A short name for a link: the last part of its path, and a hash where a query or fragment follows.
    static func key(_ link: String) -> String {
        let canonical = canonical(link)
        let path = canonical.prefix { $0 != "?" && $0 != "#" }
        let name = path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let tail = path.utf8.count == canonical.utf8.count ? "" : "-" + hash(canonical)
        return "link-" + name.lowercased() + tail
    }

    /// FNV-1a, 32 bits: the same on every machine and in every run, which Hasher is not.
    private static func hash(_ text: String) -> String {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return String(hash, radix: 16)
    }
}

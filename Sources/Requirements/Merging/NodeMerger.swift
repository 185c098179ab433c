import LocalizationModel

/// Merges the requirement trees of two languages, or of several and one more.
///
/// Recursion is as deep as the trees, which `PageOutline.deepestList` bounds.
enum NodeMerger {
    static func merge(_ nodes: [RequirementNode], into merged: inout [RequirementNode]) {
        if SameFacts.hold(merged, nodes) { add(nodes, to: &merged) } else { merged = merge(merged, nodes) }
    }

    /// Adds the words and facts of trees that state the same: each node's to the one in its place.
    private static func add(_ nodes: [RequirementNode], to merged: inout [RequirementNode]) {
        for (index, node) in nodes.enumerated() {
            merged[index].wordings += node.wordings
            merged[index].readings += node.readings
            add(node.children, to: &merged[index].children)
        }
    }

    private static func merge(_ a: [RequirementNode], _ b: [RequirementNode]) -> [RequirementNode] {
        if a.isEmpty || b.isEmpty { return a + b }
        let b = Regrouping.regroup(b, like: a)
        let (left, right) = (a.map(NodeSummary.init), b.map(NodeSummary.init))
        return SiblingAlignment(left, right).order.compactMap { first, second in
            switch (first, second) {
            case (let i?, let j?): merge(a[i], b[j], confidence: left[i].confidence(right[j]))
            case (let i?, nil): a[i]
            case (nil, let j?): b[j]
            case (nil, nil): nil
            }
        }
    }

    /// - Parameter confidence: how surely the words of the second language are the first's.
    private static func merge(_ a: RequirementNode, _ b: RequirementNode, confidence: Double) -> RequirementNode {
        if let child = onlyStatement(of: a), isFolded(b, child) {
            return with(a, children: [merge(child, b, confidence: confidence)] + a.children.dropFirst())
        }
        if let child = onlyStatement(of: b), isFolded(a, child) {
            return with(b, children: [merge(a, child, confidence: confidence)] + b.children.dropFirst())
        }
        var both = a
        both.wordings += b.wordings.map { wording in
            var wording = wording
            wording.confidence = confidence
            return wording
        }
        both.readings += b.readings
        merge(b.children, into: &both.children)
        return both
    }

    /// The statement below a label that holds nothing else.
    private static func onlyStatement(of label: RequirementNode) -> RequirementNode? {
        guard label.children.count == 1, let child = label.children.first, child.children.isEmpty, child.kind == .statement else { return nil }
        return child
    }

    /// True where a language has the statement without its label.
    private static func isFolded(_ node: RequirementNode, _ statement: RequirementNode) -> Bool {
        node.children.isEmpty && node.kind == .statement && node.facts.quantities.map(\.value) == statement.facts.quantities.map(\.value)
            && node.facts.subjects == statement.facts.subjects && !(node.facts.quantities.isEmpty && node.facts.subjects.isEmpty)
    }

    private static func with(_ node: RequirementNode, children: [RequirementNode]) -> RequirementNode {
        var node = node
        node.children = children
        return node
    }
}

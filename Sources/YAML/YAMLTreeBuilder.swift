import LocalizationModel

/// Events to tree, without recursion: the input decides the depth.
struct YAMLTreeBuilder {
    /// A collection that is not closed yet.
    private struct Frame {
        let isMapping: Bool
        let isFlow: Bool
        let anchor: String?
        let start: Int
        var end: Int
        var items: [YAMLNode] = []
        var pairs: [YAMLNode.Pair] = []
        var key: YAMLNode?
        /// Nodes within, itself included, and the depth of the deepest.
        var size = 1
        var height = 1

        func node(end: Int) -> YAMLNode {
            YAMLNode(isMapping ? .mapping(pairs) : .sequence(items), span: SourceSpan(start, max(start, end)))
        }
    }

    private struct Anchored {
        let content: YAMLNode.Content
        let size: Int
        let height: Int
    }

    private let base: Int
    private let limits: YAMLReader.Limits
    private var frames: [Frame] = []
    private var anchors: [String: Anchored] = [:]
    private var nodes = 0
    private var documents = 0
    private(set) var root: YAMLNode?

    /// `base` is added to every offset: what is read need not start where the file does.
    init(base: Int, limits: YAMLReader.Limits) {
        self.base = base
        self.limits = limits
    }

    /// The root as far as it was closed, without the pair or item that was being read. The last value counts as
    /// read only where another key follows: the error may be that it goes on (`title: a: b`).
    var unfinishedRoot: YAMLNode? {
        if let root { return root }
        guard var first = frames.first else { return nil }
        if first.key == nil, frames.count == 1 {
            _ = first.pairs.popLast()
            _ = first.items.popLast()
        }
        return first.node(end: first.end)
    }

    mutating func add(_ event: YAMLEvent) throws(YAMLEventFault) {
        switch event.kind {
        case .documentStart:
            documents += 1
            if documents > 1 { throw YAMLEventFault(message: "a second document starts here", offset: event.start) }
        case .scalar(let text, let isPlain):
            try put(.scalar(text, isPlain: isPlain), size: 1, height: 0, anchor: event.anchor, at: event)
        case .alias(let name):
            guard let anchored = anchors[name] else {
                throw YAMLEventFault(message: "no anchor '&\(name)' stands before this alias", offset: event.start)
            }
            try put(anchored.content, size: anchored.size, height: anchored.height, anchor: nil, at: event)
        case .sequenceStart(let isFlow): try open(isMapping: false, isFlow: isFlow, event)
        case .mappingStart(let isFlow): try open(isMapping: true, isFlow: isFlow, event)
        case .collectionEnd: close(event)
        case .streamEnd, .other: break
        }
    }

    private mutating func put(
        _ content: YAMLNode.Content, size: Int, height: Int, anchor: String?, at event: YAMLEvent
    ) throws(YAMLEventFault) {
        nodes += size
        guard nodes <= limits.nodes else {
            throw YAMLEventFault(message: "more than \(limits.nodes) values", offset: event.start)
        }
        guard frames.count + height <= limits.depth else { throw tooDeep(event) }
        if let anchor { anchors[anchor] = Anchored(content: content, size: size, height: height) }
        attach(YAMLNode(content, span: SourceSpan(base + event.start, base + event.end)), size: size, height: height)
    }

    private mutating func open(isMapping: Bool, isFlow: Bool, _ event: YAMLEvent) throws(YAMLEventFault) {
        nodes += 1
        guard nodes <= limits.nodes else {
            throw YAMLEventFault(message: "more than \(limits.nodes) values", offset: event.start)
        }
        guard frames.count < limits.depth else { throw tooDeep(event) }
        frames.append(
            Frame(
                isMapping: isMapping, isFlow: isFlow, anchor: event.anchor, start: base + event.start, end: base + event.start))
    }

    private func tooDeep(_ event: YAMLEvent) -> YAMLEventFault {
        YAMLEventFault(message: "nested more than \(limits.depth) deep", offset: event.start)
    }

    private mutating func close(_ event: YAMLEvent) {
        guard let frame = frames.popLast() else { return }
        // A block collection ends with its last value, not where libyaml notices that it ended.
        let node = frame.node(end: frame.isFlow ? base + event.end : frame.end)
        if let anchor = frame.anchor {
            anchors[anchor] = Anchored(content: node.content, size: frame.size, height: frame.height)
        }
        attach(node, size: frame.size, height: frame.height)
    }

    private mutating func attach(_ node: YAMLNode, size: Int, height: Int) {
        guard let top = frames.indices.last else {
            root = node
            return
        }
        frames[top].size += size
        frames[top].height = max(frames[top].height, height + 1)
        if !frames[top].isMapping {
            frames[top].items.append(node)
        } else if let key = frames[top].key {
            frames[top].pairs.append(YAMLNode.Pair(key: key, value: node))
            frames[top].key = nil
        } else {
            frames[top].key = node
            return
        }
        frames[top].end = max(frames[top].end, node.span.upper)
    }
}

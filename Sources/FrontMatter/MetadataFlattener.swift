import LocalizationModel
import YAML

/// A YAML mapping to flat entries: `a: {b: 1}` is `a.b`, a sequence gives one entry several values.
struct MetadataFlattener {
    private let text: SourceText
    private(set) var faults: [PageMetadata.Fault] = []
    private var keys: [(key: String, span: SourceSpan)] = []
    private var values: [[PageMetadata.Value]] = []

    init(text: SourceText) { self.text = text }

    var entries: [PageMetadata.Entry] {
        zip(keys, values).map { PageMetadata.Entry(key: $0.key, keySpan: $0.span, values: $1) }
    }

    /// The pairs of the mapping at the top. Recursion is bounded by the reader's depth.
    mutating func add(_ pairs: [YAMLNode.Pair]) {
        var places: [String: Int] = [:]
        add(pairs, prefix: "", merging: false, &places)
    }

    mutating func add(key: String, keySpan: SourceSpan, value: PageMetadata.Value) {
        keys.append((key, keySpan))
        values.append([value])
    }

    /// `places` is where the keys of the sequence around stand, so that the same key of its next item joins them.
    private mutating func add(_ pairs: [YAMLNode.Pair], prefix: String, merging: Bool, _ places: inout [String: Int]) {
        var seen: [String: SourceSpan] = [:]
        for pair in pairs {
            guard let name = pair.key.text else {
                faults.append(PageMetadata.Fault(message: "a key of the front matter is no text", span: pair.key.span))
                continue
            }
            if let first = seen[name] {
                let line = text.line(at: first.lower)
                faults.append(
                    PageMetadata.Fault(
                        message: "key '\(prefix + name)' is given twice, first on line \(line)", span: pair.key.span))
            } else {
                seen[name] = pair.key.span
            }
            add(pair.value, key: prefix + name, span: pair.key.span, merging: merging, &places)
        }
    }

    private mutating func add(
        _ node: YAMLNode, key: String, span: SourceSpan, merging: Bool, _ places: inout [String: Int]
    ) {
        if case .mapping(let pairs) = node.content, !pairs.isEmpty {
            add(pairs, prefix: key + ".", merging: merging, &places)
            return
        }
        var scalars: [PageMetadata.Value] = []
        var mappings: [[YAMLNode.Pair]] = []
        collect(node, &scalars, &mappings)
        if !scalars.isEmpty || mappings.isEmpty { append(scalars, key: key, span: span, merging: merging, &places) }
        var inner: [String: Int] = [:]
        for pairs in mappings {
            if merging {
                add(pairs, prefix: key + ".", merging: true, &places)
            } else {
                add(pairs, prefix: key + ".", merging: true, &inner)
            }
        }
    }

    private mutating func append(
        _ added: [PageMetadata.Value], key: String, span: SourceSpan, merging: Bool, _ places: inout [String: Int]
    ) {
        if merging, let place = places[key] {
            values[place] += added
            return
        }
        places[key] = keys.count
        keys.append((key, span))
        values.append(added)
    }

    /// The scalars of a value and the mappings among its items.
    private func collect(_ node: YAMLNode, _ scalars: inout [PageMetadata.Value], _ mappings: inout [[YAMLNode.Pair]]) {
        switch node.content {
        case .scalar(let text, _): scalars.append(PageMetadata.Value(text: text, span: node.span))
        case .sequence(let items): for item in items { collect(item, &scalars, &mappings) }
        case .mapping(let pairs): if !pairs.isEmpty { mappings.append(pairs) }
        }
    }
}

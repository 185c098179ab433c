import LocalizationModel

/// A value of a YAML 1.1 document (as libyaml reads it) with its bytes in the file.
public struct YAMLNode: Sendable {
    public indirect enum Content: Sendable {
        /// The text after quoting and folding; `isPlain` is false where it was quoted or a block scalar.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        /// Pairs in the order of the file; a key may stand twice.
        case mapping([Pair])
    }

    public struct Pair: Sendable {
        public let key: YAMLNode
        public let value: YAMLNode
        public init(key: YAMLNode, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    public let content: Content
    /// As written in the file: with its quotes, without anchor and tag. An alias's is that of `*name`.
    public let span: SourceSpan

    public init(_ content: Content, span: SourceSpan) {
        self.content = content
        self.span = span
    }

    /// The text of a scalar; nil for collections.
    public var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// The pairs of a mapping; nil for all else.
    public var pairs: [Pair]? {
        if case .mapping(let pairs) = content { pairs } else { nil }
    }

    /// The items of a sequence; nil for all else.
    public var items: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// True for a plain scalar that stands for no value: nothing at all, `~` or `null`.
    public var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }

    /// The first value of a key; nil where this is no mapping or has no such key.
    public subscript(key: String) -> YAMLNode? { pairs?.first { $0.key.text == key }?.value }
}

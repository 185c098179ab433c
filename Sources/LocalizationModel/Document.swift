/// A Markdown file, read: its blocks in document order, with byte-exact spans into the file as it stands.
public struct Document: Sendable {
    public let text: SourceText
    /// The YAML between the two `---` lines, without them; nil where the file has none.
    public let frontMatter: SourceSpan?
    /// All that follows the front matter (and the byte order mark).
    public let body: SourceSpan
    /// Blocks in document order; a block's parent stands before it.
    public let blocks: [Block]
    public let anchors: [Anchor]
    /// In the order of the blocks.
    public let links: [ContentLink]
    public let comments: [Comment]
    public let sideBySide: [SideBySidePair]
    public let notes: [ReadingNote]
    /// Markup that is not published, in the order of the blocks.
    public let removals: [RemovedMarkup]

    public init(
        text: SourceText, frontMatter: SourceSpan?, body: SourceSpan, blocks: [Block], anchors: [Anchor], links: [ContentLink] = [],
        comments: [Comment], sideBySide: [SideBySidePair], notes: [ReadingNote], removals: [RemovedMarkup] = []
    ) {
        self.removals = removals
        self.text = text
        self.frontMatter = frontMatter
        self.body = body
        self.blocks = blocks
        self.anchors = anchors
        self.links = links
        self.comments = comments
        self.sideBySide = sideBySide
        self.notes = notes
    }

    /// The comment that holds the page where it was withdrawn by commenting it out: it has a heading and more
    /// than half of the body's bytes.
    public var withdrawnComment: Comment? {
        comments.first { comment in
            guard comment.span.count * 2 > body.count, comment.content.count > 80 else { return false }
            let bytes = text.bytes
            return comment.content.range.contains { i in
                bytes[i] == UInt8(ascii: "#") && (i == comment.content.lower || bytes[i - 1] == 0x0A)
            }
        }
    }

    /// True where the page was withdrawn by commenting it out.
    public var isWithdrawn: Bool { withdrawnComment != nil }

    /// The indices of a block's ancestors, nearest first.
    public func ancestors(of block: Int) -> some Sequence<Int> {
        sequence(state: blocks[block].parent) { [blocks] next in
            defer { next = next.flatMap { blocks[$0].parent } }
            return next
        }
    }
}

/// A block of the page (CommonMark 0.31.2, section 3; GFM tables, task lists; footnotes; alerts).
public struct Block: Sendable {
    public enum Kind: Hashable, Sendable {
        case heading(level: Int)
        case paragraph
        case list(ordered: Bool)
        /// `isChecked` is nil where the item is no task.
        case item(isChecked: Bool?)
        case blockQuote
        /// A block quote that starts with `[!NOTE]` and the like; the word in upper case.
        case alert(String)
        case code(info: String)
        case html
        case table
        case tableRow(isHeader: Bool)
        /// Columns count from 0.
        case tableCell(column: Int)
        case thematicBreak
        case footnote(label: String)
        /// `[!INCLUDE …]`, `[!div …]`, `:::image …:::` and their like: an instruction to the publishing system.
        case directive(String)
    }

    public let kind: Kind
    /// Index of the enclosing block in `Document.blocks`; nil at the top.
    public let parent: Int?
    /// The whole lines the block stands on.
    public let span: SourceSpan
    /// What a leaf block says; nil for containers, code and thematic breaks.
    public let leaf: LeafText?

    public init(kind: Kind, parent: Int?, span: SourceSpan, leaf: LeafText?) {
        self.kind = kind
        self.parent = parent
        self.span = span
        self.leaf = leaf
    }
}

extension Block {
    /// True for an item of a list, whether a task or not.
    public var isItem: Bool { if case .item = kind { true } else { false } }

    /// The level of a heading or the column of a cell; nil for other blocks.
    public var rank: Int? {
        switch kind {
        case .heading(let level): level
        case .tableCell(let column): column
        default: nil
        }
    }
}

/// A place that links can point at: `<a name>`, `<a id>` or an attribute block `{#id}`.
public struct Anchor: Hashable, Sendable {
    public let name: String
    /// The block it stands in, if any.
    public let block: Int?
    public let span: SourceSpan
    public init(name: String, block: Int?, span: SourceSpan) {
        self.name = name
        self.block = block
        self.span = span
    }
}

/// An HTML comment; `content` is what stands between `<!--` and `-->`.
public struct Comment: Sendable {
    public let span: SourceSpan
    public let content: SourceSpan
    public init(span: SourceSpan, content: SourceSpan) {
        self.span = span
        self.content = content
    }
}

/// A translated segment published beside its source (`data-ttu-id` and `sxs-lookup` spans).
public struct SideBySidePair: Sendable {
    public let id: String
    public let target: SourceSpan
    /// The source's text as it stands in the page.
    public let source: SourceSpan
    public init(id: String, target: SourceSpan, source: SourceSpan) {
        self.id = id
        self.target = target
        self.source = source
    }
}

/// Something odd that was read all the same.
public struct ReadingNote: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case headingWithoutSpace = "heading-without-space"
        /// A list that was indented so far that it would have been code.
        case indentedList = "indented-list"
        case invalidUTF8 = "invalid-utf-8"
        case byteOrderMark = "byte-order-mark"
        case unclosedFrontMatter = "unclosed-front-matter"
        case unclosedComment = "unclosed-comment"
        case emptyFile = "empty-file"
    }
    public let kind: Kind
    public let span: SourceSpan
    public init(_ kind: Kind, _ span: SourceSpan) {
        self.kind = kind
        self.span = span
    }
}

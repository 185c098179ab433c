import CCMarkGFM
import Glibc
import LocalizationModel

/// Writes a page's text as HTML from the parser's tree.
///
/// Why not cmark-gfm's own renderer: ids of headings, languages, alerts, links and raw HTML need the tree, line ends inside
/// CJK text must not become spaces, and raw HTML from strangers passes an allow-list here.
public struct BodyHTML {
    let options: BodyOptions
    let blocks: [Block]
    var out: [UInt8] = []
    /// Index into `blocks` of the block entered last.
    var block = -1
    /// Blocks that were entered.
    private var entered = 0
    /// Place in the tree → index into `blocks`; empty where they are the same.
    private let treeOrder: [Int]
    var policy: RawHTMLPolicy
    var openBlocks: [Int] = []
    var tableSections: [Bool] = []
    var footnoteNumber = 0
    var isInFootnotes = false
    var skipDepth = 0
    var isInImage = 0
    var images: ImageWriter
    /// For each open link, whether an element was written for it.
    var openLinks: [Bool] = []
    /// Depth of inline containers, and the depth at which a marked passage was opened.
    var inlineDepth = 0
    var markedAt: Int?
    /// True where the marked passage ends with the container that is open.
    var endsMark = false
    /// Containers of running text that stand in an element of raw HTML which vanishes.
    var removedContainers = 0
    var pendingInclude = false
    /// Footnote → the ids of the note and of the first reference to it.
    var noteIDs: [Int: (note: String, reference: String)] = [:]
    /// Where each block's HTML starts and ends, and what stands inside its element.
    var places: BlockPlaces

    public static func render(_ page: ParsedPage, _ options: BodyOptions) -> [UInt8] { renderWithPlaces(page, options).html }

    /// The same HTML, with the place of each block in it.
    public static func renderWithPlaces(_ page: ParsedPage, _ options: BodyOptions) -> RenderedBody {
        guard let tree = page.tree else { return RenderedBody(html: [], places: BlockPlaces(count: 0)) }
        var html = BodyHTML(page.document, options, treeOrder: BlockReader.treeOrder(tree, page.document))
        tree.walk { node, kind, isEntering in html.visit(node, kind, isEntering) }
        html.finish()
        return RenderedBody(html: html.out, places: html.places)
    }

    private init(_ document: Document, _ options: BodyOptions, treeOrder: [Int]) {
        self.options = options
        self.treeOrder = treeOrder
        blocks = document.blocks
        policy = RawHTMLPolicy(options, page: document.text.bytes)
        images = ImageWriter(options.image, missing: options.missingImage)
        places = BlockPlaces(count: blocks.count)
        out.reserveCapacity(document.body.count * 2)
    }

    private mutating func finish() {
        policy.closeAll(&out)
        if isInFootnotes { write("</ol>\n</section>\n") }
    }

    mutating func write(_ text: StaticString) { out.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)) }

    mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

    /// Writes text as HTML shows it, in text and in quoted attribute values.
    mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { HTMLText.escape($0, into: &out) }
    }

    private mutating func visit(_ node: OpaquePointer, _ kind: hexapla_node_kind, _ isEntering: Bool) {
        if skipDepth > 0 {
            // Inside a block that was written as a whole.
            if isBlock(kind), isEntering, !isLeafEvent(kind) { skipDepth += 1 }
            if isBlock(kind), isEntering { enterBlock() }
            if isBlock(kind), !isEntering { skipDepth -= 1 }
            return
        }
        if isBlock(kind) { blockEvent(node, kind, isEntering) } else { inlineEvent(node, kind, isEntering) }
    }

    mutating func enterBlock() {
        block = entered < treeOrder.count ? treeOrder[entered] : entered
        entered += 1
    }

    /// Kinds that cmark-gfm reports once, without an exit.
    func isLeafEvent(_ kind: hexapla_node_kind) -> Bool {
        kind == HEXAPLA_HTML_BLOCK || kind == HEXAPLA_CODE_BLOCK || kind == HEXAPLA_THEMATIC_BREAK
    }

    private func isBlock(_ kind: hexapla_node_kind) -> Bool { kind.rawValue >= HEXAPLA_BLOCK_QUOTE.rawValue && kind.rawValue <= HEXAPLA_TABLE_CELL.rawValue }

    /// True where a link is open: of Markdown, or one of HTML.
    var isInLink: Bool { openLinks.contains(true) || policy.isInLink }

    func escaped(_ text: some StringProtocol) -> String { HTMLText.escaped(text) }

    mutating func escape(_ literal: UnsafePointer<CChar>?) {
        if let literal { HTMLText.escape(Self.bytes(literal), into: &out) }
    }

    /// The bytes of a text of the tree, without the zero at its end.
    static func bytes(_ literal: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
        let count = strlen(literal)
        return UnsafeBufferPointer(start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: count)
    }
}

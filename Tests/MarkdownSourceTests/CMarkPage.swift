import CCMarkGFM

@testable import MarkdownSource

/// What cmark-gfm itself says of a page, read from its tree.
struct CMarkPage {
    private(set) var destinations: [String] = []
    private(set) var code: [String] = []
    private(set) var strong = 0
    private(set) var emphasis = 0

    init(_ tree: SyntaxTree) {
        var page = (destinations: [String](), code: [String](), strong: 0, emphasis: 0)
        tree.walk { node, kind, isEntering in
            guard isEntering else { return }
            switch kind {
            case HEXAPLA_LINK, HEXAPLA_IMAGE: page.destinations.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
            case HEXAPLA_CODE: page.code.append(cmark_node_get_literal(node).map { String(cString: $0) } ?? "")
            case HEXAPLA_STRONG: page.strong += 1
            case HEXAPLA_EMPHASIS: page.emphasis += 1
            default: break
            }
        }
        (destinations, code, strong, emphasis) = page
    }

    /// cmark-gfm's own HTML of a tree, every extension rendered.
    static func html(_ tree: SyntaxTree) -> String {
        let parser = hexapla_cmark_parser(CMARK_OPT_DEFAULT, true)
        defer { cmark_parser_free(parser) }
        guard let text = cmark_render_html(tree.root, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser)) else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    static func html(_ markdown: String) -> String { SyntaxTree(Array(markdown.utf8)).map(html) ?? "" }
}

import CCMarkGFM

/// cmark-gfm's tree of one page, freed with its last owner.
///
/// `@unchecked Sendable`: the tree is never changed after parsing, and the functions that read it keep no state.
public final class SyntaxTree: @unchecked Sendable {
    let root: OpaquePointer

    /// Parses the bytes with tables, strikethrough, autolinks, task lists and footnotes. Safe on any thread.
    /// Tables are left out where they would take more than linear time: see `TableLimits`.
    init?(_ bytes: [UInt8]) {
        hexapla_cmark_prepare()
        guard let parser = hexapla_cmark_parser(CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8, TableLimits.allow(bytes)) else { return nil }
        defer { cmark_parser_free(parser) }
        bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { text in
                if let base = text.baseAddress { cmark_parser_feed(parser, base, text.count) }
            }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        self.root = root
    }

    deinit { cmark_node_free(root) }

    /// Walks the tree in document order without recursion: `visit(node, kind, isEntering)`.
    func walk(_ visit: (OpaquePointer, hexapla_node_kind, Bool) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { return }
            visit(node, hexapla_cmark_kind(node), event == CMARK_EVENT_ENTER)
        }
    }
}

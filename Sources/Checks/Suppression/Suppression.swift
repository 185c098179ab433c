import LocalizationModel

/// A comment that says that findings of some rules are none: `<!-- hexapla-ignore RULE, RULE: reason -->` for the next block, or for the block
/// that it stands in; `<!-- hexapla-ignore-page RULE: reason -->` for the page.
struct Suppression {
    /// As written; they may be no rules.
    let rules: [String]
    /// Empty where none is given: then it suppresses nothing.
    let reason: String
    /// The lines that it is about; nil for the whole page.
    let lines: ClosedRange<Int>?
    /// The last line before it that is no comment: what is missing behind that line is missing here.
    let lineBefore: Int
    let comment: Comment

    private static let keyword = "hexapla-ignore"
    private static let wholePage = "-page"
    /// Nobody explains more than this by hand, and each is laid beside each finding.
    private static let mostOnPage = 1_000

    /// Those of a page, in order. Linear: comments and blocks are walked through side by side.
    static func all(in document: Document) -> [Suppression] {
        guard !document.comments.isEmpty else { return [] }
        let (bytes, blocks) = (document.text.bytes, document.blocks)
        var suppressions: [Suppression] = []
        // The first block behind the comment, the first there that is no comment, and the last line before it that is none's.
        var (next, said, lineBefore) = (0, 0, 0)
        for comment in document.comments.lazy.filter({ Self.isOne(bytes[$0.content.range]) }).prefix(mostOnPage) {
            while next < blocks.count, blocks[next].span.lower < comment.span.upper {
                if blocks[next].span.upper <= comment.span.lower, !document.isComment(blocks[next]) {
                    lineBefore = document.lines(of: blocks[next].span).upperBound
                }
                next += 1
            }
            let around = next > 0 && blocks[next - 1].span.contains(comment.span) ? blocks[next - 1] : nil
            if case .code? = around?.kind { continue }
            let inner = around.flatMap { $0.leaf == nil || document.isComment($0) ? nil : $0 }
            said = max(said, next)
            while said < blocks.count, document.isComment(blocks[said]) { said += 1 }
            let block = inner ?? (said < blocks.count ? blocks[said] : nil)
            let line = document.text.line(at: comment.span.lower)
            if let one = Suppression(
                comment, document.text.string(comment.content), lines: block.map { document.lines(of: $0.span) } ?? line...line, lineBefore: lineBefore)
            {
                suppressions.append(one)
            }
        }
        return suppressions
    }

    private static func isOne(_ content: ArraySlice<UInt8>) -> Bool { content.drop(while: \.isWhitespace).starts(with: keyword.utf8) }

    private init?(_ comment: Comment, _ content: String, lines: ClosedRange<Int>, lineBefore: Int) {
        guard let keyword = content.firstRange(of: Self.keyword) else { return nil }
        var rest = content[keyword.upperBound...]
        let isForPage = rest.hasPrefix(Self.wholePage)
        if isForPage { rest = rest.dropFirst(Self.wholePage.count) }
        // Another word that begins so is somebody else's.
        guard rest.first.map({ $0.isWhitespace || $0 == ":" }) ?? true else { return nil }
        let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        rules = parts[0].split { $0 == "," || $0.isWhitespace }.map(String.init)
        reason = parts.count > 1 ? parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
        self.lines = isForPage ? nil : lines
        self.lineBefore = lineBefore
        self.comment = comment
    }

    /// Whether it is about a finding with these places in its own page.
    ///
    /// - Parameters:
    ///   - place: nil for a finding about the page as a whole.
    ///   - after: for a text that the page lacks: what stands before it.
    func covers(_ rule: String, at place: Finding.Place?, after: Finding.Place?) -> Bool {
        guard rules.contains(rule) else { return false }
        guard let lines else { return true }
        if let place { return lines.overlaps(place.line...max(place.line, place.endLine)) }
        return after.map { lineBefore <= $0.endLine && $0.line <= lines.upperBound } ?? true
    }
}

extension Document {
    /// The first and the last line of a span, without white space at its end.
    fileprivate func lines(of span: SourceSpan) -> ClosedRange<Int> {
        let last = text.bytes[span.range].lastIndex { !$0.isWhitespace } ?? span.lower
        let first = text.line(at: span.lower)
        return first...max(first, text.line(at: last))
    }

    /// True for a block of raw HTML that begins with a comment.
    fileprivate func isComment(_ block: Block) -> Bool {
        guard case .html = block.kind else { return false }
        return text.bytes[block.span.range].drop(while: \.isWhitespace).starts(with: "<!--".utf8)
    }

    /// The line after which the body begins.
    var lastLineOfFrontMatter: Int { frontMatter == nil ? 0 : text.line(at: body.lower) - 1 }
}

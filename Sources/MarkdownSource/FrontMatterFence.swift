import LocalizationModel

/// Finds the front matter: the lines between a first line `---` and the next `---` (or `...`).
struct FrontMatterFence {
    /// The YAML, without the fences; nil where there is none.
    let frontMatter: SourceSpan?
    /// Offset of the first byte of the body.
    let bodyStart: Int
    let notes: [ReadingNote]

    init(_ text: SourceText) {
        let bytes = text.bytes
        var notes: [ReadingNote] = []
        var start = 0
        if bytes.hasBytes("\u{FEFF}", at: 0) {
            start = 3
            notes.append(ReadingNote(.byteOrderMark, SourceSpan(0, 3)))
        }
        guard Self.isFence(text, line: 1, from: start, closing: false) else {
            (frontMatter, bodyStart, self.notes) = (nil, start, notes)
            return
        }
        for line in 2...max(2, text.lineCount) where Self.isFence(text, line: line, from: 0, closing: true) {
            let lower = text.lineStarts[1]
            let fence = text.span(ofLine: line)
            let next = line < text.lineCount ? text.lineStarts[line] : bytes.count
            (frontMatter, bodyStart, self.notes) = (SourceSpan(lower, max(lower, fence.lower)), next, notes)
            return
        }
        // A fence that never closes: the file is read as a page without front matter.
        notes.append(ReadingNote(.unclosedFrontMatter, SourceSpan(start, min(bytes.count, start + 3))))
        (frontMatter, bodyStart, self.notes) = (nil, start, notes)
    }

    private static func isFence(_ text: SourceText, line: Int, from: Int, closing: Bool) -> Bool {
        guard line <= text.lineCount else { return false }
        let span = text.span(ofLine: line)
        let lower = max(span.lower, from)
        guard lower + 3 <= span.upper else { return false }
        let isMark = text.bytes.hasBytes("---", at: lower) || closing && text.bytes.hasBytes("...", at: lower)
        return isMark && text.bytes[(lower + 3)..<span.upper].allSatisfy(\.isBlank)
    }
}

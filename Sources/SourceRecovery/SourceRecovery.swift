import LocalizationModel

/// Rebuilds a source page that is not there from what its translations still hold of it.
///
/// In this order of trust: the source commented out in a translation, the source's spans beside translated
/// segments, segments that a translation left in the source's language. The newest page that holds the most wins.
public enum SourceRecovery {
    /// Nil where no translation holds a word of the source.
    public static func recover(_ pages: [Page], profiles: [LocaleTag: LocaleProfile], source: LocaleProfile) -> RecoveredSource? {
        let newestFirst = pages.sorted { a, b in
            let (x, y) = (a.provenance.handOffDate ?? "", b.provenance.handOffDate ?? "")
            return x == y ? a.locale < b.locale : x > y
        }
        for page in newestFirst {
            let takes = SourceTakes(page, own: profiles[page.locale], source: source)
            if takes.holdsPage { return assemble(page, takes.takes) }
        }
        let left = newestFirst.map { ($0, untranslated($0, profiles, source)) }
        guard let best = left.max(by: { $0.1.count < $1.1.count }), best.1.count > 0 else { return nil }
        return assemble(best.0, best.1)
    }

    /// The segments of a page that are in the source's language by their own evidence.
    private static func untranslated(_ page: Page, _ profiles: [LocaleTag: LocaleProfile], _ source: LocaleProfile) -> [Take] {
        guard let own = profiles[page.locale] else { return [] }
        let evidence = LanguageEvidence(own: own, source: source)
        let firstOfBlock = Dictionary(page.segments.map { ($0.block, $0.span) }, uniquingKeysWith: { first, _ in first })
        return page.segments.filter { evidence.verdict(on: $0.facts, source: nil) == .source }.map { segment in
            let block = page.document.blocks[segment.block]
            // The marks of a block's structure (list marker, number signs) go with its first segment.
            let isFirst = firstOfBlock[segment.block] == segment.span
            let lower = isFirst ? page.document.text.span(ofLine: segment.line).lower : segment.span.lower
            return Take(span: SourceSpan(max(lower, block.span.lower), segment.span.upper), method: .leftUntranslated, text: nil)
        }
    }

    /// Writes the takes at the lines on which they stand in the page; all else becomes empty lines.
    private static func assemble(_ page: Page, _ takes: [Take]) -> RecoveredSource {
        let bytes = page.document.text.bytes
        var markdown: [UInt8] = []
        var pieces: [RecoveredSource.Piece] = []
        var position = 0
        var dropped = false
        func skip(to end: Int) {
            for i in position..<max(position, end) {
                if bytes[i] == 0x0A {
                    markdown.append(0x0A)
                } else if i >= page.document.body.lower, bytes[i] >= 0xC3 || bytes[i].isASCIIAlphanumeric {
                    dropped = true
                }
            }
            position = max(position, end)
        }
        for take in takes {
            guard take.span.lower >= position else { continue }
            skip(to: take.span.lower)
            let text = take.text ?? take.span
            pieces.append(.init(range: markdown.count..<markdown.count + text.count, method: take.method, original: text.lower))
            markdown += bytes[text.range]
            position = take.span.upper
        }
        let isMarkupOnly = takes.contains { $0.method != .leftUntranslated }
        skip(to: bytes.count)
        let comment = pieces.first { $0.method == .comment }
        return RecoveredSource(
            markdown: markdown, pieces: pieces, locale: page.locale, commit: page.provenance.sourceCommit,
            isComplete: isMarkupOnly || !dropped, withdrawn: page.document.isWithdrawn ? comment?.range : nil)
    }
}

/// A part of a page that is the source's: `span` is what it takes the place of, `text` what is taken (all of it if nil).
struct Take {
    let span: SourceSpan
    let method: SourceOrigin.Method
    let text: SourceSpan?
}

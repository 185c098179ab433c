import LocalizationModel

/// An image without the text that stands in for it.
public enum MissingAltText: PageRule {
    public static let metadata = RuleMetadata(
        id: "missing-alt-text", severity: .warning, sign: .lacking, scope: .unit, issueType: "omission",
        summary: "An image has no text in the translation, but has one in the source.",
        explanation: """
            Who cannot see the image hears its text instead (WCAG 2.2, 1.1.1). A warning where the source has a text and the translation \
            has none; a note, once a page, for tags without `alt` that the source writes so too. An empty text on both sides says that the \
            image is decoration, and is right. Where the image itself is gone, `link-mismatch` says so.
            """,
        examples: [
            .bad(("en-US", "Look at the form: ![The form with its fields](form.png)"), ("de-DE", "Sehen Sie sich das Formular an: ![](form.png)")),
            .bad(
                ("en-US", "Look at the form: <img src=\"form.png\" alt=\"The form with its fields\">"),
                ("ja-JP", "フォームをご覧ください。<img src=\"form.png\">")),
            .bad(("en-US", "Look at the form: <img src=\"form.png\">"), ("ru-RU", "Посмотрите на форму: <img src=\"form.png\">")),
            .good(("en-US", "Look at the form: ![](line.png)"), ("zh-CN", "请查看表格：![](line.png)")),
            .good(("en-US", "Look at the form: ![The form](form.png)"), ("zh-TW", "請查看表單：![表單](form.png)")),
            .good(("en-US", "Look at the form: <img src=\"line.png\" alt=\"\">"), ("de-DE", "Sehen Sie: <img src=\"line.png\" alt=\"\">")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] { lost(pair) + bare(pair) }

    // MARK: Lost in the translation

    private static func lost(_ pair: PairContext) -> [Finding] {
        guard let source = pair.source, source.isComplete, let bitext = pair.bitext else { return [] }
        return bitext.nested.indices.lazy.filter { bitext.nested[$0].state == .missing }.compactMap { index in
            let unit = bitext.nested[index]
            guard let text = unit.source, text.kind == .imageText, text.facts.wordCount > 0, let index = unit.holder else { return nil }
            let segments = bitext.units[index].target.map { bitext.target[$0] }
            guard segments.contains(where: { shows(text.key ?? "", $0) }) else { return nil }
            return pair.finding(
                Self.self, "The image has no text here, in the source \(Quoted.text(text.text))", source: [text], target: segments,
                targetMarks: [.link(text.key ?? "")], evidence: .init(expected: text.text))
        }
    }

    /// True where the segment shows the image, in Markdown or in HTML.
    private static func shows(_ image: String, _ segment: Segment) -> Bool {
        !image.isEmpty
            && (segment.facts.destinations.contains { LinkIdentity.isSame($0, image) }
                || TextSearch.contains(segment.text, "<img") && TextSearch.contains(segment.text, image))
    }

    // MARK: On neither side

    /// Tags without the attribute `alt`, where the source has no text to lose: one finding for all.
    private static func bare(_ pair: PairContext) -> [Finding] {
        let tags = pair.page.document.blocks.lazy.compactMap(\.leaf).flatMap { leaf in
            leaf.inlines.lazy.filter { $0.kind == .html(tag: "img") && !hasText(leaf.bytes[$0.range]) }.map { leaf.fileSpan($0.range) }
        }
        guard let first = tags.first else { return [] }
        return [pair.finding(Self.self, "Image without the attribute 'alt': \(Quoted.text(pair.page.document.text.string(first)))", severity: .note, at: first)]
    }

    private static func hasText(_ tag: ArraySlice<UInt8>) -> Bool {
        tag.firstRange(ofBytes: Array("alt=".utf8)) != nil || tag.firstRange(ofBytes: Array("ALT=".utf8)) != nil
    }
}

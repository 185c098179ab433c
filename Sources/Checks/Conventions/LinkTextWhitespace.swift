import LocalizationModel

/// White space at an end of a link's text.
public enum LinkTextWhitespace: PageRule {
    public static let metadata = RuleMetadata(
        id: "link-text-whitespace", severity: .warning, sign: .structure, scope: .unit, issueType: "whitespace",
        summary: "The text of a link starts or ends with a space.",
        explanation: "The space is underlined with the link. Move it outside the brackets, or remove it where the script writes none.",
        examples: [
            .bad(("en-US", "[Learn more](a.md) about it."), ("zh-TW", "[深入了解 ](a.md)這件事。")),
            .good(("en-US", "[Learn more](a.md) about it."), ("zh-TW", "[深入了解](a.md)這件事。")),
            .bad(("en-US", "See [the guide](a.md) for more."), ("de-DE", "Siehe[ Leitfaden](a.md) für mehr.")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let blocks = pair.page.document.blocks
        return blocks.indices.filter { blocks[$0].leaf?.hasSpacedLink ?? false }.flatMap { index -> [Finding] in
            guard let leaf = blocks[index].leaf else { return [] }
            return leaf.inlines.compactMap { inline in
                guard leaf.isSpacedLink(inline) else { return nil }
                let label = leaf.bytes[inline.content]
                return pair.finding(
                    Self.self, "Space inside the link text \(Quoted.text(String(decoding: label, as: UTF8.self)))", at: leaf.fileSpan(inline.range),
                    evidence: .init(expected: String(decoding: label.trimmed(), as: UTF8.self), found: String(decoding: label, as: UTF8.self)))
            }
        }
    }
}

extension LeafText {
    fileprivate var hasSpacedLink: Bool { inlines.contains(where: isSpacedLink) }

    /// True for a link whose text starts or ends with white space.
    fileprivate func isSpacedLink(_ inline: Inline) -> Bool {
        guard case .link = inline.kind, !inline.content.isEmpty else { return false }
        return bytes[inline.content.lowerBound].isWhitespace || bytes[inline.content.upperBound - 1].isWhitespace
    }
}

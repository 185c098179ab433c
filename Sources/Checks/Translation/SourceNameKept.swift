import LocalizationModel

/// A heading that keeps the source's name and explains it in brackets.
public enum SourceNameKept: PageRule {
    public static let metadata = RuleMetadata(
        id: "source-name-kept", severity: .note, sign: .structure, scope: .unit, issueType: "terminology",
        summary: "A heading keeps the source's name and glosses it in brackets.",
        explanation: """
            `Gold (Золотой уровень)` is a translation: the name stays for those who look for it. It is worth a look only where the \
            other headings of the page are translated without the source's name.
            """,
        examples: [
            .bad(("en-US", "## Gold\n"), ("ru-RU", "## Gold (Золотой уровень)\n")),
            .good(("en-US", "## Gold\n"), ("ru-RU", "## Золотой уровень\n")),
            .bad(("en-US", "## Silver\n"), ("zh-CN", "## Silver（银级）\n")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.pairs.indices.compactMap { index in
            guard pair.pairs[index].source.startsWithHeading, pair.pairs[index].source.count == 1, pair.pairs[index].target.count == 1 else { return nil }
            let item = pair.pairs[index]
            let (name, text) = (pair.sources(item)[0].plain, pair.targets(item)[0].plain)
            guard let end = text.utf8.last, closingBytes.contains(end), !name.isEmpty, text.hasPrefix(name), text.count > name.count else { return nil }
            let gloss = text.dropFirst(name.count).drop(while: \.isWhitespace)
            guard let first = gloss.first, first == "(" || first == "（", let last = gloss.last, last == ")" || last == "）" else { return nil }
            guard !(pair.words.terms?.isNames(name) ?? false) else { return nil }
            return pair.finding(
                Self.self, "Heading keeps '\(name)' with a gloss: \(Quoted.text(text))", source: pair.source(item), target: pair.target(item),
                evidence: .init(expected: String(gloss.dropFirst().dropLast()), found: text))
        }
    }

    /// The last bytes of `)` and of `）`.
    private static let closingBytes: [UInt8] = [UInt8(ascii: ")"), 0x89]
}

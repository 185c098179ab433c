import LocalizationModel

/// A list that is indented so far that it is code.
public enum ListReadAsCode: PageRule {
    public static let metadata = RuleMetadata(
        id: "list-read-as-code", severity: .note, sign: .structure, scope: .page, issueType: "markup",
        summary: "A list is indented by four spaces where no list is open: readers see its marks as code.",
        explanation: """
            After a paragraph that is no list item, CommonMark reads lines indented by four spaces as code (0.31.2, section 4.4). Readers see \
            hyphens and asterisks, links do not work, and the facts of the list are not compared. Take the indentation away.
            """,
        examples: [
            .bad(("de-DE", "Die Schwellenwerte gelten je Markt.\n\n    - **Industrieländer**: 2.000 Benutzer\n    - **Entwicklungsländer**: 1.000 Benutzer\n")),
            .good(("zh-CN", "门槛因市场而异。\n\n- **成熟市场**：2,000 个用户\n")),
            .good(("ru-RU", "Выполните команду:\n\n    ls - l\n")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        let document = pair.page.document
        return document.blocks.filter { $0.kind == .code(info: "") && isList(document.text.bytes[$0.span.range]) }.map {
            pair.finding(Self.self, "A list indented by four spaces is code here: remove the indentation", at: $0.span)
        }
    }

    /// True where the first line and one more, or the only line, are items that hold strong text or a link.
    private static func isList(_ block: ArraySlice<UInt8>) -> Bool {
        let lines = block.split(separator: 0x0A).map { Array($0) }.filter { !$0.allSatisfy(\.isWhitespace) }
        guard let first = lines.first, first.starts(with: Array("    ".utf8)) || first.first == 0x09, isItem(first) else { return false }
        return lines.contains { isItem($0) && ($0.firstRange(of: "**", from: 0) != nil || $0.firstRange(of: "](", from: 0) != nil) }
    }

    private static func isItem(_ line: [UInt8]) -> Bool {
        let text = line.trimmed()
        guard let mark = text.first, text.count > 2 else { return false }
        return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*")) && text[text.startIndex + 1].isBlank
    }
}

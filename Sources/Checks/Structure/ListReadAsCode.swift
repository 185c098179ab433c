import LocalizationModel

/// A list that is indented so far that it is code.
public enum ListReadAsCode: PageRule {
    public static let metadata = RuleMetadata(
        id: "list-read-as-code", severity: .note, sign: .structure, scope: .page, issueType: "markup",
        summary: "A list is indented by four spaces where no list is open: readers see its marks as code.",
        explanation: """
            After a paragraph that is no list item, CommonMark reads lines indented by four spaces as code (0.31.2, section 4.4): elsewhere \
            readers see hyphens and asterisks, and links do not work. Hexapla reads and renders the list that it was meant to be, if the first \
            line is a bullet item, an item sets words strong or holds a link, and the paragraph before does not end in a colon. Take the \
            indentation away.
            """,
        examples: [
            .bad(("de-DE", "Die Schwellenwerte gelten je Markt.\n\n    - **Industrieländer**: 2.000 Benutzer\n    - **Entwicklungsländer**: 1.000 Benutzer\n")),
            .good(("zh-CN", "门槛因市场而异。\n\n- **成熟市场**：2,000 个用户\n")),
            .good(("ru-RU", "Выполните команду:\n\n    ls - l\n")),
        ])

    public static func check(_ pair: PairContext) -> [Finding] {
        pair.page.document.notes.filter { $0.kind == .indentedList }.map {
            pair.finding(Self.self, "A list indented by four spaces is code to other readers: take the indentation away", at: $0.span)
        }
    }
}

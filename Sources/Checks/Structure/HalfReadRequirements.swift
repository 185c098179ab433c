import LocalizationModel

/// A requirement list that holds something which is no requirement.
public enum HalfReadRequirements: GroupRule {
    public static let metadata = RuleMetadata(
        id: "half-read-requirements", severity: .note, sign: .structure, scope: .group, issueType: "markup",
        summary: "A part of a requirement list is no requirement, and is left out of the facts.",
        explanation: """
            A list of requirements is read into the tree of facts item by item. Code, tables, raw HTML, headings and lists nested deeper than \
            64 levels inside it are no requirements: their facts are not compared, and the list is shown as written. Most often an item was \
            indented by four spaces too many and became code.
            """,
        examples: [
            .bad(
                ("de-DE", "# Gold\n\n1. **2** Personen müssen diese Prüfung bestehen:\n\n    - [70-496](https://example.org/70-496)\n\n            - 70-498\n")),
            .good(("ja-JP", "# ゴールド\n\n1. **2** 人の従業員が次の試験に合格すること。\n\n    - [70-496](https://example.org/70-496)\n")),
        ])

    public static func check(_ context: GroupContext) -> [Finding] {
        context.group.requirements.flatMap(\.extents).flatMap { extent -> [Finding] in
            guard let page = context.group.translations.first(where: { $0.page.locale == extent.locale })?.page else { return [] }
            return extent.unread.map { unread in
                page.finding(Self.self, "Not read as a requirement: \(words(unread.reason)) inside the list", at: unread.span)
            }
        }
    }

    private static func words(_ reason: RequirementExtent.Unread.Reason) -> String {
        switch reason {
        case .code: "code"
        case .table: "a table"
        case .html: "raw HTML"
        case .heading: "a heading"
        case .depth: "a list nested too deep"
        case .other: "a block"
        }
    }
}

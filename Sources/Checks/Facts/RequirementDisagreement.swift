import LocalizationModel

/// A requirement that one language states otherwise than the rest.
public enum RequirementDisagreement: GroupRule {
    public static let metadata = RuleMetadata(
        id: "requirement-disagreement", severity: .error, sign: .disagreeing, scope: .group, issueType: "mistranslation",
        summary: "One language states a requirement otherwise than the rest: a quantity, an exam, a link, all of a list or one of it.",
        explanation: """
            Requirement lists are read into one tree across all languages, and their facts are compared: quantities, amounts, dates, exams, \
            certifications, products, links, whether all of a list is asked for or one of it, and whether a requirement is there at all. A \
            source file decides; without one, most of the languages that follow the same version of the source. Even numbers of languages \
            that contradict each other are all reported. A language whose words leave a fact open is not counted, and one that merely \
            follows an older version of the source is `stale-requirement`. The facts page shows all languages side by side.
            """,
        examples: [
            .bad(
                ("en-US", list("2 people pass these exams:", "OR", "2 people hold this certification:")),
                ("de-DE", list("2 Personen bestehen diese Prüfungen:", "ODER", "2 Personen besitzen diese Zertifizierung:")),
                ("zh-CN", list("2 名员工通过以下考试：", "和", "2 名员工持有以下认证："))),
            .bad(
                ("de-DE", list("2 Personen bestehen diese Prüfungen:", "ODER", "2 Personen besitzen diese Zertifizierung:")),
                ("ja-JP", list("2 人の従業員が次の試験に合格すること。", "または", "2 人の従業員が次の認定資格を取得すること。")),
                ("zh-CN", list("3 名员工通过以下考试：", "或", "2 名员工持有以下认证："))),
            .good(
                ("en-US", list("2 people pass these exams:", "OR", "2 people hold this certification:")),
                ("de-DE", list("2 Personen bestehen diese Prüfungen:", "ODER", "2 Personen besitzen diese Zertifizierung:")),
                ("zh-CN", list("2 名员工通过以下考试：", "或", "2 名员工持有以下认证："))),
        ])

    private static func list(_ first: String, _ connector: String, _ second: String) -> String {
        """
        # Gold

        1. \(first)

            - **\(first.prefix(1))** \(first.dropFirst(2))

                - [70-496](https://example.org/70-496)
                - [70-498](https://example.org/70-498)

            **\(connector)**

            - **\(second.prefix(1))** \(second.dropFirst(2))

                - [MCSD](https://example.org/mcsd)
        """
    }

    public static func check(_ context: GroupContext) -> [Finding] {
        context.findings(Self.self, about: .disagrees, in: context.group.facts)
    }
}

import LocalizationModel

/// A requirement that follows an older version of the source.
public enum StaleRequirement: GroupRule {
    public static let metadata = RuleMetadata(
        id: "stale-requirement", severity: .warning, sign: .outdated, scope: .group, issueType: "other",
        summary: "A page states what an older version of its source required.",
        explanation: """
            The pages of one path follow different versions of the source, by the hash or the commit in their front matter, and the newest \
            states another fact. The page agrees with its own version, or is alone with it: it is not wrong, it is behind. Translate it \
            again from the newest version.
            """,
        examples: [
            .bad(
                ("de-DE", page("1111111", "07/01/2020", "**2** Personen müssen diese Prüfung bestehen:")),
                ("ja-JP", page("2222222", "03/01/2021", "**4** 人の従業員が次の試験に合格すること。")),
                ("zh-CN", page("2222222", "03/01/2021", "**4** 名员工必须通过以下考试："))),
            .good(
                ("de-DE", page("2222222", "03/01/2021", "**4** Personen müssen diese Prüfung bestehen:")),
                ("ja-JP", page("2222222", "03/01/2021", "**4** 人の従業員が次の試験に合格すること。"))),
        ])

    private static func page(_ commit: String, _ date: String, _ label: String) -> String {
        """
        ---
        ms.sourcegitcommit: \(commit)
        ms.lasthandoff: \(date)
        ---
        # Gold

        1. \(label)

            - [70-496](https://example.org/70-496)
        """
    }

    public static func check(_ context: GroupContext) -> [Finding] {
        context.findings(Self.self, about: .older, in: context.group.facts) { page in
            let version = page.provenance.sourceCommit.map { "commit \($0.prefix(8))" } ?? "another version"
            let date = page.provenance.handOffDate.map { " of \($0)" } ?? ""
            return "it follows \(version)\(date)"
        }
    }
}

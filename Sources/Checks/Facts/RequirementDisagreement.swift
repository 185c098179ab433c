import LocalizationModel

/// A requirement that one language states otherwise than the rest.
public enum RequirementDisagreement: GroupRule {
    public static let metadata = RuleMetadata(
        id: "requirement-disagreement", severity: .error, sign: .disagreeing, scope: .group, issueType: "mistranslation",
        summary: "One language asks for all of a list, the others for one of it.",
        explanation: """
            Requirement lists are read into one tree across all languages. Where most of them join two lists by `or` and one of them by \
            `and`, the readers of that one are asked for too much, or for too little. A language whose words leave it open is not counted.
            """,
        examples: [
            .bad(
                ("en-US", list("2 people pass these exams:", "OR", "2 people hold this certification:")),
                ("de-DE", list("2 Personen bestehen diese Prüfungen:", "ODER", "2 Personen besitzen diese Zertifizierung:")),
                ("zh-CN", list("2 名员工通过以下考试：", "和", "2 名员工持有以下认证："))),
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
        context.group.requirements.flatMap { section in
            section.requirements.flatMap { disagreements(in: $0, section.anchor, context) }
        }
    }

    /// Depth is bounded by the reader of the tree.
    private static func disagreements(in node: RequirementNode, _ anchor: String, _ context: GroupContext) -> [Finding] {
        finding(node, anchor, context) + node.children.flatMap { disagreements(in: $0, anchor, context) }
    }

    /// The same requirement in the source, where there is a file that states it.
    private static func sourcePlace(_ node: RequirementNode, _ context: GroupContext) -> Finding.Place? {
        guard let source = context.group.source, !source.isRecovered, let span = node.wordings.first(where: { $0.locale == context.sourceLocale })?.span
        else { return nil }
        return Place.of(span, in: source.page.document.text)
    }

    private static func finding(_ node: RequirementNode, _ anchor: String, _ context: GroupContext) -> [Finding] {
        let sure = node.facts.filter { !$0.isKindImplied && ($0.kind == .allOf || $0.kind == .anyOf) }
        let all = sure.count { $0.kind == .allOf }
        // The odd one out must be alone against two at least.
        guard sure.count >= 3, all == 1 || sure.count - all == 1 else { return [] }
        let odd: RequirementNode.Kind = all == 1 ? .allOf : .anyOf
        return sure.filter { $0.kind == odd }.compactMap { facts in
            guard let page = context.group.translations.first(where: { $0.page.locale == facts.locale })?.page else { return nil }
            let others = sure.filter { $0.kind != odd }.map(\.locale.description).sorted().joined(separator: ", ")
            let (here, there) = odd == .allOf ? ("all of the list", "one of it") : ("one of the list", "all of it")
            return page.finding(
                Self.self, "Asks for \(here) in section '\(anchor)', \(there) in \(others)", at: node.wordings.first { $0.locale == facts.locale }?.span,
                source: sourcePlace(node, context), evidence: .init(expected: there, found: here))
        }
    }
}

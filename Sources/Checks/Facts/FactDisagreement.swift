import LocalizationModel

/// A number, date, exam or address that one language states otherwise than most, where no source tells.
public enum FactDisagreement: GroupRule {
    public static let metadata = RuleMetadata(
        id: "fact-disagreement", severity: .warning, sign: .disagreeing, scope: .group, issueType: "inconsistency",
        summary: "One language states another number, date, exam or address than most of the others; no source file is there to tell.",
        explanation: """
            Where the source page is lost, its translations still tell what it said: paragraphs, lists and tables of all languages are laid \
            side by side, and what most of them state is taken to hold. Reported is one value that stands in the place of another: at least \
            two other languages must agree, and none may state a third. A number that is only left out, or written as a word, is a matter of \
            wording. Requirement lists are `requirement-disagreement`; with a source file, `number-mismatch`, `entity-mismatch` \
            and `link-mismatch` compare each translation with it.
            """,
        examples: [
            .bad(
                ("de-DE", "# Preise\n\nDer Beitrag kostet 450 Euro und gilt 12 Monate.\n"), ("ja-JP", "# 料金\n\n会費は 475 ユーロで、12 か月有効です。\n"),
                ("zh-CN", "# 价格\n\n会费为 475 欧元，有效期为 12 个月。\n")),
            .good(
                ("de-DE", "# Preise\n\nDer Beitrag kostet 475 Euro und gilt 12 Monate.\n"), ("ja-JP", "# 料金\n\n会費は 475 ユーロで、12 か月有効です。\n"),
                ("zh-CN", "# 价格\n\n会费为 475 欧元，有效期为十二个月。\n")),
        ])

    /// Aspects that a translation must repeat wherever they stand; how statements are joined is a matter of wording there.
    private static let aspects: Set<FactRow.Aspect> = [.quantity, .money, .date, .exam, .certification, .link]

    public static func check(_ context: GroupContext) -> [Finding] {
        let rows = context.group.passageFacts.filter { row in
            let agreeing = row.cells.count { $0.standing == .agrees }
            guard aspects.contains(row.aspect), row.oddOnes.count == 1, let odd = row.oddOnes.first, agreeing >= fewestAgreeing else { return false }
            return isExchanged(Set(row.values), Set(odd.values))
        }
        return context.findings(Self.self, about: .disagrees, in: rows)
    }

    /// True where one value stands in the place of one other.
    private static func isExchanged(_ expected: Set<String>, _ found: Set<String>) -> Bool {
        let (lost, come) = (expected.subtracting(found), found.subtracting(expected))
        guard lost.count == 1, come.count == 1, let a = lost.first, let b = come.first else { return false }
        return !isInThousands(a, b)
    }

    /// `4K` and `4 KB`, `Form 1099-K`: whether K multiplies is not for a reader of numbers to tell.
    private static func isInThousands(_ a: String, _ b: String) -> Bool { a == b + "000" || b == a + "000" }

    private static let fewestAgreeing = 2
}

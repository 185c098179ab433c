import LocalizationModel
import Testing

/// Comments that explain findings away.
@Suite("Suppressions") struct SuppressionTests {
    private static let source = "# Fees\n\nIt takes 3 days.\n\nIt costs 20 euros.\n"

    /// `rule line` of what is left, and of what is explained.
    private func findings(_ german: String, source: String = Self.source) throws -> (open: [String], suppressed: [String]) {
        let all = try Groups.findings([("en-US", source), ("de-DE", german)]).filter { $0.severity > .note }
        func names(_ findings: [Finding]) -> [String] { findings.map { "\($0.rule) \($0.target?.line ?? 0)" } }
        return (names(all.filter { $0.suppression == nil }), names(all.filter { $0.suppression != nil }))
    }

    @Test func theNextBlockIsMeant() throws {
        let (open, suppressed) = try findings(
            "# Gebühren\n\n<!-- hexapla-ignore number-mismatch: hier länger -->\nEs dauert 5 Tage.\n\nEs kostet 30 Euro.\n")
        #expect(suppressed == ["number-mismatch 4"] && open == ["number-mismatch 6"])
    }

    @Test func aListIsOneBlockAndItsItemsAreBlocks() throws {
        let source = "# Fees\n\n- It takes 3 days.\n- It costs 20 euros.\n"
        #expect(
            try findings("# Gebühren\n\n<!-- hexapla-ignore number-mismatch: anders -->\n\n- Es dauert 5 Tage.\n- Es kostet 30 Euro.\n", source: source).open
                .isEmpty)
        let (open, suppressed) = try findings(
            "# Gebühren\n\n- Es dauert 5 Tage.\n- Es kostet 30 Euro. <!-- hexapla-ignore number-mismatch: anders -->\n", source: source)
        #expect(open == ["number-mismatch 3"] && suppressed == ["number-mismatch 4"])
    }

    @Test func thePageIsMeant() throws {
        let (open, suppressed) = try findings(
            "# Gebühren\n\nEs dauert 5 Tage.\n\nEs kostet 30 Euro.\n\n<!-- hexapla-ignore-page number-mismatch, link-mismatch: anders -->\n")
        #expect(suppressed.count == 2 && open.isEmpty)
    }

    @Test func aFindingAboutThePageAsAWholeNeedsNoPlace() throws {
        let page =
            "---\nms.translationtype: MT\n---\n# Gebühren\n\nEs dauert 3 Tage.\n\n<!-- hexapla-ignore machine-translation: geprüft -->\nEs kostet 20 Euro.\n"
        let all = try Groups.findings([("en-US", Self.source), ("de-DE", page)]).filter { $0.rule == "machine-translation" }
        #expect(all.map(\.suppression) == ["geprüft"])
    }

    @Test func theSourceSpeaksForAllTranslations() throws {
        let source = "# Fees\n\n<!-- hexapla-ignore number-mismatch: differs by country -->\nIt takes 3 days.\n"
        let findings = try Groups.findings([("en-US", source), ("de-DE", "# Gebühren\n\nEs dauert 5 Tage.\n"), ("ja-JP", "# 料金\n\n4 日かかります。\n")])
        #expect(findings.filter { $0.rule == "number-mismatch" }.map(\.suppression) == ["differs by country", "differs by country"])
        #expect(!findings.contains { $0.rule == "unused-suppression" })
    }

    @Test func whatTheTranslationLacksIsSuppressedWhereItWouldStand() throws {
        let source = "# Fees\n\nIt takes 3 days.\n\nAsk your bank for the form 27b.\n\nIt costs 20 euros.\n"
        let page = "# Gebühren\n\nEs dauert 3 Tage.\n\n<!-- hexapla-ignore missing-segment: gilt hier nicht -->\n\nEs kostet 20 Euro.\n"
        let (open, suppressed) = try findings(page, source: source)
        #expect(suppressed == ["missing-segment 0"] && open.isEmpty)
        let elsewhere = "# Gebühren\n\nEs dauert 3 Tage.\n\nEs kostet 20 Euro.\n\n<!-- hexapla-ignore missing-segment: gilt hier nicht -->\n"
        #expect(try findings(elsewhere, source: source).open == ["missing-segment 0", "unused-suppression 7"])
    }

    @Test func withoutAReasonItSuppressesNothing() throws {
        let (open, suppressed) = try findings("# Gebühren\n\n<!-- hexapla-ignore number-mismatch -->\nEs dauert 5 Tage.\n\nEs kostet 20 Euro.\n")
        #expect(open == ["invalid-suppression 3", "number-mismatch 4"] && suppressed.isEmpty)
    }

    @Test func aMistypedRuleIsToldWithTheNearest() throws {
        let findings = try Groups.findings([("en-US", Self.source), ("de-DE", "<!-- hexapla-ignore numbr-mismatch: x -->\n# Gebühren\n")])
        #expect(findings.contains { $0.rule == "invalid-suppression" && $0.message.contains("did you mean 'number-mismatch'") })
    }

    @Test func aCommentInsideCodeIsText() throws {
        let page = "# Gebühren\n\nEs dauert 3 Tage.\n\nEs kostet 20 Euro.\n\n```\n<!-- hexapla-ignore number-mismatch -->\n```\n"
        #expect(try !findings(page).open.contains { $0.contains("suppression") })
    }

    @Test func manyCommentsAreNoTrap() throws {
        let comments = String(repeating: "<!-- hexapla-ignore number-mismatch: x -->\n", count: 20_000)
        #expect(try findings("# Gebühren\n\n" + comments + "\nEs dauert 5 Tage.\n\nEs kostet 20 Euro.\n").suppressed.count == 1)
    }
}

import LocalizationModel
import Testing

/// Where requirement lists stand in the file, and what of them the tree does not hold.
@Suite struct ExtentTests {
    private func extents(_ markdown: String, _ locale: String = "en-US") throws -> [RequirementExtent] {
        try PageFixture.sections(markdown, locale).flatMap(\.extents)
    }

    private func text(_ span: SourceSpan, _ markdown: String) -> String { String(decoding: Array(markdown.utf8)[span.range], as: UTF8.self) }

    @Test func aListIsOneExtent() throws {
        let markdown = "# Ä\n\nText.\n\n- [70-101](/a)\n- [70-102](/b)\n\nMore text.\n"
        let found = try extents(markdown, "de-DE")
        #expect(found.map { text($0.span, markdown).trimmed } == ["- [70-101](/a)\n- [70-102](/b)"])
        #expect(found.map(\.locale.description) == ["de-DE"] && found.allSatisfy(\.unread.isEmpty))
    }

    @Test func connectorsAndLabelsBelongToTheirLists() throws {
        let joined = "- [70-101](/a)\n\n**OR**\n\n- [70-102](/b)"
        #expect(try extents("Text.\n\n\(joined)\n").map { text($0.span, "Text.\n\n\(joined)\n").trimmed } == [joined])
        let labelled = "**2** people must pass these exams:\n\n- [70-101](/a)"
        #expect(try extents("Text.\n\n\(labelled)\n").map { text($0.span, "Text.\n\n\(labelled)\n").trimmed } == [labelled])
    }

    @Test func listsWithTextBetweenAreTwo() throws {
        #expect(try extents("- [70-101](/a)\n\nText.\n\n- [70-102](/b)\n").count == 2)
    }

    @Test(arguments: [
        (RequirementExtent.Unread.Reason.code, "        code\n"), (.code, "  ```\n  code\n  ```\n"), (.table, "  | a |\n  | - |\n  | b |\n"),
        (.html, "  <div>x</div>\n"), (.heading, "  # Head\n"), (.other, "  ***\n"),
    ])
    func whatIsNoRequirementIsSaid(reason: RequirementExtent.Unread.Reason, block: String) throws {
        let markdown = "- [70-101](/a)\n\n\(block)\n- [70-102](/b)\n"
        let unread = try extents(markdown).flatMap(\.unread)
        #expect(unread.map(\.reason) == [reason])
        let words = try #require(unread.first.map { text($0.span, markdown).trimmed })
        #expect(block.trimmed.hasSuffix(words) && !words.isEmpty)
    }

    @Test func paragraphsQuotesAndNotesAreRead() throws {
        let markdown = "- [70-101](/a)\n\n  More of it.\n\n  > A remark.\n\n  > [!NOTE]\n  > Another.\n\n  ![text](a.png)\n"
        #expect(try extents(markdown).flatMap(\.unread).isEmpty)
    }

    private func nested(_ levels: Int) -> String {
        (0..<levels).map { String(repeating: "  ", count: $0) + "- You must have **\($0 + 2)** users\n" }.joined()
    }

    @Test func thirtyLevelsAreRead() throws {
        let sections = try PageFixture.sections(nested(30))
        #expect(sections.flatMap(\.extents).flatMap(\.unread).isEmpty)
        #expect(sections.nodes.map { $0.facts.quantities.map(\.value) } == (2..<32).map { [Double($0)] })
        #expect(sections.nodes.allSatisfy { $0.children.count <= 1 })
    }

    @Test func deeperThanSixtyFourIsSaidOnce() throws {
        let sections = try PageFixture.sections(nested(70))
        #expect(sections.flatMap(\.extents).flatMap(\.unread).map(\.reason) == [.depth])
        #expect(sections.nodes.count == 70)
        #expect(try extents(nested(64)).flatMap(\.unread).isEmpty)
    }

    @Test func everyLanguageKeepsItsOwn() throws {
        let merged = try PageFixture.merged([("en-US", "- [70-101](/a)\n\n      code\n"), ("de-DE", "Text.\n\n- [70-101](/a)\n")])
        #expect(merged.flatMap(\.extents).map { "\($0.locale) \($0.span.lower) \($0.unread.count)" } == ["en-US 0 1", "de-DE 7 0"])
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

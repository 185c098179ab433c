import LocalizationModel
import Testing

/// The ids of requirements: made of facts, so that an edit elsewhere on the page leaves them.
@Suite struct IdentityTests {
    private static let page = """
        # Page

        Text.

        ## Silver

        - **2** people pass one of the following exams:
          - [70-101](/a)
          - [70-102](/b)
        - You must have 2,000 users.
        - Earn US$15,000.
        - Keep it.

        ## Gold

        - [70-109](/m)
        - [MCSA](/n)
        """

    private func ids(_ markdown: String) throws -> [String] {
        try PageFixture.sections(markdown).flatMap { section in section.requirements.flatMap(\.all).map { "\(section.address): \($0.id)" } }
    }

    @Test func idsAreMadeOfFacts() throws {
        let found = try ids(Self.page)
        #expect(
            found == [
                "page/silver: 2-of-70-101", "page/silver: 2-of-70-101/70-101", "page/silver: 2-of-70-101/70-102", "page/silver: 2000", "page/silver: 15000",
                "page/silver: statement", "page/gold: 70-109", "page/gold: mcsa",
            ])
    }

    @Test(arguments: [
        ("Text.", "Another text.\n\nAnd more."), ("# Page", "---\ntitle: Page\n---\n# Page"), ("- Keep it.", "- Keep it, please, as long as you can."),
        ("- You must have 2,000 users.", "- You must have 2,000 active users by then."), ("## Gold\n", "## Gold\n\n- [MCSE](/e)\n- You must have 7 users."),
        ("- Earn US$15,000.", "- [70-777](/x)\n- Earn US$15,000."),
    ])
    func editsElsewhereLeaveThem(old: String, new: String) throws {
        let before = try ids(Self.page)
        let after = try ids(Self.page.replacing(old, with: new))
        #expect(before.filter { !after.contains($0) }.isEmpty)
        #expect(Set(after).count == after.count)
    }

    @Test func anEditChangesTheIdOfItsOwnNodeOnly() throws {
        let after = try ids(Self.page.replacing("US$15,000", with: "US$17,000"))
        #expect(try ids(Self.page).filter { !after.contains($0) } == ["page/silver: 15000"])
    }

    @Test func whatIsAlikeIsNumbered() throws {
        #expect(try PageFixture.sections("- [70-101](/a)\n- [70-101](/a)\n- A\n- B\n").nodes.map(\.id) == ["70-101", "70-101~2", "statement", "statement~2"])
    }
}

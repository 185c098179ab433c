import LocalizationModel
import Testing

/// Odd and enormous lists: no trap, no quadratic time.
@Suite struct HostileListTests {
    private func items(_ count: Int, _ offset: Int = 0) -> String {
        (0..<count).map { "- [Exam 70-\(1000 + ($0 * 7 + offset) % 9000)](https://example.com/\($0 + offset)): you must have \($0 + 2) users\n" }.joined()
    }

    @Test func thirtyLevelsAreKept() throws {
        let markdown = (0..<30).map { String(repeating: "  ", count: $0) + "- You must have **\($0 + 2)** users\n" }.joined()
        let nodes = try PageFixture.sections(markdown).nodes
        #expect(nodes.count == 30)
        #expect(nodes.allSatisfy { $0.children.count <= 1 })
    }

    @Test func bottomlessNestingIsFlattened() throws {
        let markdown = String(repeating: "- ", count: 5000) + "You must have **2** users\n"
        #expect(try PageFixture.sections(markdown).nodes.count < 200)
        let deep = (0..<300).map { String(repeating: "  ", count: $0) + "- You must have **\($0 + 2)** users\n" }.joined()
        let sections = try PageFixture.sections(deep)
        #expect(try PageFixture.merge([("en-US", sections), ("de-DE", sections)]).nodes.count == 300)
    }

    @Test func tenThousandItemsTakeLinearTime() throws {
        func run(_ count: Int) throws -> Duration {
            let a = try PageFixture.sections(items(count))
            let b = try PageFixture.sections(items(count, 3), "de-DE")
            let start = ContinuousClock.now
            let merged = try PageFixture.merge([("en-US", a), ("de-DE", b)])
            #expect(merged.nodes.count >= count)
            return ContinuousClock.now - start
        }
        // A debug build needs under 2 seconds; quadratic time would need minutes.
        let elapsed = try run(10_000)
        #expect(elapsed < .seconds(20))
    }

    @Test func contradictoryListsAreRead() throws {
        for markdown in [
            "- **OR**\n\n  **AND**\n", "- **2** people must\n\n  **OR**\n", "- **OR** **OR**\n- **AND**\n- You must have 20 users\n",
            "- **a**: **b**: must have 20\n  - **c**:\n    - \n", "- > [!NOTE]\n  > You must have 20 users\n", "- ```\n  code\n  ```\n- must 20\n",
            "- | a |\n  | - |\n  | 20 must |\n", "- <b>must have 20\n", "**2** people must\n- \n", "1. [](70-346)\n2. **2** exams\n", "- 20 must\n  # head\n",
        ] {
            let sections = try PageFixture.sections(markdown)
            _ = try PageFixture.merge([("en-US", sections), ("ja-JP", try PageFixture.sections(markdown, "ja-JP"))])
        }
    }
}

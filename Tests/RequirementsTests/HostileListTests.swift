import LocalizationModel
import Testing

/// Odd and enormous lists: no trap, no quadratic time.
@Suite(.serialized) struct HostileListTests {
    private func items(_ count: Int, _ offset: Int = 0) -> String {
        (0..<count).map { "- [Exam 70-\(1000 + ($0 * 7 + offset) % 9000)](https://example.com/\($0 + offset)): you must have \($0 + 2) users\n" }.joined()
    }

    @Test func bottomlessNestingIsFlattened() throws {
        let markdown = String(repeating: "- ", count: 5000) + "You must have **2** users\n"
        #expect(try PageFixture.sections(markdown).nodes.count < 200)
        let deep = (0..<300).map { String(repeating: "  ", count: $0) + "- You must have **\($0 + 2)** users\n" }.joined()
        let sections = try PageFixture.sections(deep)
        #expect(try PageFixture.merge([("en-US", sections), ("de-DE", sections)]).nodes.count == 300)
    }

    @Test func thousandsOfItemsTakeLinearTime() throws {
        try expectLinear(500) { count in
            let merged = try PageFixture.merge([
                ("en-US", try PageFixture.sections(items(count))), ("de-DE", try PageFixture.sections(items(count, 3), "de-DE")),
            ])
            #expect(merged.nodes.count >= count)
            #expect(try Witnesses.rows(merged, ["en-US", "de-DE"]).count >= count)
        }
    }

    private func line(of word: String, _ count: Int) -> String { "- [70-101](/a)\n- You must \(String(repeating: word, count: count))\n" }

    /// Numbers with words beside them that each have to find each other.
    @Test(arguments: ["1 May 2017 ", "US$5 ", "5 at least ", "the same 2 people ", "2017-09-30 ", "developed markets 5 "])
    func wordsFindTheirNumbersInLinearTime(word: String) throws {
        try expectLinear(500) { count in
            let nodes = try PageFixture.sections(line(of: word, count)).nodes
            #expect(nodes.count == 2)
        }
    }

    @Test(arguments: ["May ", "5 euro ", "$ ", "at least ", "of the following 3 ", "one ", "70-532 ", "OR ", "retired ", "**5** "])
    func hundredsOfWordsInALineAreRead(word: String) throws {
        let pages = try ["en-US", "de-DE", "zh-CN"].map { ($0, try PageFixture.sections(line(of: word, 400), $0)) }
        #expect(try PageFixture.merge(pages).nodes.count >= 2)
    }

    @Test func aMegabyteOfDigitsIsOneNumber() throws {
        let text = "- [70-101](/a)\n- **\(String(repeating: "9", count: 1 << 20))** people must pass 2 of the following exams:\n  - [70-102](/b)\n"
        #expect(try PageFixture.sections(text).leaves.count == 2)
    }

    @Test func referencesThatLookCyclicAreRead() throws {
        let markdown = """
            # <a name="a"></a>A

            - **1** of the same 2 individuals of [B](#b) must pass:
              - [70-101](#a)
              - **2** of the same 1 individuals of [A](#a):
                - [70-101](#a)

            # <a name="b"></a>B

            - [70-101](#a)
            - **1** of the same 2 individuals of [A](#a) and [B](#b) must pass.
            """
        let merged = try PageFixture.merged([("en-US", markdown), ("de-DE", markdown)])
        #expect(merged.leaves.count == 4)
        #expect(Witnesses.faults(try Witnesses.rows(merged, ["en-US", "de-DE"])).isEmpty)
    }

    /// Eight times as much may take eight times as long, and some for a busy machine; quadratic time would be 64 times.
    private func expectLinear(_ count: Int, _ run: (Int) throws -> Void) throws {
        func time(_ count: Int) throws -> Duration { try ContinuousClock().measure { try run(count) } }
        let one = min(try time(count), try time(count))
        let eight = try time(8 * count)
        #expect(eight < one * 24 + .milliseconds(100), "\(one) for \(count), \(eight) for \(8 * count)")
    }

    @Test func contradictoryListsAreRead() throws {
        for markdown in [
            "- **OR**\n\n  **AND**\n", "- **2** people must\n\n  **OR**\n", "- **OR** **OR**\n- **AND**\n- You must have 20 users\n",
            "- **a**: **b**: must have 20\n  - **c**:\n    - \n", "- > [!NOTE]\n  > You must have 20 users\n", "- ```\n  code\n  ```\n- must 20\n",
            "- Pass all of the following, one of the following, 2 of the following:\n  - 20 must\n  - **OR**\n  - [70-101](/a)\n  - **AND**\n  - 20 must\n",
            "- | a |\n  | - |\n  | 20 must |\n", "- <b>must have 20\n", "**2** people must\n- \n", "1. [](70-346)\n2. **2** exams\n", "- 20 must\n  # head\n",
        ] {
            let sections = try PageFixture.sections(markdown)
            _ = try PageFixture.merge([("en-US", sections), ("ja-JP", try PageFixture.sections(markdown, "ja-JP"))])
        }
    }
}

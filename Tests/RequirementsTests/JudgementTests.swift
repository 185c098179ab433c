import LocalizationModel
import Requirements
import Testing

/// Who is the odd one out, and who only follows an older version of the source.
@Suite struct JudgementTests {
    /// A language, what it states, the version it follows, the day of its hand-off; `source` for the file, `behind` for a page that
    /// names another version of it.
    private typealias Page = (locale: String, value: Double?, revision: String?, date: String?)

    private func rows(_ pages: [Page], source: String? = nil, behind: Set<String> = []) throws -> [FactRow] {
        let readings = try pages.compactMap { page in
            try page.value.map { value in
                RequirementNode.Reading(locale: try PageFixture.tag(page.locale), facts: .init(kind: .statement, quantities: [.init(value: value)]))
            }
        }
        let node = RequirementNode(id: "n", facts: try #require(readings.first).facts, readings: readings)
        let headings = try pages.map { RequirementNode.Wording(locale: try PageFixture.tag($0.locale), text: "H", line: 1) }
        let section = RequirementSection(anchor: "a", path: ["p"], level: nil, headings: headings, requirements: [node])
        let witnesses = try pages.map { page in
            Witness(
                locale: try PageFixture.tag(page.locale), revision: page.revision, date: page.date, isSource: page.locale == source,
                followsSource: !behind.contains(page.locale))
        }
        return FactComparison.rows([section], witnesses: witnesses)
    }

    /// What holds, and each language with its standing.
    private func judged(_ pages: [Page], source: String? = nil, behind: Set<String> = []) throws -> String {
        let row = try #require(try rows(pages, source: source, behind: behind).first { $0.aspect == .quantity })
        return "[\(row.values.joined(separator: " "))] " + row.cells.map { "\($0.locale.language) \($0.standing.rawValue)" }.joined(separator: ", ")
    }

    private static let (old, new) = ("2020-01-01", "2021-01-01")

    @Test func theSourceDecidesAgainstAMajority() throws {
        let pages: [Page] = [("en-US", 4, nil, nil), ("de-DE", 3, nil, nil), ("ja-JP", 3, nil, nil), ("ru-RU", 4, nil, nil), ("zh-CN", 3, nil, nil)]
        #expect(try judged(pages, source: "en-US") == "[4] de disagrees, en agrees, ja disagrees, ru agrees, zh disagrees")
    }

    @Test func withoutASourceTheMajorityOfAVersionDecides() throws {
        let pages: [Page] = [("de-DE", 4, "a", Self.new), ("ja-JP", 3, "a", Self.new), ("ru-RU", 4, "a", Self.new)]
        #expect(try judged(pages) == "[4] de agrees, ja disagrees, ru agrees")
    }

    @Test func thoseWhoAgreeWithTheirOwnOlderVersionAreOlder() throws {
        let pages: [Page] = [("de-DE", 3, "a", Self.old), ("ja-JP", 4, "b", Self.new), ("ru-RU", 3, "a", Self.old), ("zh-CN", 4, "b", Self.new)]
        #expect(try judged(pages) == "[4] de older, ja agrees, ru older, zh agrees")
    }

    @Test func theOddOneOfAnOlderVersionDisagreesWithIt() throws {
        let pages: [Page] = [
            ("de-DE", 3, "a", Self.old), ("ja-JP", 4, "b", Self.new), ("ru-RU", 3, "a", Self.old), ("zh-CN", 4, "b", Self.new), ("fr-FR", 7, "a", Self.old),
        ]
        #expect(try judged(pages) == "[4] de older, fr disagrees, ja agrees, ru older, zh agrees")
    }

    @Test func aloneWithAnOlderVersionIsOlder() throws {
        let pages: [Page] = [("de-DE", 3, "a", Self.old), ("ja-JP", 4, "b", Self.new), ("ru-RU", 4, "b", Self.new)]
        #expect(try judged(pages) == "[4] de older, ja agrees, ru agrees")
    }

    @Test func aloneWithTheNewestLeavesTheOthersOlder() throws {
        let pages: [Page] = [("de-DE", 3, "a", Self.old), ("ja-JP", 3, "a", Self.old), ("zh-TW", 4, "b", Self.new)]
        #expect(try judged(pages) == "[4] de older, ja older, zh agrees")
    }

    @Test func twoOfOneVersionThatDifferBothDisagree() throws {
        for date in [nil, Self.new] {
            #expect(try judged([("de-DE", 3, "a", date), ("ja-JP", 4, "a", date)]) == "[3] de disagrees, ja disagrees", "\(date ?? "-")")
        }
    }

    @Test func anotherVersionBreaksATie() throws {
        let pages: [Page] = [("de-DE", 3, "b", Self.new), ("ja-JP", 4, "b", Self.new), ("ru-RU", 4, "a", Self.old)]
        #expect(try judged(pages) == "[4] de disagrees, ja agrees, ru agrees")
    }

    @Test func anUnknownVersionAgainstTheMajorityDisagrees() throws {
        let pages: [Page] = [("de-DE", 3, nil, nil), ("ja-JP", 4, "a", Self.new), ("ru-RU", 4, "a", Self.new)]
        #expect(try judged(pages) == "[4] de disagrees, ja agrees, ru agrees")
        #expect(try judged([("de-DE", 3, nil, Self.old), ("ja-JP", 4, nil, nil), ("ru-RU", 4, nil, nil)]) == "[4] de disagrees, ja agrees, ru agrees")
    }

    @Test func aDifferingHashAloneSilencesNothing() throws {
        let pages: [Page] = [("en-US", 4, nil, nil), ("de-DE", 3, "a", Self.old), ("ja-JP", 4, "b", Self.new)]
        #expect(try judged(pages, source: "en-US", behind: ["de-DE"]) == "[4] de disagrees, en agrees, ja agrees")
        #expect(try judged(pages, source: "en-US", behind: ["de-DE", "ja-JP"]) == "[4] de disagrees, en agrees, ja agrees")
    }

    @Test func twoThatFollowTheSameOtherVersionAreOlder() throws {
        let pages: [Page] = [("en-US", 4, nil, nil), ("de-DE", 3, "a", Self.old), ("ja-JP", 3, "a", Self.old), ("ru-RU", 3, "b", Self.old)]
        #expect(try judged(pages, source: "en-US", behind: ["de-DE", "ja-JP", "ru-RU"]) == "[4] de older, en agrees, ja older, ru disagrees")
        // Pages that follow the file at hand have no such excuse.
        #expect(try judged(pages, source: "en-US") == "[4] de disagrees, en agrees, ja disagrees, ru disagrees")
    }

    @Test func whoLacksItStandsInARowOfItsOwn() throws {
        let pages: [Page] = [("en-US", 4, nil, nil), ("de-DE", nil, nil, nil), ("ja-JP", 4, nil, nil)]
        let found = try rows(pages, source: "en-US")
        #expect(found.map(\.aspect) == [.presence, .quantity])
        #expect(found[0].values == ["present"])
        #expect(
            found[0].cells.map { "\($0.locale) \($0.values) \($0.standing.rawValue)" } == [
                "de-DE [\"absent\"] disagrees", "en-US [\"present\"] agrees", "ja-JP [\"present\"] agrees",
            ])
        // What it lacks it does not state otherwise, too.
        #expect(found[1].cells.map(\.standing) == [.open, .agrees, .agrees])
    }

    @Test func whatOnlyOneHasIsTheOddOne() throws {
        let row = try #require(try rows([("de-DE", 4, nil, nil), ("ja-JP", nil, nil, nil), ("ru-RU", nil, nil, nil)]).first)
        #expect(row.aspect == .presence && row.values == ["absent"] && row.oddOnes.map(\.locale.description) == ["de-DE"])
    }

    @Test func aSectionThatALanguageLacksIsNotCompared() throws {
        let list = "- [70-101](/a)\n"
        let rows = try Witnesses.rows(
            [("en-US", "# A\n\(list)# B\n\(list)"), ("de-DE", "# A\n\(list)"), ("ja-JP", "# A\n\(list)# B\n\(list)")], hasSource: true)
        #expect(Witnesses.faults(rows).isEmpty)
        #expect(rows.first { $0.section == "b" }?.cells.map(\.locale.description) == ["en-US", "ja-JP"])
    }

    @Test func cellsAreOrderedWhateverTheOrderOfPages() throws {
        let pages: [Page] = [
            ("de-DE", 3, "a", Self.old), ("ja-JP", 4, "b", Self.new), ("ru-RU", 3, "a", Self.old), ("zh-CN", 4, "b", Self.new), ("zh-TW", 5, nil, nil),
        ]
        let expected = try judged(pages)
        for shift in 1..<pages.count { #expect(try judged(Array(pages[shift...] + pages[..<shift])) == expected) }
        #expect(expected == "[4] de older, ja agrees, ru older, zh agrees, zh disagrees")
    }
}

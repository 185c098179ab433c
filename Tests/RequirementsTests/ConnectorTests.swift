import LocalizationModel
import Testing

/// The words between requirements: kept with the requirement behind them, and compared one by one.
@Suite struct ConnectorTests {
    /// Exams with the given words between them, each on a line of its own.
    private func list(_ words: [String]) -> String {
        (0...words.count).map { index in "- [70-10\(index)](/\(index))\n" + (index < words.count ? "\n**\(words[index])**\n\n" : "") }.joined()
    }

    @Test(arguments: [
        ("en-US", "OR", "AND"), ("de-DE", "ODER", "UND"), ("ru-RU", "ИЛИ", "И"), ("ja-JP", "または", "および"), ("zh-CN", "或", "和"), ("zh-TW", "或", "和"),
        ("ja-JP", "OR", "AND"),
    ])
    func wordsAndLinesAreKept(locale: String, or: String, and: String) throws {
        let leaves = try PageFixture.sections(list([or, and]), locale).leaves
        let connectors = leaves.map { $0.readings.first?.connector }
        #expect(connectors.map { $0?.kind } == [nil, .or, .and])
        #expect(connectors.map { $0?.wording.text } == [nil, "**\(or)**", "**\(and)**"])
        #expect(connectors.map { $0?.wording.line } == [nil, 3, 7])
    }

    @Test func theSpanIsTheWord() throws {
        let markdown = list(["OR"])
        let span = try #require(try PageFixture.sections(markdown).leaves.last?.readings.first?.connector?.wording.span)
        #expect(String(decoding: Array(markdown.utf8)[span.range], as: UTF8.self) == "**OR**")
    }

    /// `and` binds stronger than `or`: the groups differ, the requirements in them stay together all the same.
    @Test(arguments: 0..<4) func oneAndAmongOrsKeepsAllPairs(place: Int) throws {
        var words = Array(repeating: "和", count: 0) + Array(repeating: "或", count: 4)
        words[place] = "和"
        let pages = [
            ("en-US", list(["OR", "OR", "OR", "OR"])), ("de-DE", list(["ODER", "ODER", "ODER", "ODER"])), ("zh-CN", list(words)),
            ("ja-JP", list(["または", "または", "または", "または"])),
        ]
        let merged = try PageFixture.merged(pages)
        #expect(merged.leaves.count == 5 && merged.leaves.allSatisfy { $0.readings.count == 4 && Set($0.readings.map(\.facts.codes)).count == 1 })
        let rows = try Witnesses.rows(merged, pages.map(\.0))
        #expect(Witnesses.faults(rows) == ["connector [or]: zh-CN [and] disagrees"])
        let odd = try #require(rows.first { !$0.oddOnes.isEmpty }?.oddOnes.first)
        #expect(odd.wording?.text == "**和**" && odd.wording?.line == 3 + 4 * place)
    }

    @Test(arguments: 0..<5) func oneOrAmongFiveAnds(place: Int) throws {
        var words = Array(repeating: "UND", count: 5)
        words[place] = "ODER"
        let pages = [("en-US", list(Array(repeating: "AND", count: 5))), ("de-DE", list(words)), ("zh-TW", list(Array(repeating: "和", count: 5)))]
        for hasSource in [false, true] {
            let rows = try Witnesses.rows(pages, hasSource: hasSource)
            #expect(Witnesses.faults(rows) == ["connector [and]: de-DE [or] disagrees"])
        }
    }

    @Test func aLanguageWithoutAWordLeavesItOpen() throws {
        let pages = [("en-US", list(["OR"])), ("de-DE", "- [70-100](/0)\n- [70-101](/1)\n"), ("zh-CN", list(["或"]))]
        let row = try #require(try Witnesses.rows(pages).first { $0.aspect == .connector })
        #expect(row.cells.map { "\($0.locale) \($0.standing.rawValue)" } == ["de-DE open", "en-US agrees", "zh-CN agrees"])
    }
}

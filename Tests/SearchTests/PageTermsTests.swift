import Testing

@testable import Search

@Suite("The terms of a page")
struct PageTermsTests {
    private func terms(_ text: String) -> Set<String> { Set(read(SearchIndex([record(text)], of: 1)).keys) }

    @Test("Words lose case, accents and compatibility forms")
    func folded() {
        #expect(terms("Größe Café ＡＰＩ Ёлка ОБЗОР 70-532") == ["grosse", "cafe", "api", "елка", "обзор", "70", "532"])
    }

    @Test("Scripts without spaces are found by pairs and by single letters")
    func pairs() {
        #expect(terms("檔案庫") == ["檔案", "案庫", "檔", "案", "庫"])
        #expect(terms("IT部門は") == ["it", "部門", "門は", "部", "門", "は"])
        #expect(terms("ｶﾞｲﾄﾞ") == terms("ガイド"))
        #expect(terms("か\u{3099}") == terms("が"))
    }

    @Test("A name of a program is found by the words it is written of")
    func humps() {
        #expect(terms("warnBeforeDays GetAPIKey iPhone word") == ["warnbeforedays", "before", "days", "getapikey", "apikey", "iphone", "phone", "word"])
        #expect(terms("aB cdE fGh") == ["ab", "cde", "fgh"])
    }

    @Test("A word of any length is one term")
    func long() {
        #expect(terms(String(repeating: "ä", count: 500)) == [String(repeating: "a", count: 40)])
        let hangul = terms(String(repeating: "한글", count: 3))
        #expect(hangul == ["한글", "글한", "한", "글"])
    }

    @Test("Titles stand above headings, headings above text, and often above once")
    func standing() {
        var page = PageTerms(fold)
        page.add(Array("gold".utf8), in: .title)
        page.add(Array("level".utf8), in: .heading)
        page.add(Array("gold once level many many".utf8), in: .body)
        let terms = read(SearchIndex([page.record], of: 1)).mapValues { $0[0] ?? -1 }
        #expect(terms == ["gold": 6, "level": 4, "once": 0, "many": 1])
    }
}

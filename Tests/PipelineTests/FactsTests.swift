import FileSystem
import Testing
import TestSupport

@testable import Pipeline

@Suite("Facts of all languages") struct FactsTests {
    private static let head = "ms.sourcegitcommit: 1111111aaaa\nms.lasthandoff: 06/08/2018\nms.translationtype: HT\n---\n"

    private func write(_ place: Workplace, path: String = "index") throws {
        let english =
            "---\ntitle: Requirements for partners of the cloud program\nkeywords: a, b\n---\n# Levels\n\n## Partner option\n\n### Gold\n\n1. Your company must have **4** people who pass [exam 70-1001](https://example.org/exam-70-1001).\n"
        let german =
            "---\ntitle: Requirements for partners of the cloud program\nkeywords: a, b\nrobots: noindex\n\(Self.head)# Stufen\n\n## <a name=\"partner-option\"></a>Partneroption\n\n### <a name=\"gold\"></a>Gold\n\n1. In Ihrem Unternehmen müssen **3** Personen die [Prüfung 70-1001](https://example.org/exam-70-1001) bestehen.\n"
        let japanese =
            "---\ntitle: レベル\nkeywords: a, b\n\(Self.head)# レベル\n\n## <a name=\"partner-option\"></a>パートナー オプション\n\n### <a name=\"gold\"></a>ゴールド\n\n1. 貴社の従業員 **4** 名が[試験 70-1001](https://example.org/exam-70-1001) に合格する必要があります。\n"
        try place.write(english, "content/en-US/\(path).md")
        try place.write(german, "content/de-DE/\(path).md")
        try place.write(japanese, "content/ja-JP/\(path).md")
    }

    @Test func eachFactIsARowAndTheOddOneIsMarked() throws {
        let place = try Workplace()
        try write(place)
        try place.build()
        let page = try place.read("site/report/facts/pages/index.html")
        #expect(page.contains("<span class=\"heading\" lang=\"en-US\">Partner option</span> <span class=\"heading\" lang=\"en-US\">Gold</span>"))
        #expect(page.contains("<span class=\"aspect\">Number</span>"))
        let odd = try #require(page.split(separator: "\n").first { $0.contains("data-sign=\"disagreeing\"") && $0.contains(">3</span>") })
        #expect(odd.contains("<span class=\"visually-hidden\">Line </span>15</a>"))
        #expect(page.contains("<code title=\"1111111aaaa\">1111111</code>") && page.contains("datetime=\"2018-06-08\""))
        #expect(page.contains("<a href=\"https://example.org/exam-70-1001\" title=\"example.org/exam-70-1001\""))
    }

    @Test func cellsLeadToTheirSegment() throws {
        let place = try Workplace()
        try write(place, path: "guide/levels")
        try place.build()
        let page = try place.read("site/report/facts/pages/guide/levels.html")
        let link = try #require(
            page.firstMatch(
                of:
                    /data-sign="disagreeing"><span class="value">3<\/span> <span class="line"><a href="\.\.\/\.\.\/\.\.\/(de-de\/guide\/levels\.html)#(u-[0-9a-f]+)"/
            ))
        let report = try place.read("site/report/\(link.1)")
        let unit = try #require(report.split(separator: "<li class=\"unit").first { $0.contains("id=\"\(link.2)\"") })
        #expect(unit.contains("In Ihrem Unternehmen"))
        #expect(report.contains("href=\"../../facts/pages/guide/levels.html\"") && page.contains("href=\"../../index.html\""))
    }

    @Test func frontMatterStandsSideBySide() throws {
        let place = try Workplace()
        try write(place)
        try place.write("---\ntitle: Start\ncolour: red\n---\n# Start\n\nWelcome.\n", "content/en-US/plain.md")
        try place.write("---\ntitle: Beginn\n---\n# Beginn\n\nWillkommen.\n", "content/de-DE/plain.md")
        try place.write("# X\n\nNothing.\n", "content/en-US/bare.md")
        try place.write("# X\n\nNichts.\n", "content/de-DE/bare.md")
        try place.build()
        let page = try place.read("site/report/facts/pages/index.html")
        let title = try #require(page.firstMatch(of: /<code>title<\/code><\/th>\n(.*)\n(.*)\n(.*)\n/))
        #expect(title.1.contains("<td><span class=\"value\" lang=\"en-US\">Requirements for partners"))
        #expect(title.2.contains("data-sign=\"lacking\"") && title.2.contains("lang=\"en-US\">Requirements for partners"))
        #expect(title.3.contains("lang=\"ja-JP\">レベル"))
        #expect(page.contains("<code>robots</code>") && page.contains("stands in de-DE only"))
        let plain = try place.read("site/report/facts/pages/plain.html")
        #expect(plain.contains("<code>colour</code>") && !plain.contains("id=\"requirements\""))
        #expect(!place.has("site/report/facts/pages/bare.html"))
        #expect(!(try place.read("site/report/de-de/bare.html")).contains("facts/pages"))
    }

    @Test func theIndexNamesEveryPage() throws {
        let place = try Workplace()
        try write(place)
        try write(place, path: "a \"q\"<")
        try place.build()
        let index = try place.read("site/report/facts/index.html")
        #expect(index.contains("<a href=\"pages/index.html\">") && index.contains("<a href=\"pages/a%20%22q%22%3C.html\">"))
        #expect(index.contains("data-sign=\"disagreeing\">1</td>") && !index.contains("q\"<"))
        #expect(try place.read("site/report/index.html").contains("href=\"facts/index.html\""))
        #expect(try place.read("site/report/index.html").contains("href=\"facts/pages/index.html\""))
    }

    @Test func aPageThatHasNoFactsAnyMoreLeavesTheOutput() throws {
        let place = try Workplace()
        try write(place)
        try place.build()
        for locale in ["en-US", "de-DE", "ja-JP"] { try place.write("# A\n\nText.\n", "content/\(locale)/index.md") }
        try place.build()
        #expect(!place.has("site/report/facts/pages/index.html") && place.has("site/report/facts/index.html"))
    }
}

import FrontMatter
import LocalizationModel
import Testing

@Suite("What front matter tells programs") struct ProgramFactsTests {
    private func metadata(_ yaml: String) -> PageMetadata {
        let text = SourceText(Array(yaml.utf8))
        return FrontMatterReader.read(text, span: SourceSpan(0, text.bytes.count))
    }

    @Test(
        arguments: [
            ("ms.date: 07/30/2018", "2018-07-30"), ("ms.date: 7/3/2018", "2018-07-03"), ("date: 2020-02-29", "2020-02-29"), ("date: 2019-02-29", nil),
            ("date: 2020-02-29T23:59:59-08:00", "2020-02-29"), ("date: 2020-02-29 10:00", "2020-02-29"), ("date: 2020-02-291", nil), ("date: 02/03/2020", nil),
            ("ms.date: 13/01/2018", nil), ("lastmod: 2020-01-01\ndate: 2021-01-01", "2020-01-01"), ("lastmod: soon\ndate: 2021-01-01", "2021-01-01"),
            ("last_update:\n  date: 2022-05-06\n  author: x", "2022-05-06"), ("ms.date: 01/01/2018\nms.lasthandoff: 02/01/2018", "2018-02-01"),
            ("ms.date: 03/01/2018\nms.lasthandoff: 02/01/2018", "2018-03-01"), ("title: x", nil), ("date: \"\"", nil), ("date: 0000-01-01", nil),
        ] as [(String, String?)]) func theDayOfTheLastChange(_ yaml: String, _ day: String?)
    {
        #expect(FrontMatterReader.lastChange(of: metadata(yaml)) == day)
    }

    @Test(
        arguments: [
            ("robots: noindex", "noindex", false), ("ROBOTS: NOINDEX, NOFOLLOW", "noindex, nofollow", false),
            ("robots: [noindex, follow]", "noindex, follow", false),
            ("robots: none", "none", false), ("noindex: true", "noindex", false), ("noindex: false", nil, true), ("robots: all", "all", true),
            ("robots: max-snippet", nil, true), ("robots: 'max-snippet: 20, index, index'", "max-snippet:20, index", true),
            ("robots: '\"><script>, noarchive'", "noarchive", true), ("robots: noindexed", nil, true), ("title: x", nil, true),
        ] as [(String, String?, Bool)]) func robots(_ yaml: String, _ content: String?, _ allows: Bool)
    {
        let robots = RobotsDirectives(metadata(yaml))
        #expect(robots.content == content && robots.allowsIndexing == allows)
    }
}

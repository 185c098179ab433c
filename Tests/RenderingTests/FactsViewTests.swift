import LocalizationModel
import Rendering
import Testing

@Suite struct FactsViewTests {
    private func page(_ cells: [FactCell], _ locale: String = "en-US", label: String = "Two people pass", metadata: [FactsPageView.MetadataRow] = []) throws
        -> String
    {
        let columns = [
            FactsPageView.Column(tag: "en-US", nativeName: "English", isSource: true),
            .init(
                tag: "de-DE", nativeName: "Deutsch",
                provenance: Provenance(
                    sourceCommit: "0123456789abcdef", sourceHash: nil, handOffDate: "2018-08-31", origin: .machine, contentLocale: nil),
                href: "../../de-de/a.html"),
        ]
        let rows = cells.isEmpty ? [] : [FactsPageView.Row(label: .init(label, language: "en-US"), isFirst: true, aspect: .quantity, cells: cells)]
        let view = FactsPageView(
            path: "a.md", siteTitle: "Site", rootPath: "../../../", indexHref: "../../index.html", factsHref: "../index.html", columns: columns,
            groups: rows.isEmpty ? [] : [.init(headings: [.init("Option", language: "en-US"), .init("Gold", language: "en-US")], rows: rows)],
            metadata: metadata, strings: try Repository.interface(locale))
        return String(decoding: try Repository.renderer().factsPage(view), as: UTF8.self)
    }

    @Test func theOddOneOutHasSignAndWord() throws {
        let html = try page([
            FactCell(values: [.number(24_000)], standing: .agrees),
            FactCell(values: [.number(3)], standing: .disagrees, line: 12, href: "../../de-de/a.html#unit-4"),
        ])
        #expect(html.contains("<td class=\"standing-agrees\"><span class=\"value\">24,000</span></td>"))
        #expect(html.contains("<td class=\"standing-disagrees\" data-sign=\"disagreeing\"><span class=\"value\">3</span>"))
        #expect(html.contains("<span class=\"sign\" aria-hidden=\"true\">≠</span> <span class=\"word\">facts differ</span>"))
        #expect(html.contains("<a href=\"../../de-de/a.html#unit-4\"><span class=\"visually-hidden\">Line </span>12</a>"))
        #expect(html.contains("<code title=\"0123456789abcdef\">0123456</code> MT") && html.contains("datetime=\"2018-08-31\""))
        #expect(html.contains("<dt><span class=\"sign-with-word sign-disagreeing\"") && html.contains("<dd>1</dd>"))
    }

    @Test func whatIsNotStatedHasAName() throws {
        let html = try page([FactCell(standing: nil), FactCell(standing: .open)], "de-DE")
        #expect(html.contains("<span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">nicht vorhanden</span>"))
        #expect(html.contains("<span class=\"visually-hidden\">offengelassen</span>"))
        let older = try page([FactCell(values: [.name("70-1001")], standing: .agrees), FactCell(standing: .older)], "ja-JP")
        #expect(older.contains("data-sign=\"outdated\"") && older.contains("<span class=\"word\">旧版の原文</span>"))
    }

    @Test func valuesAreForPeople() throws {
        let html = try page(
            [
                FactCell(values: [.choice(.someOf, choose: 2, total: 3), .money(15_000, currency: "USD"), .connector(.or)], standing: .agrees),
                FactCell(
                    values: [.link("example.org/learning/exam-70-346.aspx", href: "https://example.org/learning/exam-70-346.aspx"), .link("x:y", href: nil)],
                    standing: .agrees),
            ], "de-DE")
        #expect(html.contains("<span class=\"value\">2 von 3, 15.000 USD, oder</span>"))
        #expect(
            html.contains(
                "<a href=\"https://example.org/learning/exam-70-346.aspx\" title=\"example.org/learning/exam-70-346.aspx\" rel=\"noreferrer\">…/exam-70-346.aspx</a>"
            ))
        #expect(html.contains("<span title=\"x:y\">x:y</span>"))
    }

    @Test func frontMatterAloneMakesAPage() throws {
        let row = FactsPageView.MetadataRow(
            key: "title",
            cells: [
                MetadataCell(text: "Levels", language: "en-US"),
                MetadataCell(
                    text: "Levels", language: "en-US",
                    findings: [FindingView(rule: "untranslated-metadata", severity: .error, sign: .lacking, message: "left in en-US")],
                    sign: .lacking),
            ])
        let whole = FactsPageView.MetadataRow(key: nil, cells: [MetadataCell(text: nil, language: "en-US"), MetadataCell(text: nil, language: "de-DE")])
        let html = try page([], metadata: [row, whole])
        #expect(!html.contains("id=\"requirements\"") && html.contains("id=\"metadata\""))
        #expect(html.contains("<th scope=\"row\"><code>title</code></th>"))
        #expect(html.contains("<td data-sign=\"lacking\"><span class=\"value\" lang=\"en-US\">Levels</span>"))
        #expect(html.contains("<span class=\"message\">left in en-US</span>") && html.contains("About the whole page</th>"))
    }

    @Test func textIsEscaped() throws {
        let nasty = "\"><script>alert('x')</script>&"
        let html = try page(
            [FactCell(values: [.name(nasty), .link(nasty, href: "https://x/\(nasty)")], standing: .disagrees, href: nasty), FactCell(standing: nil)],
            label: nasty,
            metadata: [.init(key: nasty, cells: [MetadataCell(text: nasty, language: nasty), MetadataCell(text: nil, language: "de-DE")])])
        #expect(!html.contains("<script>"))
    }

    @Test func theIndexCountsWhatStandsOut() throws {
        let view = FactsIndexView(
            siteTitle: "Site", rootPath: "../../", indexHref: "../index.html",
            columns: [.init(tag: "de-DE", nativeName: "Deutsch"), .init(tag: "ja-JP", nativeName: "日本語")],
            rows: [
                .init(
                    path: "a.md", title: nil, href: "pages/a.html", facts: 12, disagreeing: 3, older: 1,
                    cells: [.init(disagreeing: 3, older: 1), nil])
            ], strings: try Repository.interface("en-US"))
        let html = String(decoding: try Repository.renderer().factsIndex(view), as: UTF8.self)
        #expect(html.contains("<td data-percent=\"3\" data-sign=\"disagreeing\">3</td>") && html.contains("<td data-percent=\"1\">1</td>"))
        #expect(html.contains("<td data-percent=\"3000001\">") && html.contains("<span class=\"visually-hidden\">facts differ</span> 3</span>"))
        #expect(html.contains("<td data-percent=\"-1\"><span aria-hidden=\"true\">–</span><span class=\"visually-hidden\">not there</span>"))
    }
}

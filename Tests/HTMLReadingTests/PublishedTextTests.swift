import Testing

@testable import HTMLReading

@Suite("The visible text of a page, by sections")
struct PublishedTextTests {
    private func sections(_ html: String) -> [[String]] {
        PublishedText(html: Array(html.utf8)).sections.map { section in
            [section.id, section.heading, section.text].map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test("A heading with an id begins a section, blocks begin lines, inline elements do not divide words")
    func structure() {
        let html =
            "<h1 id=\"top\">Gold</h1>\n<p>A <strong>重要</strong>です &amp; so\non</p><ul><li>one</li><li>two</li></ul><h2 class=\"x\" id=\"next\">Next <code>step</code></h2><p>Text</p>"
        #expect(sections(html) == [["", "Gold", "A 重要です & so on\none\ntwo"], ["next", "Next step", "Text"]])
    }

    @Test("Reading aids, notes' numbers and tags inside attributes leave no letters behind")
    func leftOut() {
        #expect(sections("<p><ruby>漢<rp>(</rp><rt>かん</rt>字</ruby>と</p>") == [["", "", "漢字と"]])
        #expect(sections("<p>word<sup class=\"footnote-ref\"><a href=\"#fn-1\">1</a></sup></p>") == [["", "", "word 1"]])
        #expect(sections("<p title=\"a > b\">c&nbsp;d</p>") == [["", "", "c\u{A0}d"]])
    }

    @Test("Broken HTML is read to its end", arguments: ["<", "<p", "<p title=\"", "&", "&amp", "</", "<h2 id=\"a", "a<rt>b"])
    func broken(html: String) {
        _ = sections(html)
    }
}

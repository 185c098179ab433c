import Testing

@testable import Pipeline

@Suite("Banners") struct BannerTests {
    private func banner(_ kind: String, _ page: String) -> Substring? {
        page.split(separator: "\n").first { $0.contains("banner-\(kind)\"") }
    }

    @Test func aPartialPageLeadsToWhatIsMissing() throws {
        let place = try Workplace()
        try place.write("Send the form to your contact.\n\nThe whole paragraph stays as it is here.\n", "content/en-US/a.md")
        try place.write("Senden Sie das Formular.\n\nThe whole paragraph stays as it is here.\n", "content/de-DE/a.md")
        try place.build()
        let line = try #require(banner("partial", try place.read("site/de-de/a.html")))
        #expect(line.contains("1 von 2"))
        #expect(line.contains("href=\"../report/de-de/a.html?state=untranslated&amp;state=partial&amp;state=missing#bitext\""))
        #expect(try place.read("site/report/de-de/a.html").contains("data-state=\"untranslated\""))
    }

    /// A digest in the front matter says that the source changed, and not what.
    @Test func anOutdatedPageLeadsToWhatIsKnown() throws {
        let place = try Workplace()
        try place.write("Text of the page.\n", "content/en-US/a.md")
        try place.write("---\nms.openlocfilehash: b9616b455fae524af82ce0880b99bcdde5816fa7\n---\nText der Seite.\n", "content/de-DE/a.md")
        try place.build()
        let line = try #require(banner("outdated", try place.read("site/de-de/a.html")))
        #expect(line.contains("nach dieser Übersetzung geändert.") && !line.contains("Änderungen"))
        #expect(line.contains("href=\"../report/de-de/a.html#page-findings\""))
        #expect(try place.read("site/report/de-de/a.html").contains("id=\"page-findings\""))
    }

    @Test func aMachineTranslationLeadsToItsOriginal() throws {
        let place = try Workplace()
        try place.write("Text of the page.\n", "content/en-US/a.md")
        try place.write("---\nms.translationtype: MT\n---\nText der Seite.\n", "content/de-DE/a.md")
        try place.build()
        let line = try #require(banner("machine", try place.read("site/de-de/a.html")))
        #expect(line.contains("href=\"../en-us/a.html\""))
    }

    /// The words round the text of a fall-back, such as those of its alerts, are in the text's language.
    @Test func aFallBackIsOfOneLanguage() throws {
        let place = try Workplace()
        try place.write("# A\n\n> [!NOTE]\n> Text.\n\n[!INCLUDE [x](includes/x.md)]\n", "content/en-US/a.md")
        try place.write("> [!TIP]\n> Text.\n", "content/en-US/includes/x.md")
        try place.write("# B\n\n[!INCLUDE [x](includes/x.md)]\n", "content/en-US/b.md")
        try place.write("# B\n\n[!INCLUDE [x](includes/x.md)]\n", "content/de-DE/b.md")
        try place.build()
        let page = try place.read("site/de-de/a.html")
        #expect(page.contains(">Note</p>") && page.contains(">Tip</p>") && banner("fallback", page) != nil)
        #expect(!page.contains("<div lang="), "an inclusion of the same language")
        #expect(try place.read("site/de-de/b.html").contains("<div lang=\"en-US\">\n<div class=\"alert alert-tip\">\n<p class=\"alert-title\">Tip</p>"))
    }
}

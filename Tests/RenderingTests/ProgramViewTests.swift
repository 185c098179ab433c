import LocalizationModel
import Rendering
import Testing

@Suite struct ProgramViewTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: [("de-DE", "de_DE"), ("zh-Hant-TW", "zh_TW"), ("es-419", "es_419"), ("de", nil), ("zh-Hant", nil)] as [(String, String?)])
    func openGraphNamesLocalesByRegion(_ tag: String, _ name: String?) throws { #expect(LinkPreview.name(try #require(LocaleTag(tag))) == name) }

    @Test func whatIsSharedIsEscaped() throws {
        let renderer = try Repository.renderer()
        var view = try SampleSite("de-DE", renderer: renderer).page()
        #expect(!text(try renderer.page(view)).contains("og:title"))
        var preview = LinkPreview(title: "\"><script>", siteTitle: "A & B")
        preview.otherLocales = ["ja_JP", "zh_TW"]
        view.preview = preview
        view.structuredData = Array(#"{"a":"\u003c/script\u003e"}"#.utf8)
        let page = text(try renderer.page(view))
        #expect(page.contains("<meta property=\"og:title\" content=\"&quot;&gt;&lt;script&gt;\">"))
        #expect(page.contains("<meta property=\"og:site_name\" content=\"A &amp; B\">") && !page.contains("og:url") && !page.contains("og:image"))
        #expect(page.contains("og:locale:alternate\" content=\"ja_JP\">\n<meta property=\"og:locale:alternate\" content=\"zh_TW\">"))
        #expect(page.contains("<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\"}</script>"))
    }

    @Test(arguments: Repository.locales) func missingAndOldAddressesSpeakTheirLanguage(_ locale: String) throws {
        let renderer = try Repository.renderer()
        let strings = try Repository.interface(locale)
        let entry = NotFoundView.Entry(tag: locale, nativeName: "<b>", direction: .leftToRight, href: "/docs/x/index.html", strings: strings)
        let missing = text(
            try renderer.notFound(NotFoundView(siteTitle: "<S>", rootPath: "/docs/", entries: [entry], languages: [entry], strings: strings)))
        #expect(
            missing.contains("<h1>\(strings["notFoundTitle"])</h1>") && missing.contains("&lt;b&gt;") && missing.contains("href=\"/docs/assets/hexapla.css\""))
        let old = text(
            try renderer.redirect(
                RedirectView(siteTitle: "S", rootPath: "../", href: "../a.html#\"x", title: "<A>", canonical: "../a.html", strings: strings)))
        #expect(old.contains("content=\"0; url=../a.html#&quot;x\"") && old.contains("\(strings["movedText"]) <a href=\"../a.html#&quot;x\">&lt;A&gt;</a>"))
    }
}

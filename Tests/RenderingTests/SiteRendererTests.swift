import Foundation
import LocalizationModel
import Rendering
import Testing

@Suite struct SiteRendererTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test(arguments: SampleSite.words.keys.sorted()) func everyPageTypeRenders(_ locale: String) throws {
        let renderer = try Repository.renderer()
        let page = text(try renderer.page(try SampleSite(locale, renderer: renderer).page()))
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(locale)\" dir=\"ltr\">"))
        #expect(page.contains("<bdi class=\"native\" lang=\"ja-JP\">日本語</bdi>"))
        #expect(page.contains("href=\"../../assets/hexapla.css\""))
        #expect(text(try renderer.reportIndex(try SampleReport.index(locale))).contains("number-mismatch"))
        #expect(text(try renderer.reportPage(try SampleReport.page(locale, interface: locale))).contains("id=\"u-7\""))
    }

    /// Nothing is fetched, nothing is inline: a Content-Security-Policy of `'self'` is obeyed.
    @Test func pagesRequestNothingFromOutside() throws {
        let renderer = try Repository.renderer()
        let page = text(try renderer.page(try SampleSite("de-DE", renderer: renderer).page()))
        #expect(!page.contains("<style") && !page.contains(" style=\"") && !page.contains(" onclick"))
        #expect(page.matches(of: /<script/).count == page.matches(of: /<script src="\.\.\/\.\.\/assets\/[a-z]+\.js"><\/script>/).count)
    }

    @Test func textIsEscapedEverywhere() throws {
        let renderer = try Repository.renderer()
        var view = try SampleSite("de-DE", renderer: renderer).page()
        let nasty = "\"><script>alert('x')</script>&"
        view.title = nasty
        view.description = nasty
        view.breadcrumbs = [PageLink(nasty, href: nasty)]
        view.contents = [.init(id: nasty, level: 2, text: nasty)]
        view.banners = [.init(.machine, text: nasty, link: PageLink(nasty, href: nasty))]
        #expect(!text(try renderer.page(view)).contains("<script>"))
    }

    @Test func navigationMarksThePageAndOpensItsBranches() throws {
        let renderer = try Repository.renderer()
        let strings = try Repository.interface("en-US")
        let tree = NavigationTree([
            .init(title: "Start", path: "index.html"),
            .init(
                title: "A & B\u{1}0\u{3}", path: "a/index.html",
                children: [
                    .init(title: "Deep", path: nil, children: [.init(title: "Leaf", path: "a/leaf.html")]),
                    .init(title: "Outside", path: "https://example.org/"),
                ]),
        ])
        let shared = try renderer.navigation(tree, depth: 2, strings: strings)
        let leaf = text(shared.html(current: "a/leaf.html"))
        #expect(leaf.contains("<a href=\"../../a/leaf.html\" aria-current=\"page\">Leaf</a>"))
        #expect(leaf.matches(of: /<details open>/).count == 2)
        #expect(leaf.contains("<a href=\"https://example.org/\">"))
        #expect(leaf.contains("<summary>A &amp; B0</summary>"))
        let start = text(shared.html(current: "index.html"))
        #expect(start.matches(of: /\ open>/).isEmpty && start.matches(of: /aria-current/).count == 1)
        let none = text(shared.html(current: nil))
        #expect(none == text(shared.html(current: "elsewhere.html")) && !none.contains("aria-current"))
        #expect(none.utf8.allSatisfy { $0 > 3 })
        #expect(text(shared.html(current: "a/index.html")).contains("<li><a href=\"../../a/index.html\" aria-current=\"page\">Overview</a></li>"))
        #expect(text(try renderer.navigation(tree, depth: 0, strings: strings).html(current: nil)).contains("href=\"index.html\""))
    }

    @Test func aProjectOverridesOnePartial() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hexapla-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "partials"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let partial = folder.appending(path: "partials/head-extra.mustache")
        try Data("<meta name=\"project\" content=\"{{siteTitle}}\">\n".utf8).write(to: partial)
        let renderer = SiteRenderer(templates: try TemplateSet(directory: Repository.templates, overriding: folder.path))
        let page = text(try renderer.page(try SampleSite("ja-JP", renderer: renderer).page()))
        #expect(page.contains("<meta name=\"project\" content=\"Meridian Partner Network\">"))

        try Data("\n{{nonsense}}\n".utf8).write(to: partial)
        let broken = SiteRenderer(templates: try TemplateSet(directory: Repository.templates, overriding: folder.path))
        #expect {
            _ = try broken.page(try SampleSite("ja-JP", renderer: renderer).page())
        } throws: { "\($0)".contains("partials/head-extra.mustache:2: no value for 'nonsense'") }
    }

    @Test func anEmptyPageStillHasItsFrame() throws {
        let strings = try Repository.interface("zh-TW")
        var view = SitePageView(
            language: "ar", title: "x", siteTitle: "y", rootPath: "", homeHref: "index.html", body: [], strings: strings)
        view.direction = .rightToLeft
        view.needsHeading = true
        let page = text(try Repository.renderer().page(view))
        #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">") && page.contains("<h1>x</h1>"))
        #expect(!page.contains("<details class=\"drawer") && !page.contains("<aside") && !page.contains("class=\"neighbours\""))
    }

    @Test func theChooserSpeaksEveryLanguage() throws {
        let entries = try Repository.locales.map {
            LanguageChooserView.Entry(
                tag: $0, nativeName: Repository.nativeNames[$0] ?? $0, href: "\($0.lowercased())/index.html", mark: StateMark(.translated),
                strings: try Repository.interface($0))
        }
        let view = LanguageChooserView(siteTitle: "Site", entries: entries, strings: try Repository.interface("en-US"))
        let page = text(try Repository.renderer().chooser(view))
        #expect(page.contains("<li lang=\"zh-TW\" dir=\"ltr\">") && page.contains("閱讀繁體中文版") && page.contains("Auf Deutsch lesen"))
    }
}

import FileSystem
import Foundation
import LocalizationModel
import Testing
import TestSupport

@testable import Pipeline
import XML

/// A small site, published at `https://example.org/docs/`, and what stands in its pages.
private struct Published {
    let place: Workplace
    static let base = "https://example.org/docs/"

    init(_ configuration: String = "base-url: \(base)\n") throws {
        place = try Workplace()
        try place.write("content: content\noutput: site\ntitle: The Docs\nhistory: false\n" + configuration, "hexapla.yml")
    }

    func page(_ path: String, _ text: String) throws { try place.write(text, "content/\(path)") }

    @discardableResult
    func build(cache: CacheFolder? = nil) throws -> SiteBuilder.Result {
        let data = try DataFolders(project: "", explicit: Repository.root)
        return try SiteBuilder(project: try Project(configuration: "\(place.root)/hexapla.yml"), data: data, cache: cache, version: "test").build(jobs: 2)
    }

    func read(_ file: String) throws -> String { try place.read("site/\(file)") }

    /// Pages in three languages: one for all, one that Japanese lacks, one that German hides, one without a source.
    func fill() throws {
        for (locale, title) in [("en-US", "Start"), ("de-DE", "Beginn"), ("ja-JP", "はじめに")] {
            try page("\(locale)/index.md", "---\ntitle: \(title)\ndescription: \(title) & more\nms.date: 07/30/2018\n---\n# \(title)\n\nText.\n")
        }
        try page("en-US/guide/the fees' & more.md", "---\nlastmod: 2020-01-02\n---\n# Fees\n\nThe fee is due in May.\n")
        try page("de-DE/guide/the fees' & more.md", "---\nms.date: 01/02/2020\nms.lasthandoff: 02/03/2020\n---\n# Gebühren\n\nDie Gebühr ist im Mai fällig.\n")
        try page("en-US/guide/hidden.md", "---\nrobots: [noindex, nofollow]\n---\n# Hidden\n\nNot to be found.\n")
        try page("de-DE/guide/hidden.md", "# Versteckt\n\nNicht zu finden.\n")
        try page("ja-JP/guide/hidden.md", "# 隠し\n\n見つかりません。\n")
        try page("de-DE/own.md", "# Eigene Seite\n\nDiese Seite hat keine Quelle.\n")
    }

    // MARK: What stands there

    struct Head: Equatable {
        var canonical: String?
        var robots: String?
        var alternates: [String: String] = [:]
    }

    private static func content(_ text: Substring) -> String { String(text).replacing("&#39;", with: "'").replacing("&amp;", with: "&") }

    func head(_ file: String) throws -> Head {
        let text = try read(file)
        var head = Head()
        head.canonical = text.firstMatch(of: /<link rel="canonical" href="([^"]*)">/).map { Self.content($0.output.1) }
        head.robots = text.firstMatch(of: /<meta name="robots" content="([^"]*)">/).map { String($0.output.1) }
        for match in text.matches(of: /<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">/) {
            #expect(head.alternates.updateValue(Self.content(match.output.2), forKey: String(match.output.1)) == nil, "\(file): twice \(match.output.1)")
        }
        return head
    }

    /// The readers' pages by their addresses; redirects, missing addresses and reports are none.
    func heads() throws -> [String: Head] {
        var heads: [String: Head] = [:]
        for path in try Repository.files("\(place.root)/site", ending: ".html") {
            let file = String(path.dropFirst(place.root.utf8.count + 6))
            guard !file.hasPrefix("report/"), !file.hasSuffix("404.html") else { continue }
            heads[Self.base + (file == "index.html" ? "" : SitePaths.encoded(file))] = try head(file)
        }
        return heads
    }

    /// The elements of a file that is well-formed: name, attributes and text.
    func elements(_ file: String, attributes: [String] = []) throws -> [(name: String, attributes: [String], text: String)] {
        var found: [(name: String, attributes: [String], text: String)] = []
        var isOpen = false
        try XMLReader.read(Array(try read(file).utf8), path: file) { event, _ in
            switch event {
            case .start(let name, let attribute):
                found.append((name, attributes.map { attribute($0) ?? "" }, ""))
                isOpen = true
            case .text(let text): if isOpen, let last = found.indices.last { found[last].text += text }
            case .end: isOpen = false
            }
        }
        return found
    }
}

@Suite("What programs read") struct ProgramFilesTests {
    @Test func theLanguagesOfAPageAreTheSameOnEachOfThem() throws {
        let site = try Published()
        try site.fill()
        try site.build()
        let heads = try site.heads()
        #expect(heads.count > 10)
        for (address, head) in heads where !head.alternates.isEmpty {
            #expect(head.canonical == address, "a page that is offered is its own original")
            #expect(head.alternates.values.contains(address), "\(address) names itself")
            #expect(head.robots == nil)
            for other in head.alternates.values {
                #expect(other.hasPrefix(Published.base) && heads[other] != nil, "\(other) is there")
                #expect(heads[other]?.alternates == head.alternates, "\(address) and \(other)")
            }
        }
        #expect(Set(try site.head("en-us/index.html").alternates.keys) == ["en-US", "de-DE", "ja-JP", "x-default"])
        #expect(try site.head("index.html").alternates["x-default"] == Published.base, "readers of other languages choose")
        let fees = "guide/the%20fees'%20&%20more.html"
        #expect(
            try site.head("de-de/guide/the fees' & more.html").alternates == [
                "de-DE": "\(Published.base)de-de/\(fees)", "en-US": "\(Published.base)en-us/\(fees)", "x-default": "\(Published.base)en-us/\(fees)",
            ])
    }

    @Test func aFallBackIsOfferedNowhere() throws {
        let site = try Published()
        try site.fill()
        try site.build()
        let fallback = try site.head("ja-jp/guide/the fees' & more.html")
        #expect(fallback.canonical == "\(Published.base)en-us/guide/the%20fees'%20&%20more.html" && fallback.alternates.isEmpty)
        #expect(try !site.read("sitemap-ja-jp.xml").contains("fees"))
        #expect(try !site.read("ja-jp/llms.txt").contains("fees") && !site.read("ja-jp/feed.xml").contains("fees"))
        let hidden = try site.head("en-us/guide/hidden.html")
        #expect(hidden.robots == "noindex, nofollow" && hidden.alternates.isEmpty)
        #expect(Set(try site.head("de-de/guide/hidden.html").alternates.keys) == ["de-DE", "ja-JP"])
        #expect(try !site.read("sitemap-en-us.xml").contains("hidden") && site.read("sitemap-de-de.xml").contains("hidden"))
        #expect(try !site.read("en-us/guide/hidden.html").contains("application/ld+json"))
    }

    @Test func sitemapsNameWhatMayBeFound() throws {
        let site = try Published()
        try site.fill()
        try site.build()
        let heads = try site.heads()
        let parts = try site.elements("sitemap.xml").filter { $0.name == "loc" }.map(\.text)
        #expect(parts == ["de-de", "en-us", "ja-jp"].map { "\(Published.base)sitemap-\($0).xml" })
        var named: [String: [String: String]] = [:]
        for part in parts {
            var address = ""
            for element in try site.elements(String(part.dropFirst(Published.base.count)), attributes: ["hreflang", "href"]) {
                if element.name == "loc" {
                    address = element.text
                    #expect(named.updateValue([:], forKey: address) == nil, "\(address) stands once")
                } else if element.name == "link" || element.name == "xhtml:link" {
                    named[address]?[element.attributes[0]] = element.attributes[1]
                }
            }
        }
        let offered = heads.filter { $0.value.canonical == $0.key && $0.value.robots == nil }
        #expect(Set(named.keys) == Set(offered.keys))
        for (address, alternates) in named { #expect(heads[address]?.alternates == alternates, "\(address)") }
        let dates = try site.elements("sitemap-de-de.xml").filter { $0.name == "lastmod" }.map(\.text)
        #expect(dates == ["2020-02-03", "2018-07-30"], "the rest does not say when it was changed")
        #expect(try site.read("robots.txt").hasSuffix("Sitemap: \(Published.base)sitemap.xml\n"))
    }

    @Test func theFeedTellsWhatWasChangedLast() throws {
        let site = try Published()
        try site.fill()
        for day in 1...60 {
            try site.page("ja-JP/d\(day).md", "---\nlastmod: 2019-0\(day % 9 + 1)-0\(day % 7 + 1)T10:00:00+09:00\n---\n# \(day)\u{1} <b>&</b>\n\n本文。\n")
        }
        try site.build()
        let german = try site.elements("de-de/feed.xml", attributes: ["rel", "href"])
        #expect(
            german.filter { $0.name == "id" }.map(\.text)
                == ["feed.xml", "guide/the%20fees'%20&%20more.html", "index.html"].map { "\(Published.base)de-de/\($0)" })
        #expect(german.filter { $0.name == "updated" }.map(\.text) == ["2020-02-03T00:00:00Z", "2020-02-03T00:00:00Z", "2018-07-30T00:00:00Z"])
        #expect(german.contains { $0.name == "link" && $0.attributes == ["self", "\(Published.base)de-de/feed.xml"] })
        let japanese = try site.elements("ja-jp/feed.xml")
        #expect(japanese.count { $0.name == "entry" } == 50)
        let moments = japanese.filter { $0.name == "updated" }.map(\.text).dropFirst()
        #expect(moments.elementsEqual(moments.sorted(by: >)))
        #expect(try site.read("de-de/index.html").contains("type=\"application/atom+xml\" title=\"Kürzlich geänderte Seiten\" href=\"../de-de/feed.xml\""))
    }

    @Test func withoutItsAddressASiteLeavesOutWhatNeedsOne() throws {
        let site = try Published("")
        try site.fill()
        try site.build()
        for file in ["sitemap.xml", "sitemap-de-de.xml", "robots.txt", "de-de/feed.xml", "_redirects"] { #expect(!site.place.has("site/\(file)"), "\(file)") }
        for file in ["404.html", "de-de/404.html", "llms.txt", "de-de/llms.txt"] { #expect(site.place.has("site/\(file)"), "\(file)") }
        for (address, head) in try site.heads() { #expect(head.alternates.isEmpty, "\(address)") }
        #expect(try site.head("ja-jp/guide/the fees' & more.html").canonical == "../../en-us/guide/the%20fees'%20&%20more.html")
        let page = try site.read("de-de/index.html")
        #expect(page.contains("og:title") && !page.contains("og:url") && !page.contains("ld+json") && !page.contains("atom+xml"))
        #expect(try site.read("llms.txt").contains("- [Beginn](de-de/index.html): Beginn & more\n"))
        #expect(try site.read("de-de/llms.txt").contains("- [Gebühren](../de-de/guide/the%20fees'%20&%20more.html): Die Gebühr ist im Mai fällig.\n"))
        #expect(try site.read("404.html").contains("href=\"/assets/hexapla.css\""))
    }

    // MARK: In the page

    /// What a page's structured data say, by type.
    private func data(_ page: String) throws -> [String: [[String: Any]]] {
        let match = try #require(page.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/.dotMatchesNewlines()))
        let object = try JSONSerialization.jsonObject(with: Data(match.output.1.utf8)) as? [String: Any]
        #expect(object?["@context"] as? String == "https://schema.org")
        return Dictionary(grouping: object?["@graph"] as? [[String: Any]] ?? []) { $0["@type"] as? String ?? "" }
    }

    @Test func aPageSaysWhatItIs() throws {
        let site = try Published()
        try site.fill()
        try site.page("en-US/guide/index.md", "# Guide\n\nAll of it.\n")
        try site.build()
        let german = try site.read("de-de/guide/the fees' & more.html")
        let found = try data(german)
        let article = try #require(found["TechArticle"]?.first)
        #expect(
            article["headline"] as? String == "Gebühren" && article["inLanguage"] as? String == "de-DE" && article["dateModified"] as? String == "2020-02-03")
        let source = "\(Published.base)en-us/guide/the%20fees'%20&%20more.html"
        #expect((article["translationOfWork"] as? [String: Any])?["@id"] as? String == source)
        let crumbs = try #require(found["BreadcrumbList"]?.first?["itemListElement"] as? [[String: Any]])
        #expect(crumbs.map { $0["name"] as? String } == ["Beginn", "Guide", "Gebühren"] && crumbs.map { $0["position"] as? Int } == [1, 2, 3])
        let english = try data(try site.read("en-us/guide/the fees' & more.html"))
        #expect((english["TechArticle"]?.first?["workTranslation"] as? [[String: Any]])?.map { $0["inLanguage"] as? String } == ["de-DE"])
        for line in [
            "<meta property=\"og:locale\" content=\"de_DE\">", "<meta property=\"og:locale:alternate\" content=\"en_US\">",
            "<meta property=\"og:site_name\" content=\"The Docs\">", "<meta property=\"og:description\" content=\"Die Gebühr ist im Mai fällig.\">",
            "<meta name=\"description\" content=\"Die Gebühr ist im Mai fällig.\">", "<meta property=\"article:modified_time\" content=\"2020-02-03\">",
            "<link rel=\"alternate\" type=\"application/json\" href=\"../../model/pages/guide/the%20fees&#39;%20&amp;%20more.md.json\">",
            "<time datetime=\"2020-02-03\">",
        ] { #expect(german.contains(line), "\(line)") }
    }

    @Test func requirementsAreListsOfThisLanguage() throws {
        let site = try Published()
        try site.page(
            "en-US/a.md",
            "# Levels\n\n## <a name=\"gold\"></a>Gold\n\n1. Your company must have at least **2,000** users.\n2. One person must pass one of these exams:\n   - [Exam 70-486](https://example.org/a)\n   - [Exam 70-487](https://example.org/b)\n"
        )
        try site.page(
            "de-DE/a.md",
            "# Stufen\n\n## <a name=\"gold\"></a>Gold\n\n1. Ihr Unternehmen muss mindestens **2.000** Benutzer haben.\n2. Eine Person muss eine der folgenden Prüfungen bestehen:\n   - [Prüfung 70-486](https://example.org/a)\n   - [Prüfung 70-487](https://example.org/b)\n"
        )
        try site.build()
        let lists = try #require(try data(try site.read("de-de/a.html"))["ItemList"])
        let items = try #require(lists.first?["itemListElement"] as? [[String: Any]])
        #expect(lists.first?["name"] as? String == "Gold" && items.count == 2)
        #expect(items.first?["name"] as? String == "Ihr Unternehmen muss mindestens 2.000 Benutzer haben.")
        let inner = items.last?["item"] as? [String: Any]
        #expect(inner?["description"] as? String == "eines von" && inner?["numberOfItems"] as? Int == 2)
    }

    @Test func hostileWordsStayWords() throws {
        let site = try Published()
        let nasty = "</script><script>alert(1)</script><!-- \" \\ ' \u{2028} ]](x) \u{202E}"
        let yaml = nasty.replacing("'", with: "''")
        try site.page(
            "en-US/index.md",
            "---\ntitle: '\(yaml)'\ndescription: '\(yaml)'\nrobots: 'index, \"><script>, max-snippet:20'\nimage: javascript:alert(1)\nlastmod: '2020-13-01'\ndate: '\"><script>'\n---\nText <b>\n"
        )
        try site.page("de-DE/index.md", "---\ntitle: \"a\\nb\"\ndescription: \"x\\n# y\\n\\0\"\nimage: ../../../etc/passwd\n---\nText\n")
        try site.build()
        let page = try site.read("en-us/index.html")
        #expect(!page.contains("<script>alert") && page.matches(of: /<script(?! src="\.\.\/assets)/).count == 1 && !page.contains("og:image"))
        #expect(page.contains("<meta name=\"robots\" content=\"index, max-snippet:20\">"))
        #expect((try data(page)["TechArticle"]?.first?["headline"] as? String)?.hasPrefix("</script><script>alert(1)</script><!-- \" \\ '") ?? false)
        for file in ["sitemap.xml", "sitemap-en-us.xml", "en-us/feed.xml", "de-de/feed.xml"] { #expect(try !site.elements(file).isEmpty, "\(file)") }
        #expect(try site.read("llms.txt").split(separator: "\n").count { $0.hasPrefix("# ") } == 1)
    }

    @Test func aPictureOfThePageIsAFileOfTheSite() throws {
        let site = try Published()
        try site.page("en-US/guide/a.md", "---\nimage: ../images/a b.png\n---\n# A\n\nText.\n")
        try site.page("de-DE/guide/a.md", "---\nimage: https://elsewhere.example/b.png\n---\n# A\n\nText.\n")
        try site.page("en-US/images/a b.png", "png")
        try site.build()
        #expect(try site.read("en-us/guide/a.html").contains("og:image\" content=\"\(Published.base)en-us/images/a%20b.png\""))
        #expect(try !site.read("de-de/guide/a.html").contains("og:image"))
    }

    // MARK: Addresses of files

    @Test func editLinksLeadToTheFileThatIsShown() throws {
        let site = try Published("edit-url: https://git.example/o/r/edit/main/content/{locale}/{path}\n")
        try site.page("en-US/a #1%.md", "# A\n\nText.\n")
        try site.page("de-DE/b.md", "# B\n\nText.\n")
        try site.build()
        let link = "https://git.example/o/r/edit/main/content/en-US/a%20%231%25.md"
        #expect(try site.read("en-us/a #1%.html").contains("href=\"\(link)\"") && site.read("de-de/a #1%.html").contains("href=\"\(link)\""))
    }

    @Test func whatTheProjectHasItselfIsLeftAlone() throws {
        let site = try Published()
        try site.page("en-US/404.md", "# Lost\n\nOur own words.\n")
        try site.page("en-US/llms.txt", "our own list")
        try site.page("en-US/feed.xml/a.md", "# A folder of that name\n")
        try site.page("de-DE/index.md", "# Start\n")
        try site.build()
        #expect(try site.read("de-de/404.html").contains("Our own words") && site.read("de-de/llms.txt") == "our own list")
        #expect(site.place.has("site/en-us/feed.xml/a.html") && site.place.has("site/404.html") && site.place.has("site/llms.txt"))
    }

    @Test func aMissingAddressIsAnsweredInEachLanguage() throws {
        let site = try Published()
        try site.fill()
        try site.build()
        let own = try site.read("de-de/404.html")
        #expect(own.contains("href=\"/docs/assets/hexapla.css\"") && own.contains("<a href=\"/docs/de-de/index.html\">Zur Startseite</a>"))
        #expect(own.contains("<meta name=\"robots\" content=\"noindex\">"))
        let whole = try site.read("404.html")
        #expect(whole.hasPrefix("<!doctype html>\n<html lang=\"en-US\"") && whole.matches(of: /<h1>/).count == 1)
        #expect(whole.contains("<section lang=\"ja-JP\" dir=\"ltr\">\n<h2>ページが見つかりません</h2>"))
    }

    // MARK: In steps

    @Test func onlyWhatIsToldIsMadeAnew() throws {
        let site = try Published()
        try site.fill()
        let cache = CacheFolder("\(site.place.root)/cache")
        try site.build(cache: cache)
        let files = ["sitemap.xml", "sitemap-de-de.xml", "de-de/feed.xml", "llms.txt", "de-de/llms.txt", "index.html"]
        func stamps() -> [FileStamp?] { files.map { FileSystem.stamp("\(site.place.root)/site/\($0)") } }
        let before = stamps()
        try site.page("de-DE/own.md", "# Eigene Seite\n\nDiese Seite hat keine Quelle.\n\nUnd noch ein Absatz.\n")
        try site.build(cache: cache)
        #expect(stamps() == before)
        try site.page("de-DE/own.md", "---\nlastmod: 2021-01-01\nnoindex: true\n---\n# Eigene Seite\n\nDiese Seite hat keine Quelle.\n")
        try site.build(cache: cache)
        #expect(stamps()[1] != before[1] && stamps()[4] != before[4] && stamps()[5] == before[5])
        #expect(try !site.read("sitemap-de-de.xml").contains("own.html"))
    }

    /// 50,000 addresses to a sitemap, and no more bytes than are allowed.
    @Test func largeSitemapsAreDivided() throws {
        let locales = ["de-DE", "en-US"].compactMap { LocaleTag($0) }
        let address = try #require(SiteAddress(Published.base))
        func parts(_ count: Int, _ name: String) -> [SitemapPart] {
            let groups = (0..<count).map { index in
                ContentTree.Group(
                    path: "\(name)/\(index).md", files: locales.map { .init(locale: $0, file: "", stamp: FileStamp(size: 0, modified: 0)) }, isFragment: false)
            }
            return SitemapPart.all(ContentTree(locales: locales, sourceLocale: locales[1], groups: groups, assets: [:]), address)
        }
        #expect(parts(49_000, "a").map(\.groups) == [0..<49_000, 0..<49_000])
        let several = parts(120_000, "a")
        #expect(several.map(\.file).prefix(3) == ["sitemap-de-de.xml", "sitemap-de-de-2.xml", "sitemap-de-de-3.xml"])
        #expect(
            several.filter { $0.locale == locales[0] }.map(\.groups).reduce(0) { $0 + $1.count } == 120_000 && several.allSatisfy { $0.groups.count < 50_000 })
        #expect(parts(49_000, String(repeating: "x", count: 200)).count > 2, "long names take more room")
    }
}

@Suite("Descriptions of pages") struct PageDescriptionTests {
    private func profile(_ tag: String, spaced: Bool) throws -> LocaleProfile { LocaleProfile(locale: try #require(LocaleTag(tag)), separatesWords: spaced) }

    @Test func aTextIsCutWhereAWordEnds() throws {
        let german = try profile("de-DE", spaced: true)
        let text = String(repeating: "Vielerlei Wörter, ", count: 20)
        let cut = PageDescription.shortened(text, german)
        #expect(cut.count <= 160 && cut.hasSuffix("Wörter, Vielerlei…"))
        #expect(
            PageDescription.shortened(String(repeating: "x", count: 15) + " " + text, german).hasSuffix("Vielerlei Wörter…"), "a comma before the end is none")
        #expect(PageDescription.shortened("Kurz.", german) == "Kurz.")
        #expect(PageDescription.shortened(String(repeating: "x", count: 160), german).count == 160)
        #expect(PageDescription.shortened(String(repeating: "x", count: 900), german).count == 160, "one long word is cut")
    }

    @Test func scriptsWithoutSpacesAreCutBetweenCharacters() throws {
        let japanese = try profile("ja-JP", spaced: false)
        let cut = PageDescription.shortened(String(repeating: "料金の期限は、", count: 30), japanese)
        #expect(cut.count <= 80 && cut.count > 70 && cut.hasSuffix("…") && !cut.hasSuffix("、…"))
        let mixed = PageDescription.shortened(String(repeating: "料", count: 74) + "Office" + String(repeating: "料", count: 40), japanese)
        #expect(mixed == String(repeating: "料", count: 74) + "…", "a foreign word is kept whole or left out")
        let combining = PageDescription.shortened(String(repeating: "が\u{3099}\u{0301}👩‍👩‍👧", count: 60), japanese)
        #expect(PageDescription.shortened("a" + String(repeating: "\u{301}", count: 100_000), japanese).unicodeScalars.count < 1_000)
        #expect(combining.dropLast().allSatisfy { $0 == "が\u{3099}\u{0301}" || $0 == "👩‍👩‍👧" }, "no character is cut in two")
    }
}

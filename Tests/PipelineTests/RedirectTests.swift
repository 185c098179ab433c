import FileSystem
import LocalizationModel
import Testing
import TestSupport

@testable import Pipeline

@Suite("Redirects") struct RedirectTests {
    /// A site of two languages with some redirects.
    private func site(_ redirects: String, configuration: String = "base-url: https://example.org/docs\n") throws -> Workplace {
        let place = try Workplace()
        try place.write("content: content\noutput: site\ntitle: T\nhistory: false\nredirects: redirects.yml\n" + configuration, "hexapla.yml")
        try place.write(redirects, "redirects.yml")
        for (locale, title) in [("en-US", "Fees"), ("de-DE", "Gebühren")] {
            try place.write("# \(title)\n\n## Rates {#rates}\n", "content/\(locale)/guide/fees.md")
            try place.write("# Start\n", "content/\(locale)/index.md")
        }
        try place.write("# Nur hier\n", "content/de-DE/own.md")
        try place.write("pdf", "content/en-US/files/form.pdf")
        return place
    }

    @discardableResult
    private func build(_ place: Workplace, cache: CacheFolder? = nil) throws -> [String] {
        let data = try DataFolders(project: "", explicit: Repository.root)
        let project = try Project(configuration: "\(place.root)/hexapla.yml")
        return try SiteBuilder(project: project, data: data, cache: cache, version: "test").build(jobs: 2).problems.map {
            $0.description.replacing(place.root + "/", with: "")
        }
    }

    @Test func anOldAddressLeadsOn() throws {
        let place = try site(
            "old/costs.html: guide/fees.md#rates\nprices: /guide/fees\nold/form.pdf: files/form.pdf\nde-DE:\n  old/costs.html: own.md\n  alt.md: guide/fees\n/en/start.html: /en-us/index.html\n"
        )
        #expect(try build(place) == [])
        let page = try place.read("site/en-us/old/costs.html")
        #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../en-us/guide/fees.html#rates\">"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/docs/en-us/guide/fees.html\">"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">") && page.contains(">Fees</a>") && !page.contains("<script>"))
        #expect(try place.read("site/de-de/old/costs.html").contains("url=../../de-de/own.html\""), "what one locale says counts for more")
        #expect(try place.read("site/de-de/prices/index.html").contains("url=../../de-de/guide/fees.html\""))
        #expect(place.has("site/de-de/alt.html") && !place.has("site/en-us/alt.html") && place.has("site/en-us/old/form.pdf/index.html"))
        let list = try place.read("site/_redirects").split(separator: "\n")
        #expect(list.contains("/docs/en-us/old/costs.html /docs/en-us/guide/fees.html#rates 301"))
        #expect(list.contains("/docs/en-us/prices /docs/en-us/guide/fees.html 301") && list.contains("/docs/en-us/prices/ /docs/en-us/guide/fees.html 301"))
        #expect(list.contains("/docs/en/start.html /docs/en-us/index.html 301"))
        #expect(try !place.read("site/sitemap-en-us.xml").contains("costs"))
    }

    @Test func oldAddressesMayFollowEachOther() throws {
        let place = try site("a: b.html\nb.html: c\nc: guide/fees.md#x\n")
        #expect(try build(place) == [])
        #expect(try place.read("site/en-us/a/index.html").contains("url=../../en-us/guide/fees.html#x\""))
    }

    @Test(arguments: [
        ("a.html: nowhere.md\n", ":1:9: there is no page 'nowhere.md'"),
        ("a.html: https://evil.example/\n", ":1:9: 'https://evil.example/' leads out of the site"),
        ("a.html: //evil.example\n", ":1:9: '//evil.example' leads out of the site"),
        ("a.html: javascript:alert(1)\n", ":1:9: 'javascript:alert(1)' leads out"),
        ("a.html: ../../x\n", ":1:9: '../../x' leads out of the site"), ("a: b\nb: a\n", ":1:1: 'a' leads round in a circle"),
        ("a: a\n", ":1:1: 'a' leads round in a circle"), ("guide/fees.html: index.md\n", ":1:1: 'guide/fees.html' is a page or a file of the site"),
        ("guide/fees: index.md\n", ":1:1: 'guide/fees' is a page"), ("guide: index.md\n", ""), ("index.html: guide/fees.md\n", ":1:1: 'index.html' is a page"),
        ("404.html: guide/fees.md\n", ":1:1: '404.html' is a page"), ("/assets/x.html: index.md\n", ":1:1: '/assets/x.html' is a page"),
        ("/de-de: index.md\n", ":1:1: '/de-de' is a page"), ("../x.html: index.md\n", ":1:1: '../x.html' is no address inside the site"),
        ("x?y=1: index.md\n", ":1:1: 'x?y=1' is no address"), (".git/x: index.md\n", ":1:1: '.git/x' is no address"),
        ("\"a\\nb\": index.md\n", ":1:1:"), ("guide/fees.html/x.html: index.md\n", ":1:1: 'guide/fees.html/x.html' is a page"),
        ("a.html: index.md\na.html/b.html: index.md\n", ":2:1: 'a.html/b.html' lies below another"),
        ("a: index.md\na.md: index.md\na.html: guide/fees\n", ":3:1: 'a.html' is given twice"),
        ("fr-FR:\n  a: index.md\n", ":2:3: the site has no locale fr-FR"), ("a:\n", ":1:"), ("a: [b]\n", ":1:4: 'a' leads nowhere"),
        ("a: b\na: c\n", ":2:1: key 'a' is given twice"),
        ("- a\n", "must be a mapping"), ("{", ":1:"), ("own.html: guide/fees.md\n", ""), ("de-DE:\n  own.html: guide/fees.md\n", ":2:3: 'own.html' is a page"),
    ]) func mistakesNameTheirPlace(_ redirects: String, _ problem: String) throws {
        let place = try site(redirects)
        let problems = try build(place)
        #expect(place.has("site/en-us/guide/fees.html"), "the site is built")
        if problem.isEmpty {
            #expect(problems == [])
        } else {
            #expect(problems.contains { $0.contains(problem) } && problems.allSatisfy { $0.hasPrefix("redirects.yml") }, "\(problems)")
        }
    }

    @Test func aMissingFileIsAProblem() throws {
        let place = try site("")
        FileSystem.remove("\(place.root)/redirects.yml")
        #expect(try build(place).contains { $0.contains("there is no file 'redirects.yml'") })
    }

    @Test func aTargetThatMovesIsNewsToItsRedirectAlone() throws {
        let place = try site("a: guide/fees.md\nb: index.md\n")
        let cache = CacheFolder("\(place.root)/cache")
        try build(place, cache: cache)
        let before = FileSystem.stamp("\(place.root)/site/en-us/guide/fees.html")
        try place.write("a: index.md\n", "redirects.yml")
        try build(place, cache: cache)
        #expect(try place.read("site/en-us/a/index.html").contains("url=../../en-us/index.html") && !place.has("site/en-us/b/index.html"))
        #expect(FileSystem.stamp("\(place.root)/site/en-us/guide/fees.html") == before)
    }
}

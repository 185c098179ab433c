import FileSystem
import Glibc
import LocalizationModel
import Testing
import TestSupport

@testable import Pipeline

@Suite("The site") struct SiteTests {
    private func small(_ place: Workplace) throws {
        try place.write("---\ntitle: Start\n---\n# Start\n\nWelcome to the site. Read [the levels](guide/levels.md#fees).\n", "content/en-US/index.md")
        try place.write("---\ntitle: Beginn\n---\n# Beginn\n\nWillkommen. Read [the levels](guide/levels.md#fees).\n", "content/de-DE/index.md")
        try place.write("# Levels\n\n## Fees\n\nThe fee is due in May.\n\n![Two levels](../images/l.svg)\n", "content/en-US/guide/levels.md")
        try place.write("# レベル\n\n## 料金\n\n料金の期限は 5 月です。\n", "content/ja-JP/guide/levels.md")
        try place.write("<svg/>", "content/en-US/images/l.svg")
        try place.write("<svg><!-- de --></svg>", "content/de-DE/images/l.svg")
    }

    @Test func everyLocaleHasEveryPage() throws {
        let place = try Workplace()
        try small(place)
        let result = try place.build()
        #expect(result.pages == 6)
        for file in [
            "index.html", "report/index.html", "model/index.json", "model/pages/guide/levels.md.json", "assets/hexapla.css", "en-us/guide/levels.html",
            "de-de/index.html",
        ] {
            #expect(place.has("site/" + file), "\(file)")
        }
        #expect(try place.read("site/de-de/images/l.svg") == "<svg><!-- de --></svg>")
        #expect(try place.read("site/ja-jp/images/l.svg") == "<svg/>")
    }

    @Test func theReportMarksWordsAndNamesTheOtherPlace() throws {
        let place = try Workplace()
        try place.write("# Levels\n\n- Partners need 2,000 users.\n- The annual fee is due in May.\n- A contact must be named.\n", "content/en-US/index.md")
        try place.write("# Stufen\n\n- Partner benötigen 3.000 Benutzer.\n- Eine Ansprechperson muss benannt werden.\n", "content/de-DE/index.md")
        try place.build()
        let report = try place.read("site/report/de-de/index.html")
        #expect(report.contains("need <mark>2,000</mark> users") && report.contains("benötigen <mark>3.000</mark> Benutzer"))
        #expect(report.contains("<dt>After line</dt><dd><bdi>3: Partner benötigen 3.000 Benutzer.</bdi></dd>"))
    }

    @Test func aFallBackSaysSoAndPointsToItsSource() throws {
        let place = try Workplace()
        try small(place)
        try place.build()
        let page = try place.read("site/de-de/guide/levels.html")
        #expect(page.contains("<html lang=\"de-DE\""))
        #expect(page.contains("<article class=\"text\" lang=\"en-US\">"))
        #expect(page.contains("rel=\"canonical\" href=\"../../en-us/guide/levels.html\""))
        #expect(page.contains("noch nicht"))
    }

    @Test func linksAndAnchorsSurviveTranslation() throws {
        let place = try Workplace()
        try small(place)
        try place.build()
        #expect(try place.read("site/en-us/index.html").contains("href=\"guide/levels.html#fees\""))
        #expect(try place.read("site/ja-jp/guide/levels.html").contains("<h2 id=\"fees\"><span class=\"anchor\" id=\"料金\"></span>料金</h2>"))
    }

    @Test func foreignPassagesCarryTheirLanguage() throws {
        let place = try Workplace()
        try place.write("Send the form to your contact. It is free of charge.\n\nThe whole paragraph stays as it is here.\n", "content/en-US/a.md")
        try place.write("Senden Sie das Formular. It is free of charge.\n\nThe whole paragraph stays as it is here.\n", "content/de-DE/a.md")
        try place.build()
        let page = try place.read("site/de-de/a.html")
        #expect(page.contains("<span lang=\"en-US\">It is free of charge.</span>"))
        #expect(page.contains("<p lang=\"en-US\">The whole paragraph"))
    }

    @Test func pagesThatAreGoneLeaveTheOutput() throws {
        let place = try Workplace()
        try small(place)
        try place.build()
        try place.write("mine", "site/guide-notes.txt")
        FileSystem.remove("\(place.root)/content/en-US/guide/levels.md")
        FileSystem.remove("\(place.root)/content/ja-JP/guide/levels.md")
        try place.build()
        #expect(!place.has("site/en-us/guide/levels.html") && !place.has("site/en-us/guide"))
        #expect(place.has("site/guide-notes.txt"), "files that no build made stay")
    }

    @Test func theOutputDoesNotDependOnTheNumberOfThreads() throws {
        let (one, many) = (try Workplace(), try Workplace())
        try one.build(content: Repository.content, jobs: 1)
        try many.build(content: Repository.content, jobs: 8)
        #expect(try one.files("site") == many.files("site"))
    }

    @Test func hostileContentStaysHarmless() throws {
        let place = try Workplace()
        try place.write(
            "# X\n\n<script>alert(1)</script><b onclick=\"x()\">b</b> [a](javascript:alert(1)) [b](JaVa\tScript:alert) <a href=\"&#106;avascript:x\">c</a>\n\n<iframe src=\"//e\"></iframe></main></div>\n\n"
                + "![i](data:text/html,x)\n\n<img src=x onerror=alert(1)>\n", "content/en-US/a \"q\"<.md")
        try place.build()
        let file = try #require(try place.files("site").keys.first { $0.contains("/en-us/") && $0.hasSuffix(".html") })
        let page = try place.read(String(file.dropFirst()))
        for danger in ["alert(1)</script>", "onclick", "onerror", "href=\"javascript", "&#106;", "Script:alert\"", "<iframe", "data:text", "</main></div>\n\n"]
        { #expect(!page.contains(danger), "\(danger)") }
    }

    @Test func theOutputMayNotHoldTheContent() throws {
        let place = try Workplace()
        try place.write("# X\n", "content/en-US/a.md")
        var project = Project(content: "\(place.root)/content")
        project.output = place.root
        let data = try DataFolders(project: "", explicit: Repository.root)
        let site = SiteBuilder(project: project, data: data, cache: nil, version: "test")
        #expect(throws: HexaplaError.self) { try site.build(jobs: 1) }
    }

    @Test func symbolicLinksInTheContentAreNotFollowed() throws {
        let place = try Workplace()
        try place.write("# X\n", "content/en-US/a.md")
        try place.write("secret", "secret.txt")
        #expect(symlink("\(place.root)/secret.txt", "\(place.root)/content/en-US/b.md") == 0)
        try place.build()
        #expect(!place.has("site/en-us/b.html"))
    }
}

/// The report beside a baseline.
@Suite("Report and baseline") struct BaselineReportTests {
    @Test func newAndFixedAreShownAndFollowTheBaseline() throws {
        let place = try Workplace()
        try place.write("content: content\nbaseline: known.tsv\nhistory: false\n", "hexapla.yml")
        try place.write("# Fees\n\nIt takes 3 days.\n\nIt costs 20 euros.\n", "content/en-US/a.md")
        func german(_ days: Int, _ euros: Int) throws {
            try place.write("# Gebühren\n\nEs dauert \(days) Tage.\n\nEs kostet \(euros) Euro.\n", "content/de-DE/a.md")
        }
        let data = try DataFolders(project: "", explicit: Repository.root)
        func build(_ output: String, cache: CacheFolder?) throws -> (index: String, page: String) {
            var project = try Project(configuration: "\(place.root)/hexapla.yml")
            project.output = "\(place.root)/\(output)"
            _ = try SiteBuilder(project: project, data: data, cache: cache, version: "test").build(jobs: 1)
            return (try place.read("\(output)/report/index.html"), try place.read("\(output)/report/de-de/a.html"))
        }
        let cache = CacheFolder("\(place.root)/cache")
        try german(5, 20)
        #expect(try !build("site", cache: cache).index.contains("class=\"changes\""), "without a baseline there are no changes")
        let project = try Project(configuration: "\(place.root)/hexapla.yml")
        var options = ProjectReview.Options()
        options.updatesBaseline = true
        let review = try ProjectReview(
            ProjectCheck(project: project, data: data, cache: nil), of: project, options: options, jobs: 1, version: "test")
        try BaselineFile.write(review.updatedBaseline(acceptingNew: true).baseline, to: "\(place.root)/known.tsv")
        var built = try build("site", cache: cache)
        #expect(built.page.contains("data-standing=\"known\"") && !built.page.contains("data-standing=\"new\""), "the baseline alone is news")
        try german(3, 30)
        built = try build("site", cache: cache)
        #expect(built.page.contains("data-standing=\"new\"") && !built.page.contains("data-standing=\"known\""))
        #expect(built.index.contains("fixed-findings") && built.index.contains("class=\"changes\""))
        let clean = try build("clean", cache: nil)
        #expect(built.index == clean.index && built.page == clean.page)
    }

    @Test func whatACommentExplainsIsDimAndHasNoSign() throws {
        let place = try Workplace()
        try place.write("# Fees\n\nIt takes 3 days.\n", "content/en-US/a.md")
        try place.write("# Gebühren\n\n<!-- hexapla-ignore number-mismatch: Betriebsferien -->\nEs dauert 5 Tage.\n", "content/de-DE/a.md")
        try place.build()
        let page = try place.read("site/report/de-de/a.html")
        #expect(page.contains("data-standing=\"suppressed\"") && page.contains("Betriebsferien"))
    }
}

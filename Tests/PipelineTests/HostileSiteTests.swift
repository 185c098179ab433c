import FileSystem
import Glibc
import LocalizationModel
import Testing
import TestSupport

@testable import Pipeline

/// Whatever stands in the content, every link of the site leads somewhere, every page is well-formed, and nothing runs.
@Suite struct HostileSiteTests {
    /// Builds `content` and says what a visitor would stumble over.
    private func faults(_ place: Workplace, content: String? = nil) throws -> [String] {
        try place.build(content: content)
        return try SiteVerification("\(place.root)/site", baseURL: nil).run(jobs: 2).faults.map(\.description)
    }

    private func findings(_ place: Workplace) throws -> [Finding] {
        let project = Project(content: "\(place.root)/content")
        let data = try DataFolders(project: "", explicit: Repository.root)
        return try ProjectAnalysis(project, data: data).map(jobs: 2) { $0.findings }.flatMap { $0 }
    }

    @Test(arguments: ["content", "../shared/seeds/content", "../shared/corpora/competencies"])
    func everyLinkLeadsSomewhere(_ folder: String) throws {
        let content = "\(Repository.root)/\(folder)"
        guard FileSystem.kind(content, followingLinks: true) == .folder else { return }
        let place = try Workplace()
        let faults = try faults(place, content: content)
        #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(12).joined(separator: "\n"))")
    }

    @Test func linksThatLeadNowhereKeepTheirWords() throws {
        let place = try Workplace()
        try place.write("# A\n\n## Fees\n\n[b](b.md), [c](#none), [d](a.md#gone), [e](#fees), ![f](f.png), ![](g.png)\n", "content/en-US/a.md")
        #expect(try faults(place).isEmpty)
        let page = try place.read("site/en-us/a.html")
        #expect(page.contains("<a class=\"missing\" title=\"There is no such place on this site\">b</a>, <a class=\"missing\""))
        #expect(page.contains("<a href=\"a.html\">d</a>") && page.contains("<a href=\"#fees\">e</a>"))
        #expect(page.contains("title=\"This image is missing\">f</span>") && page.contains(">g.png</span>") && !page.contains("<img"))
    }

    @Test func anchorsSurviveTranslationInBothDirections() throws {
        let place = try Workplace()
        try place.write(
            "# Start\n\n## Fees\n\nThe fee `F-100` is 500 USD.\n\n## Forms\n\nThe form `X-200` has 3 pages.\n\n## Dates 2031\n\nThe date `D-300` is 2031.\n",
            "content/en-US/a.md")
        try place.write("# Beginn\n\n## Gebühren\n\nDie Gebühr `F-100` ist 500 USD.\n\n## Termine 2031\n\nDas Datum `D-300` ist 2031.\n", "content/de-DE/a.md")
        try place.write("[1](a.md#fees) [2](a.md#gebühren) [3](a.md#forms) [4](a.md#Geb%C3%BChren) [5](a.md#none)\n", "content/de-DE/b.md")
        #expect(try faults(place).isEmpty)
        let page = try place.read("site/de-de/b.html")
        for link in ["a.html#fees\">1", "a.html#geb%C3%BChren\">2", "a.html#forms\">3", "a.html#geb%C3%BChren\">4", "a.html\">5"] {
            #expect(page.contains("<a href=\"\(link)</a>"), "\(link)")
        }
        let target = try place.read("site/de-de/a.html")
        #expect(target.contains("<h2 id=\"fees\"><span class=\"anchor\" id=\"gebühren\"></span>Gebühren</h2>"))
        #expect(target.contains("<span class=\"anchor\" id=\"forms\"></span>"))
    }

    @Test func idsStandOnceWhateverIsIncluded() throws {
        let place = try Workplace()
        try place.write(
            "# Text\n\n<a name=\"x\"></a>\n\n## X\n\n## X\n\nNote[^1] and again[^1].\n\n[!INCLUDE [n](includes/n.md)]\n\n[!INCLUDE [n](includes/n.md)]\n\n"
                + "<p id=\"x\">a</p>\n\n<p id=\"text\">b</p>\n\n[^1]: The note.\n\n[to the fragment](#in-the-fragment) [top](#text)\n", "content/en-US/a.md")
        try place.write("## In the fragment\n\nWith a note[^1].\n\n[^1]: Its own.\n", "content/en-US/includes/n.md")
        try place.write("[from elsewhere](a.md#in-the-fragment) [b](includes/n.md)\n", "content/en-US/b.md")
        #expect(try faults(place).isEmpty)
        let page = try place.read("site/en-us/a.html")
        #expect(page.contains("href=\"#in-the-fragment\"") && page.contains("<h2 id=\"in-the-fragment\">") && page.contains("<h2 id=\"in-the-fragment-1\">"))
        #expect(page.contains("<h1 id=\"text-1\">") && page.contains("<a href=\"#text-1\">top</a>"))
        #expect(try place.read("site/en-us/b.html").contains("a.html#in-the-fragment"))
    }

    @Test func inclusionsThatGoRoundEnd() throws {
        let place = try Workplace()
        let round = String(repeating: "[!INCLUDE [x](b.md)]\n\n", count: 12)
        try place.write("# A\n\n[!INCLUDE [x](includes/a.md)]\n\n[!INCLUDE [x](includes/none.md)]\n\nThe end.\n", "content/en-US/a.md")
        try place.write("In a.\n\n" + round, "content/en-US/includes/a.md")
        try place.write("In b.\n\n" + round.replacing("b.md", with: "a.md"), "content/en-US/includes/b.md")
        for level in 0..<10 {
            let next = String(repeating: "[!INCLUDE [x](l\(level + 1).md)]\n\n", count: 10)
            try place.write("Level \(level)\n\n\(next)", "content/en-US/includes/l\(level).md")
        }
        try place.write("# Deep\n\n[!INCLUDE [x](includes/l0.md)]\n\nThe end.\n", "content/en-US/deep.md")
        #expect(try faults(place).isEmpty)
        #expect(try place.read("site/en-us/a.html").contains("The end."))
        #expect(try place.read("site/en-us/deep.html").contains("The end."))
        let found = try findings(place).filter { $0.rule == "circular-inclusion" }.map { "\($0.page): \($0.message)" }
        #expect(found.contains("includes/a.md: Includes itself: 'includes/a.md' → 'includes/b.md' → 'includes/a.md'"))
        #expect(found.contains { $0.hasPrefix("deep.md: Inclusions nested too deep: 'deep.md' → 'includes/l0.md'") })
        #expect(try findings(place).contains { $0.rule == "broken-link" && $0.message.contains("Inclusion of 'includes/none.md'") })
    }

    @Test func namesOfEverySortAreReachable() throws {
        let place = try Workplace()
        let names = [
            "a b.md", "c#d.md", "e?f.md", "g%h.md", "g%20h.md", "i\"j'k.md", "l\nm.md", "n:o.md", "漢字.md", "😀.md", "e\u{301}.md", "<p>.md", "q&r.md", "s\\t.md",
            String(repeating: "x", count: 240) + ".md", "404.md", "contents.md", "search.md", ".hidden.md", "con.md", "trailing .md", "javascript:x.md",
        ]
        for name in names { try place.write("# Page \(names.firstIndex(of: name) ?? 0)\n\nText.\n", "content/en-US/\(name)") }
        try place.write("# Übersetzt\n\nText.\n", "content/de-DE/a b.md")
        try place.write("[1](<a b.md>) [2](c%23d.md) [3](e%3Ff.md#page-2) [4](g%25h.md) [5](%E6%BC%A2%E5%AD%97.md) [6](\u{E9}.md)\n", "content/en-US/index.md")
        #expect(try faults(place).isEmpty)
        let index = try place.read("site/en-us/index.html")
        for link in ["a%20b.html\">1", "c%23d.html\">2", "e%3Ff.html#page-2\">3", "g%25h.html\">4", "%E6%BC%A2%E5%AD%97.html\">5", "e%CC%81.html\">6"] {
            #expect(index.contains("<a href=\"\(link)</a>"), "\(link)")
        }
        let told = Set(try findings(place).filter { $0.rule == "unportable-name" }.map(\.page))
        #expect(told.contains("c#d.md") && told.contains("l\nm.md") && told.contains("con.md") && !told.contains("漢字.md") && !told.contains("😀.md"))
    }

    @Test func namesThatClashAreToldAndBothReachable() throws {
        let place = try Workplace()
        try place.write("# From md\n", "content/en-US/a.md")
        try place.write("# From markdown\n", "content/en-US/a.markdown")
        try place.write("<p>asset</p>", "content/en-US/b.html")
        try place.write("# Page b\n", "content/en-US/b.md")
        try place.write("# Fees\n", "content/en-US/Fees.md")
        try place.write("# fees\n", "content/en-US/fees.md")
        try place.write("# nfc\n", "content/en-US/\u{E9}.md")
        try place.write("# nfd\n", "content/en-US/e\u{301}.md")
        try place.write("# nfd\n", "content/de-DE/e\u{301}.md")
        try place.write("[a](a.markdown) [b](b.html) [c](Fees.md) [d](fees.md)\n", "content/en-US/index.md")
        #expect(try faults(place).isEmpty)
        #expect(try place.read("site/en-us/a.html").contains("From md") && place.read("site/en-us/b.html").contains("Page b"))
        let told = try findings(place).filter { $0.rule == "name-collision" }.map { "\($0.page): \($0.severity)" }
        #expect(Set(told).isSuperset(of: ["a.md: error", "a.markdown: error", "b.md: error", "Fees.md: warning", "fees.md: warning"]))
        #expect(told.contains { $0.hasSuffix("\u{E9}.md: error") })
    }

    @Test func aSymbolicLinkInTheOutputIsNotFollowed() throws {
        let place = try Workplace()
        try place.write("# A\n", "content/en-US/a.md")
        try place.write("mine", "elsewhere/a.html")
        try FileSystem.makeFolder("\(place.root)/site")
        #expect(symlink("\(place.root)/elsewhere", "\(place.root)/site/en-us") == 0)
        #expect(throws: HexaplaError.self) { try place.build() }
        #expect(try place.read("elsewhere/a.html") == "mine")
    }

    @Test func aTitleOfFiveHundredCharactersIsATitle() throws {
        let place = try Workplace()
        try place.write("---\ntitle: \(String(repeating: "Long&<title> ", count: 42))\n---\n# \(String(repeating: "word", count: 200))\n", "content/en-US/a.md")
        #expect(try faults(place).isEmpty)
    }

    private static let tricks = [
        "<script>alert(1)</script>", "<ScRiPt >alert(1)</sCrIpT >", "<svg><script>x</script></svg>", "<svg onload=x>", "<img src=x onerror=y>",
        "<img src=\"x\" srcset=\"https://evil.example/a 1x\">", "<a href=\"java&#115;cript:x\">a</a>", "<a href='javascript:x'>a</a>",
        "<a href=\" \tjava\nscript:x\">a</a>", "[a](javascript:x)", "[a](data:text/html;base64,x)", "![a](data:image/svg+xml;base64,x)",
        "<javascript:alert(1)>",
        "<form action=x><button formaction=\"javascript:x\">b</button></form>", "<svg><a xlink:href=\"javascript:x\">t</a></svg>",
        "<math href=\"javascript:x\">m</math>", "<base href=\"https://evil.example\">", "<meta http-equiv=refresh content=\"0;url=x\">",
        "<iframe srcdoc=\"<script>x</script>\"></iframe>", "<p style=\"position:fixed\">a</p>", "<style>*{}</style>", "<div><table><td><b>a",
        "<b><i>a</b>c</i>", "</div></p></td>", "<p><p><p>", "<a href=a><a href=b>x</a></a>", "| a |\n|---|\n| <div> |\n\ntext </div>", "- <ul><li>a\n- </ul>b",
        "> <details>\n\ntext</details>", "**<b>a** c</b>", "*<span>a*</span>", "text <div>a</div> <ul><li>b</ul> text", "# <div>a</div>",
        "<p align=\"center\">\n\n![a](b.png)\n\n</p>", "<a title='\"><script>x</script>'>", "<img alt=\"a\" title=\"`><img src=x onerror=y>\">",
        "<!--><script>x</script>-->",
        "<noscript><p title=\"</noscript><img src=x onerror=y>\"></noscript>", "<textarea><img title=\"</textarea><img src=x onerror=y>\">",
        "<table><a href=x>a<tr><td>",
        "<x-y onclick=z>a</x-y>", "<your-name> and <T>", "<a id=\"a b\" name=c>d</a>", "<a name=\"\"></a>", "<ol start=\"x\" type=a><li value=2>a</ol>",
        "<span lang=\"\\\">\">a</span>",
        "<br/></br>", "<h2 id=h>x</h2>\n\n<h2 id=h>y</h2>", "<ins>\n\n*a*\n\n</ins>", "Use the <script> tag, please.", "a <script>b *c* d</script> e",
        "<details><summary>*a*</summary>\n\nb\n\n</details>",
        "<dl><dt>a<dd>b<dt>c</dl>", "<center>a</center><font color=red>b</font><tt>c</tt>", "<div\nclass=a", "<a href=\"x\ty\">", "![a <b>](x.png \"t<b>\")",
        "[a](b.md \"t\\\"<x>\")",
        "text <!-- [a](b) --> text", "<img src=\"a.png\">", "[![a](b.png)](c.md)", "[<a href=x>a</a>](index.md)", "<b>\n\n- a\n\n</b>",
    ]

    @Test func rawHTMLIsTamed() throws {
        let place = try Workplace()
        for (number, markdown) in Self.tricks.enumerated() {
            try place.write("# Title\n\n\(markdown)\n\nAfter.\n", "content/en-US/\(number)-inside.md")
            try place.write("\(markdown)\n", "content/en-US/\(number)-alone.md")
        }
        let faults = try faults(place).filter { !$0.hasPrefix("report") }
        #expect(faults == [])
        for (number, markdown) in Self.tricks.enumerated() {
            let page = try place.read("site/en-us/\(number)-inside.html")
            #expect(page.contains("After."), "\(markdown)")
            let text = page[(page.ranges(of: "<article").first?.upperBound ?? page.startIndex)...]
            for element in ["<script", "<svg", "<math", "<form", "<base", "<meta", "<font"] { #expect(!text.contains(element), "\(element) of \(markdown)") }
        }
    }

    @Test func removedMarkupIsFound() throws {
        let place = try Workplace()
        let text =
            "<script>x</script>\n\n<p onclick=\"x\" style=\"y\">a</p>\n\n[a](javascript:x) <svg></svg> <your-name> <Tab label=\"b\">c</Tab> <font>d</font>\n"
        try place.write(text, "content/en-US/a.md")
        try place.write(text, "content/de-DE/a.md")
        let found = try findings(place).filter { $0.rule == "removed-html" }.map { "\($0.severity) \($0.message.prefix { $0 != ":" })" }
        #expect(
            Set(found) == [
                "error <script> is not published", "error 'onclick' of <p> is not published", "note 'style' of <p> is not published",
                "error An address that begins with 'javascript", "warning <svg> is not published", "note <tab> is no element of HTML",
                "note <font> is not published",
            ])
        #expect(found.count == 7, "what the source has as well is told once")
    }

    @Test func alertsTakeTheLineThatFollows() throws {
        let place = try Workplace()
        try place.write("> [!NOTE]\nLazy text\nand more.\n\n> [!TIP]\n# No lazy heading\n", "content/en-US/a.md")
        try place.build()
        let page = try place.read("site/en-us/a.html")
        #expect(page.contains("<p class=\"alert-title\">Note</p>\n<p>Lazy text\nand more.</p>\n</div>"))
        #expect(page.contains("<p class=\"alert-title\">Tip</p>\n</div>\n<h1"))
    }
}

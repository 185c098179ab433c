import FileSystem
import LocalizationModel
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

@Suite("Images of the site") struct ImageTests {
    private func drawing(_ width: Int, _ height: Int) -> String { "<svg width=\"\(width)\" height=\"\(height)\"/>" }

    private func project() throws -> Workplace {
        let place = try Workplace()
        try place.write("# Page\n\n![Chart](images/a.svg) ![None](images/none.png) ![Badge](https://example.org/b.png)\n", "content/en-US/guide/page.md")
        try place.write("# Seite\n\n![Diagramm](images/a.svg) ![Keins](../x/none.png) ![Root](/media/b.png)\n", "content/de-DE/guide/page.md")
        try place.write("# Other\n\nNo image.\n", "content/en-US/other.md")
        try place.write(drawing(30, 20), "content/en-US/guide/images/a.svg")
        return place
    }

    /// Builds with the cache; returns how many groups were made.
    private func made(_ place: Workplace) throws -> Int {
        let steps = Mutex(0)
        try place.build(cache: CacheFolder("\(place.root)/cache"), progress: Progress(start: { _ in }, step: { steps.withLock { $0 += 1 } }))
        return steps.withLock { $0 }
    }

    @Test func eachLocaleShowsItsOwn() throws {
        let place = try project()
        try place.write(drawing(50, 40), "content/de-DE/guide/images/a.svg")
        try place.build()
        #expect(try place.read("site/en-us/guide/page.html").contains("<img src=\"images/a.svg\" alt=\"Chart\" width=\"30\" height=\"20\""))
        #expect(try place.read("site/de-de/guide/page.html").contains("<img src=\"images/a.svg\" alt=\"Diagramm\" width=\"50\" height=\"40\""))
    }

    @Test func whatIsNotThereIsText() throws {
        let place = try project()
        try place.build()
        let (source, page) = (try place.read("site/en-us/guide/page.html"), try place.read("site/de-de/guide/page.html"))
        #expect(page.contains("<img src=\"images/a.svg\" alt=\"Diagramm\" width=\"30\" height=\"20\""), "the source's stands for it")
        #expect(source.contains("<span class=\"missing-image\" title=\"This image is missing\">None</span>"))
        #expect(page.contains("<span class=\"missing-image\" title=\"Dieses Bild fehlt\">Keins</span>"))
        #expect(page.contains("<img src=\"/media/b.png\" alt=\"Root\""), "the host may have more than this site")
    }

    @Test func otherHostsAreAskedNothing() throws {
        let place = try project()
        try place.build()
        #expect(
            try place.read("site/en-us/guide/page.html").contains(
                "<a class=\"remote-image\" href=\"https://example.org/b.png\">Badge <small dir=\"ltr\">example.org</small></a>"))
        try place.write("content: content\noutput: site\nremote-images: allow\n", "hexapla.yml")
        let project = try Project(configuration: "\(place.root)/hexapla.yml")
        let data = try DataFolders(project: "", explicit: Repository.root)
        let result = try SiteBuilder(project: project, data: data, cache: nil, version: "test").build(jobs: 1)
        #expect(try place.read("site/en-us/guide/page.html").contains("<img src=\"https://example.org/b.png\" alt=\"Badge\""))
        #expect(result.groups.allSatisfy { summary in !summary.counts.contains { $0.rule == "remote-image" } })
    }

    @Test func anotherSizeIsNewsToThePagesThatShowIt() throws {
        let place = try project()
        #expect(try made(place) == 2)
        #expect(try made(place) == 0)
        try place.write("<!-- drawn anew -->" + drawing(30, 20), "content/en-US/guide/images/a.svg")
        #expect(try made(place) == 0, "the file is copied, the pages stay")
        #expect(try place.read("site/en-us/guide/images/a.svg").contains("drawn anew"))
        try place.write(drawing(31, 20), "content/en-US/guide/images/a.svg")
        #expect(try made(place) == 1)
        #expect(try place.read("site/de-de/guide/page.html").contains("width=\"31\""))
        try place.write(drawing(5, 5), "content/de-DE/guide/images/a.svg")
        #expect(try made(place) == 1)
        #expect(try place.read("site/de-de/guide/page.html").contains("width=\"5\""))
    }

    @Test(
        arguments: [
            ("https://example.org/a.png", "example.org"), ("//example.org/a.png", "example.org"), ("HTTP:\\\\u:p@example.org:80?x", "example.org"),
            ("https:example.org/a", "example.org"), ("ht\ttps://example.org", "example.org"), ("a/b.png", nil), ("/a/b.png", nil), ("data:image/png,x", nil),
            ("https://", nil), ("//", nil), ("", nil), ("mailto:a@b.c", nil), ("c:\\a.png", nil),
        ] as [(String, String?)]) func hostsAreRead(address: String, host: String?)
    { #expect(RemoteHost.name(of: address) == host) }

    @Test func codeIsHighlighted() throws {
        let place = try Workplace()
        try place.write("# Page\n\n```csharp\nvar x = 1;\n```\n\n```mylang\nfoo bar\n```\n", "content/en-US/page.md")
        try place.write("name: My language\nwords: {keyword: foo}\n", "own/syntax/mylang.yml")
        try place.write("content: content\noutput: site\ntemplates: own\n", "hexapla.yml")
        let project = try Project(configuration: "\(place.root)/hexapla.yml")
        let data = try DataFolders(project: "", explicit: Repository.root)
        _ = try SiteBuilder(project: project, data: data, cache: nil, version: "test").build(jobs: 1)
        let page = try place.read("site/en-us/page.html")
        #expect(page.contains("<span class=\"hl-keyword\">var</span> x = <span class=\"hl-number\">1</span>;"))
        #expect(page.contains("data-language=\"My language\"><code class=\"language-mylang\"><span class=\"hl-keyword\">foo</span> bar"))
    }
}

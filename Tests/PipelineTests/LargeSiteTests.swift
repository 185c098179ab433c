import FileSystem
import LocalizationModel
import Testing

@testable import Pipeline

@Suite("Large sites") struct LargeSiteTests {
    /// 62 folders of seven pages.
    private func large() throws -> Workplace {
        let place = try Workplace()
        for folder in 1...62 {
            for page in 1...7 { try place.write("# Page \(page) of \(folder)\n\nText \(page).\n", "content/en-US/f\(folder)/p\(page).md") }
            try place.write("# Seite 1 von \(folder)\n\nText 1.\n", "content/de-DE/f\(folder)/p1.md")
        }
        try place.write("# Start\n", "content/en-US/contents.md")
        return place
    }

    @Test func aPageShowsTheFoldersNearItAndAWayToAll() throws {
        let place = try large()
        try place.build()
        let page = try place.read("site/de-de/f30/p1.html")
        #expect(page.contains("href=\"../f30/p7.html\"") && page.contains("href=\"../_contents.html\""))
        #expect(page.contains("href=\"../f31/p1.html\"") && !page.contains("href=\"../f62/p1.html\""))
        let all = try place.read("site/de-de/_contents.html")
        #expect(all.contains("href=\"../en-us/_contents.html\""), "the same in another language")
        for folder in 1...62 { #expect(all.contains("href=\"f\(folder)/p1.html\"")) }
        #expect(try place.read("site/de-de/contents.html").contains("Start"), "a page keeps its name")
    }

    @Test func theReportIsByFolder() throws {
        let place = try large()
        try place.build()
        let index = try place.read("site/report/index.html")
        #expect(index.contains("href=\"folders/f30/index.html\"") && !index.contains("f30/p1.md"))
        let folder = try place.read("site/report/folders/f30/index.html")
        #expect(folder.contains("href=\"../../de-de/f30/p1.html\"") && folder.contains("f30/p7.md") && folder.contains("href=\"../../index.html\""))
        #expect(folder.contains("href=\"../../facts/folders/f30/index.html\"") && place.has("site/report/facts/folders/f30/index.html"))
    }

    @Test func aChangeIsNewsToItsOwnFolderOnly() throws {
        let place = try large()
        let cache = CacheFolder("\(place.root)/cache")
        try place.build(cache: cache)
        func stamp(_ file: String) -> FileStamp? { FileSystem.stamp("\(place.root)/site/report/\(file)") }
        let files = ["index.html", "folders/f30/index.html", "folders/f31/index.html"]
        let before = files.map(stamp)
        try place.write("# Seite 1 von 30\n\nText 2.\n\nNoch ein Satz.\n", "content/de-DE/f30/p1.md")
        try place.build(cache: cache)
        let after = files.map(stamp)
        #expect(before[0] != after[0] && before[1] != after[1] && before[2] == after[2])
    }

    /// The page with the link shows nothing else of the page that comes: it is in the navigation of another folder.
    @Test func aLinkFindsThePageThatComes() throws {
        let place = try large()
        let cache = CacheFolder("\(place.root)/cache")
        try place.write("# Page 1 of 1\n\nRead [the new page](../f40/p8).\n", "content/en-US/f1/p1.md")
        try place.build(cache: cache)
        #expect(try place.read("site/en-us/f1/p1.html").contains(">the new page</a>"))
        #expect(try !place.read("site/en-us/f1/p1.html").contains("href=\"../f40/p8"))
        try place.write("# Page 8 of 40\n", "content/en-US/f40/p8.md")
        try place.build(cache: cache)
        #expect(try place.read("site/en-us/f1/p1.html").contains("href=\"../f40/p8.html\""))
    }
}

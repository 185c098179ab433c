import Testing

@testable import Pipeline

@Suite("Navigation") struct NavigationTests {
    /// Two levels of folders, the outer with a page of its own; German lacks the inner page.
    private func nested(_ place: Workplace) throws {
        try place.write("# Start\n", "content/en-US/index.md")
        try place.write("# Guide\n", "content/en-US/guide/index.md")
        try place.write("# First steps\n", "content/en-US/guide/first.md")
        try place.write("# Details\n\n## More\n\nText.\n", "content/en-US/guide/deep-dive/details.md")
        try place.write("# Beginn\n", "content/de-DE/index.md")
        try place.write("# Anleitung\n", "content/de-DE/guide/index.md")
        try place.write("# Erste Schritte\n", "content/de-DE/guide/first.md")
    }

    @Test func foldersAreATree() throws {
        let place = try Workplace()
        try nested(place)
        try place.build()
        let page = try place.read("site/en-us/guide/deep-dive/details.html")
        let expected = """
            <li><details open><summary>Guide</summary>
            <ul>
            <li><a href="../../guide/index.html">Overview</a></li>
            <li><a href="../../guide/first.html">First steps</a></li>
            <li><details open><summary>Deep dive</summary>
            <ul>
            <li><a href="../../guide/deep-dive/details.html" aria-current="page">Details</a></li>
            </ul>
            """
        #expect(page.contains(expected))
    }

    @Test func breadcrumbsHaveEveryLevel() throws {
        let place = try Workplace()
        try nested(place)
        try place.build()
        let page = try place.read("site/en-us/guide/deep-dive/details.html")
        let deep = "<li><a href=\"../../index.html\">Start</a></li>\n<li><a href=\"../index.html\">Guide</a></li>\n<li><span>Deep dive</span></li>"
        #expect(page.contains(deep))
        #expect(try place.read("site/en-us/guide/index.html").contains("<li><span aria-current=\"page\">Guide</span></li>"))
        #expect(try !place.read("site/en-us/index.html").contains("class=\"breadcrumbs\""))
    }

    @Test func titlesInAnotherLanguageSaySo() throws {
        let place = try Workplace()
        try nested(place)
        try place.build()
        let first = try place.read("site/de-de/guide/first.html")
        #expect(first.contains("<a href=\"../guide/deep-dive/details.html\" lang=\"en-US\">Details</a>"), "navigation")
        #expect(first.contains("<span class=\"title\" lang=\"en-US\">Details</span>"), "next page")
        #expect(!first.contains("lang=\"de-DE\">Anleitung"))
        let fallback = try place.read("site/de-de/guide/deep-dive/details.html")
        #expect(fallback.contains("<article class=\"text\" lang=\"en-US\">\n<h1 id=\"details\">Details</h1>"), "text and heading")
        #expect(fallback.contains("<a href=\"#more\" lang=\"en-US\">More</a>"), "contents of the page")
        #expect(fallback.contains("<li><a href=\"../index.html\">Anleitung</a></li>"), "breadcrumbs")
    }

    @Test func untranslatedHeadingsSaySoInTheContents() throws {
        let place = try Workplace()
        try place.write("# Fees\n\n## What you have to pay every year\n\nThe fee is due in May.\n", "content/en-US/a.md")
        try place.write("# Gebühren\n\n## What you have to pay every year\n\nDie Gebühr ist im Mai fällig.\n", "content/de-DE/a.md")
        try place.build()
        #expect(try place.read("site/de-de/a.html").contains("<a href=\"#what-you-have-to-pay-every-year\" lang=\"en-US\">"))
    }

    /// A translation whose title repeats the source's changes nothing but the language of that title on the other pages.
    @Test func theLanguageOfATitleIsNews() throws {
        let place = try Workplace()
        try nested(place)
        let cache = CacheFolder("\(place.root)/cache")
        try place.build(cache: cache)
        try place.write("# Details\n\n## Mehr\n\nText.\n", "content/de-DE/guide/deep-dive/details.md")
        try place.build(cache: cache)
        let built = try place.files("site")
        try place.build()
        #expect(try place.files("site") == built)
        #expect(try !place.read("site/de-de/guide/first.html").contains("lang=\"en-US\">Details"))
    }

    /// Deeper folders stand side by side: neither the templates nor the browser have to go down any further.
    @Test func aDeepFolderIsShown() throws {
        let place = try Workplace()
        for depth in [1, 7, 8, 9, 40, 200] {
            try place.write("# Page \(depth)\n", "content/en-US/" + String(repeating: "d/", count: depth) + "p.md")
        }
        try place.build()
        let page = try place.read("site/en-us/d/p.html")
        #expect(page.matches(of: /<summary/).count == 13, "eleven folders in the tree: eight levels, and three below them")
        for depth in [1, 9, 200] { #expect(page.contains(">Page \(depth)</a>")) }
    }
}

@Suite("Languages that run from right to left") struct RightToLeftTests {
    @Test func directionsDiffer() throws {
        let place = try Workplace()
        try place.write("# Levels\n\n## Fees\n\nThe whole paragraph stays as it is here. It says nothing new.\n", "content/en-US/a.md")
        try place.write("# Only in English\n\n## Part\n\nText.\n", "content/en-US/b.md")
        try place.write("# المستويات\n\n## الرسوم\n\nThe whole paragraph stays as it is here. It says nothing new.\n", "content/ar/a.md")
        try place.build()
        let page = try place.read("site/ar/a.html")
        #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
        #expect(page.contains("<p lang=\"en-US\" dir=\"ltr\">The whole paragraph"))
        #expect(page.contains("<a href=\"b.html\" lang=\"en-US\" dir=\"ltr\">Only in English</a>"))
        let fallback = try place.read("site/ar/b.html")
        #expect(fallback.contains("<article class=\"text\" lang=\"en-US\" dir=\"ltr\">"))
        #expect(fallback.contains("<a href=\"#part\" lang=\"en-US\" dir=\"ltr\">Part</a>"))
        #expect(try place.read("site/en-us/a.html").contains("<html lang=\"en-US\" dir=\"ltr\">"))
    }
}

import HTMLReading
import Testing

/// A page is read as a browser reads it.
@Suite struct PublishedPageTests {
    private func addresses(_ html: String) -> [String] { PublishedPage(Array(html.utf8)).links.map(\.address) }
    private func flaws(_ html: String) -> [PublishedPage.Flaw] { PublishedPage(Array(html.utf8)).flaws.map(\.flaw) }

    @Test(arguments: [
        ("<a href=\"a.html\">", ["a.html"]), ("<A\nHREF='a&amp;b.html'>", ["a&b.html"]), ("<a href = a.html>", ["a.html"]),
        ("<a title='>' href=\"x\">", ["x"]), ("<!-- <a href=\"no\"> --><a href=\"yes\">", ["yes"]), ("<script>'<a href=\"no\">'</script>", []),
        ("<img src=\"a.png\" srcset=\"b.png 1x, c.png 2x\">", ["a.png", "b.png", "c.png"]), ("<link rel=canonical href=c.html>", ["c.html"]),
        ("<meta http-equiv=\"refresh\" content=\"0; url=../x.html\">", ["../x.html"]), ("<a name=x>text", []), ("<a href", [""]),
        ("<a href=\"unclosed", ["unclosed"]),
        ("a < b <3 </ x><a href=y>", ["y"]), ("<svg><use href=\"#s\"/></svg>", ["#s"]),
    ])
    func linksAreFoundWhereverTheyStand(_ html: String, _ expected: [String]) { #expect(addresses(html) == expected) }

    @Test func idsAndNamesAreAnchors() {
        let page = PublishedPage(Array("<h2 id=\"fees\">x</h2><a name=\"&#x66;orm\"></a>".utf8))
        #expect(page.offers("fees".utf8) && page.offers("form".utf8) && page.offers("".utf8) && page.offers("Top".utf8))
        #expect(!page.offers("Fees".utf8), "anchors are told apart by case")
    }

    @Test(arguments: [
        ("<p id=\"a\"></p><p id=\"a\"></p>", [PublishedPage.Flaw.duplicateID("a")]), ("<p id=\"a b\"></p>", [.invalidID("a b")]),
        ("<p id></p>", [.invalidID("")]),
        ("<div></div></p>", [.endTag("p")]), ("<b><i></b>", [.unclosed("i")]), ("<div>", [.unclosed("div")]), ("<p><div></div></p>", [.inParagraph("div")]),
        ("<p style=\"x\"></p>", [.blocked("style=\"x\"")]), ("<p onclick=x></p>", [.blocked("onclick")]), ("<script>x</script>", [.blocked("inline script")]),
        ("<iframe src=\"x\"></iframe>", [.blocked("<iframe>")]),
        ("<table><tr><td><p>x</p></td></tr></table><svg><path d=\"\"/></svg><br><script type=\"application/ld+json\">{}</script>", []),
    ])
    func flawsOfThePageItselfAreNamed(_ html: String, _ expected: [PublishedPage.Flaw]) { #expect(flaws(html) == expected) }

    @Test func hostilePagesAreReadInLinearTime() {
        for piece in ["<a ", "<", "</x", "<!--", "<p>", "<a href=\"", "<div><b></div>", "<script>", "&#"] {
            _ = PublishedPage(Array(String(repeating: piece, count: 100_000).utf8))
        }
    }
}

import LocalizationModel
import Testing

@testable import MarkdownSource

@Suite("Images and code in the body") struct BodyImageTests {
    private func html(_ markdown: String) -> String {
        var options = BodyOptions()
        options.image = { address in
            if address.hasPrefix("https:") { return .link(address: address, host: "example.org") }
            return address == "gone.png" ? .text : .image(address: "x/" + address, size: ImageSize(width: 600, height: 400))
        }
        options.highlight = { code, language in language == "c#" ? (Array("<b>\(code.count)</b>".utf8), "C#") : nil }
        return String(decoding: BodyHTML.render(MarkdownReader.read(Array(markdown.utf8)), options), as: UTF8.self)
    }

    @Test(arguments: [
        ("![a *b* \"c\"](i.png 't')", "<img src=\"x/i.png\" alt=\"a b &quot;c&quot;\" title=\"t\" width=\"600\" height=\"400\" decoding=\"async\">"),
        (":::image source=\"i.png\" alt-text=\"a<b\":::", "<img src=\"x/i.png\" alt=\"a&lt;b\" width=\"600\" height=\"400\" decoding=\"async\">"),
        ("<img src='i.png' alt='a' width='300' onerror='x'>", "<img src=\"x/i.png\" alt=\"a\" width=\"300\" height=\"200\" decoding=\"async\">"),
        ("a <img src='i.png' height='100'> b", "<img src=\"x/i.png\" alt=\"\" width=\"150\" height=\"100\" decoding=\"async\">"),
        ("a <img src='i.png' width='5' height='5' id='n'> b", "<img src=\"x/i.png\" alt=\"\" id=\"n\" width=\"5\" height=\"5\" decoding=\"async\">"),
        ("a <img src='i.png' width='50%'> b", "<img src=\"x/i.png\" alt=\"\" width=\"600\" height=\"400\" decoding=\"async\">"),
        ("![料金](https://example.org/a.png)", "<a class=\"remote-image\" href=\"https://example.org/a.png\">料金 <small dir=\"ltr\">example.org</small></a>"),
        ("[![b](https://example.org/b.svg)](c)", "<a href=\"c\">b</a>"),
        ("[![](https://example.org/b.svg)](c)", "<a href=\"c\"><small dir=\"ltr\">example.org</small></a>"),
        ("<a href=\"c\"><img src=\"https://example.org/b.svg\" alt=\"b\"></a>", "<a href=\"c\">b</a>"),
        ("![a form](gone.png)", "<span class=\"missing-image\">a form</span>"),
    ]) func anImageIsShown(markdown: String, expected: String) {
        #expect(html(markdown).contains(expected), "\(html(markdown))")
    }

    @Test func allButTheFirstWait() {
        let images = html("![a](a.png) <img src='b.png'>\n\n:::image source=\"c.png\":::\n").split(separator: "<img ").dropFirst()
        #expect(images.map { $0.contains("loading=\"lazy\"") } == [false, true, true])
    }

    @Test(arguments: [
        ("```C# title=\"x\"\nab<\n```", "<pre dir=\"ltr\" translate=\"no\" data-language=\"C#\"><code class=\"language-c#\"><b>4</b></code></pre>"),
        ("``` {.c#}\nab\n```", "data-language=\"C#\""),
        ("```output\na<b\n```", "<pre dir=\"ltr\" translate=\"no\"><code class=\"language-output\">a&lt;b\n</code></pre>"),
        ("    a<b\n", "<pre dir=\"ltr\" translate=\"no\"><code>a&lt;b\n</code></pre>"),
        ("```\nthis line is too long for a small screen\n```", "<pre dir=\"ltr\" translate=\"no\" tabindex=\"0\"><code>"),
        ("```\n```", "<pre dir=\"ltr\" translate=\"no\"><code></code></pre>"),
    ]) func codeRunsFromLeftToRight(markdown: String, expected: String) {
        #expect(html(markdown).contains(expected), "\(html(markdown))")
    }

    @Test func manyOpenLinksCostLittle() {
        let page = html(String(repeating: "<a href=\"c\"><img src=\"https://example.org/b.svg\" alt=\"b\">\n", count: 3_000))
        #expect(page.contains("<a href=\"c\">b"))
    }
}

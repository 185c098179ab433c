import Testing

@testable import MarkdownSource

/// Line ends of the source inside a paragraph.
@Suite("Line ends") struct LineEndTests {
    private func html(_ markdown: String) -> String {
        let html = String(decoding: BodyHTML.render(MarkdownReader.read(Array(markdown.utf8)), BodyOptions()), as: UTF8.self)
        return String(html.dropFirst("<p>".count).prefix { $0 != "¶" }.dropLast("</p>\n".count))
    }

    @Test(
        "are no spaces between wide characters",
        arguments: [
            ("中文\n中文", "中文中文"), ("かな\nカナ", "かなカナ"), ("です。\n次", "です。次"), ("他說：“好”\n然後", "他說：“好”然後"), ("等等……\n然後", "等等……然後"),
            ("100％\nです", "100％です"), ("ㄅㄆ\nㄇ", "ㄅㄆㄇ"), ("㈱\n社", "㈱社"), ("𠮷\n野家", "𠮷野家"), ("ｶﾅ\n次", "ｶﾅ次"), ("￥\n五百", "￥五百"),
        ])
    func joined(markdown: String, expected: String) { #expect(html(markdown) == expected) }

    @Test(
        "are no spaces beside elements either",
        arguments: [
            ("**重要**\n次", "<strong>重要</strong>次"), ("次\n**重要**", "次<strong>重要</strong>"), ("**重要。**\n*次*", "<strong>重要。</strong><em>次</em>"),
            ("**重要\n次**", "<strong>重要次</strong>"), ("請看[文件](a)\n然後", "請看<a href=\"a\">文件</a>然後"),
            ("請看\n[**文件**](a)", "請看<a href=\"a\"><strong>文件</strong></a>"),
            ("`設定`\n次", "<code>設定</code>次"), ("<b>重要</b>\n次", "<b>重要</b>次"), ("次\n<kbd>確定</kbd>", "次<kbd>確定</kbd>"),
            ("![圖\n片](a)", "<img src=\"a\" alt=\"圖片\" decoding=\"async\">"),
        ])
    func besideElements(markdown: String, expected: String) { #expect(html(markdown) == expected) }

    @Test(
        "stay spaces elsewhere",
        arguments: [
            ("한국어\n문장", "한국어\n문장"), ("中文\nLatin", "中文\nLatin"), ("Latin\n中文", "Latin\n中文"), ("**Latin**\n中文", "<strong>Latin</strong>\n中文"),
            ("`code`\n次", "<code>code</code>\n次"), ("“quoted”\nword", "“quoted”\nword"),
            ("文\n![圖](a)\n文", "文\n<img src=\"a\" alt=\"圖\" decoding=\"async\">\n文"),
            ("слово\nслово", "слово\nслово"), ("中\n한", "中\n한"),
        ])
    func kept(markdown: String, expected: String) { #expect(html(markdown) == expected) }

    /// How a word is read stands above it, in Bopomofo or kana.
    @Test func rubyStaysAsItIs() {
        let ruby = "<ruby>漢<rt>ㄏㄢˋ</rt>字<rt>ㄗˋ</rt></ruby>"
        #expect(html("讀\n\(ruby)\n的音") == "讀\(ruby)的音")
    }

    @Test func aHardBreakStays() { #expect(html("中文\\\n中文") == "中文<br>\n中文") }
}

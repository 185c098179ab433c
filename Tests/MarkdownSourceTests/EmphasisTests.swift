import LocalizationModel
import Testing

@testable import MarkdownSource

/// What the scanner marks is what cmark-gfm sets.
@Suite("Emphasis")
struct EmphasisTests {
    private func marked(_ markdown: String) -> [String] {
        let bytes = Array(markdown.utf8)
        return InlineScanner.scan(bytes, definitions: []).filter { $0.kind == .strong || $0.kind == .emphasis }.map {
            ($0.kind == .strong ? "<strong>" : "<em>") + String(decoding: bytes[$0.content], as: UTF8.self)
        }
    }

    /// The opening tags of the HTML with the text up to the next tag.
    private func rendered(_ markdown: String) -> [String] {
        let html = CMarkPage.html(markdown)
        return html.split(separator: "<").filter { $0.hasPrefix("strong>") || $0.hasPrefix("em>") }.map { "<" + $0 }
    }

    @Test(
        "stands beside Chinese and Japanese without spaces",
        arguments: [
            ("這是**重要。**然後", "<strong>重要。"), ("**（注意）**文", "<strong>（注意）"), ("**「文件」**を", "<strong>「文件」"), ("**提示：**请勿", "<strong>提示："),
            ("前*『書』*後", "<em>『書』"), ("结束**粗体**。", "<strong>粗体"), ("**警告！**不要", "<strong>警告！"), ("用**“引号”**吧", "<strong>“引号”"), ("**「重要」**です", "<strong>「重要」"),
            ("これは**「重要」**。", "<strong>「重要」"), ("次の*（注）*を", "<em>（注）"), ("**重要……**然後", "<strong>重要……"), ("请看**《指南》**第一章", "<strong>《指南》"),
            ("**50％**です", "<strong>50％"), ("**중요.**다음", "<strong>중요."), ("**ｶﾅ。**次", "<strong>ｶﾅ。"), ("**¥500。**次", "<strong>¥500。"),
            ("**Ａ：**B", "<strong>Ａ："),
            ("︰**\"引號\"**", "<strong>\"引號\""),
        ])
    func chinese(markdown: String, expected: String?) {
        #expect(marked(markdown) == (expected.map { [$0] } ?? []))
        #expect(rendered(markdown).map { $0.replacing("&quot;", with: "\"") } == marked(markdown))
    }

    /// Underscores stand for emphasis between words only, and CJK text has no gaps between words.
    @Test(
        "nests, and holds links and codes",
        arguments: [
            ("**請看[「文件」](a.md)。**然後", ["<strong>請看"]), ("***「全部」***です", ["<em>", "<strong>「全部」"]),
            ("**外*「内」*側。**次", ["<strong>外", "<em>「内」"]), ("**`code`。**次", ["<strong>"]),
            ("_「重要」_です", []), ("_「重要」_", ["<em>「重要」"]), ("これは _「重要」_ です", ["<em>「重要」"]),
        ])
    func nested(markdown: String, expected: [String]) {
        #expect(rendered(markdown) == expected)
        #expect(marked(markdown).count == expected.count)
    }

    @Test(
        "agrees with the parser",
        arguments: [
            "*a*", "**a**", "***a***", "_a_ __b__", "a_b_c", "a*b*c", "** a **", "*a*b", "*(a)*", "(*a*)", "*a**b*", "**a*b", "*a **b***", "“*a*”", "a*\"b\"*c",
            "a *\"b\"* c",
            "\\*a\\*", "*a\\*", "`*a*`", "**a** **b**", "5*3*2", "*a\nb*", "¿*a*?", "a—*b*—c", "слово**жирно.** Далее", "Wort**fett.**Wort", "**x**ö", "* a",
            "*\u{A0}a*",
            "*a _b* c_", "**a _b** c_", "****a****", "_a__b_", "*** a", "a***b***c",
        ])
    func agreement(markdown: String) {
        let html = CMarkPage.html(markdown)
        #expect(marked(markdown).count { $0.hasPrefix("<strong>") } == html.ranges(of: "<strong>").count, "\(html)")
        #expect(marked(markdown).count { $0.hasPrefix("<em>") } == html.ranges(of: "<em>").count, "\(html)")
    }
}

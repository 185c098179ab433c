import FileSystem
import LocalizationModel
import Testing
import TestSupport

@testable import MarkdownSource

@Suite("Anchors that a page offers") struct AnchorNamesTests {
    private func offers(_ page: String, _ anchor: String) -> Bool { AnchorNames(Array(page.utf8)).offer(anchor) }

    /// What GitHub, Docusaurus, Hugo, MkDocs, Pandoc, kramdown, Sphinx and DocFX make of headings.
    @Test(arguments: [
        ("## What's new?", "whats-new"), ("## What's new?", "what-s-new"), ("## 1. Set up", "1-set-up"), ("## 1. Set up", "set-up"),
        ("## Use `npm install`", "use-npm-install"), ("## [The link](a.md) here", "the-link-here"), ("## A <a name=\"x\"></a>", "x"),
        ("## A <a name=\"x\"></a>", "a"),
        ("## Fees {#costs}", "costs"), ("## Fees {#costs}", "fees"), ("## Q&amp;A", "qa"), ("## Größe", "größe"), ("## Größe", "groe"), ("## Über", "uber"),
        ("## 料金", "料金"), ("## 料金", "section"), ("## 料金\n## 条件", "section-1"), ("Fees\n====", "fees"), ("> ## Fees", "fees"), ("- ## Fees", "fees"),
        ("<h2>Fees</h2>", "fees"), ("## Fees\n## Fees", "fees-1"), ("## Fees\n## Fees", "fees_1"), ("## Fees", "user-content-fees"), ("text", "top"),
        ("<div id='box'>", "box"), ("text", "fn1"), ("text", "tab/linux"), ("[!INCLUDE [n](n.md)]", "anything"), ("{{< include x >}}", "anything"),
    ])
    func commonNamesAreKnown(_ page: String, _ anchor: String) { #expect(offers(page, anchor)) }

    @Test(arguments: [("## Fees", "prices"), ("## Fees", "fees-1"), ("Fees\n\n---", "fees"), ("", "x"), ("See [it](#x).", "x"), ("## Größe", "grosse")])
    func othersAreNot(_ page: String, _ anchor: String) { #expect(!offers(page, anchor)) }

    @Test func theDigestTellsWhatIsOffered() {
        func digest(_ page: String) -> UInt64 { AnchorNames(Array(page.utf8)).digest }
        #expect(digest("## A\n\nx") == digest("## A\n\ny"))
        #expect(Set([digest("## A"), digest("## B"), digest("## A\n## A"), digest("## A\n{{x}}")]).count == 4)
    }

    @Test func anyBytesAreRead() {
        var random = SeededGenerator(4)
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Array("#<>[](){}=-\"' \n&;idname!h2%\u{e9}".utf8).randomElement(using: &random) ?? 0
            }
            _ = AnchorNames(bytes).offer("x-1")
            _ = MarkdownReader.read(bytes).document.links
        }
    }
}

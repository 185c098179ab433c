import LocalizationModel
import MarkdownSource
import Segmentation
import TestSupport
import Testing

@Suite("Texts apart from the running text")
struct NestedTextTests {
    private func nested(_ markdown: String) throws -> [String] {
        try Fixture(markdown).segments.flatMap(\.nested).map { "\($0.kind.rawValue) \($0.line) \($0.key ?? "-"): \($0.text)" }
    }

    @Test(
        "are image texts and titles, in Markdown and in HTML",
        arguments: [
            ("See ![The form](a.png) here.\n", ["image-text 1 a.png: The form"]),
            ("![One](a.png \"Two\") and [three](b.md 'Four')\n", ["image-text 1 a.png: One", "link-title 1 a.png: Two", "link-title 1 b.md: Four"]),
            (
                "[![One](a.png \"Two\")](b.md \"Three\")\n",
                ["image-text 1 a.png: One", "link-title 1 a.png: Two", "link-title 1 b.md: Three"]
            ),
            ("A.\n\n<p><img src=\"a.png\" alt=\"The form\" title='T'></p>\n", ["image-text 3 a.png: The form", "link-title 3 a.png: T"]),
            ("x <IMG ALT=\"The form\" SRC=a.png > y\n", ["image-text 1 a.png: The form"]),
            ("y <a title=\"Opens &amp; more\" href=\"b.md\">x</a>\n", ["link-title 1 b.md: Opens &amp; more"]),
            (
                "- ![In an item](a.png)\n\n| ![In a cell](b.png) |\n|---|\n\n> [!NOTE]\n> ![In an alert](c.png)\n",
                ["image-text 1 a.png: In an item", "image-text 3 b.png: In a cell", "image-text 7 c.png: In an alert"]
            ),
            ("> ![Two\n> lines](a.png)\n", ["image-text 1 a.png: Two lines"]),
            ("![](a.png) ![ ](b.png) <img src=c.png alt=\"\"> ![-](d.png)\n", []),
            ("`![a](b)` <!-- <img alt=\"c\"> -->\n\n```\n![d](e)\n```\n", []),
            ("![a ![b](c.png) <img alt=\"d\">](e.png)\n", ["image-text 1 e.png: a ![b](c.png) <img alt=\"d\">"]),
        ])
    func found(markdown: String, expected: [String]) throws { #expect(try nested(markdown) == expected) }

    @Test("leave the segments as they are")
    func segments() throws {
        #expect(try Fixture("One ![Two. Three.](a.png \"Four. Five.\") six. Seven.\n").texts == ["One ![Two. Three.](a.png \"Four. Five.\") six.", "Seven."])
    }

    @Test("are front matter values for readers and the texts of image directives")
    func keyed() throws {
        let markdown =
            "---\ntitle: \"A title\"\nrobots: noindex\n---\n:::image type=\"content\" source=\"a.png\" alt-text=\"The form\":::\n"
        let document = MarkdownReader.read(Array(markdown.utf8)).document
        func entry(_ key: String, _ values: String...) -> PageMetadata.Entry {
            .init(key: key, keySpan: SourceSpan(4, 9), values: values.map { .init(text: $0, span: SourceSpan(11, 20)) })
        }
        let metadata = PageMetadata(
            entries: [
                entry("title", "A title"), entry("ms.date", "01/02/2020"), entry("hero.tagline", "Two\nlines"), entry("keywords", "one", "two"),
                entry("robots", "noindex"), entry("description", ""),
            ],
            faults: [])
        let keyed = Segmenter(profile: try Repository.profile("en-US")).keyedSegments(of: document, metadata)
        #expect(
            keyed.map { "\($0.kind.rawValue) \($0.line) \($0.key ?? "-"): \($0.text)" } == [
                "metadata 2 title: A title", "metadata 2 hero.tagline: Two lines", "metadata 2 keywords: one", "metadata 2 keywords: two",
                "image-text 5 a.png: The form",
            ])
    }
}

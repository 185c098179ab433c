import FileSystem
import LocalizationModel

/// Pages to try a law on: the shared corpora where they are there, the project's own content, and pages made up from a seed.
public enum Corpus {
    public struct Page: Sendable, CustomStringConvertible {
        public let name: String
        public let locale: String
        public let bytes: [UInt8]
        public var description: String { name }
        public init(name: String, locale: String, bytes: [UInt8]) {
            self.name = name
            self.locale = locale
            self.bytes = bytes
        }
    }

    /// All pages, sorted by path; `every` takes one of so many of the shared ones. Prints what was left out.
    public static func pages(every: Int = 1) throws -> [Page] {
        var pages = try shared("", every: every)
        for path in try Repository.files(Repository.content, ending: ".md") { pages.append(try page(path, root: Repository.root)) }
        var random = SeededGenerator(1)
        for number in 0..<40 { pages.append(Page(name: "generated-\(number)", locale: "en-US", bytes: GeneratedPage.bytes(&random))) }
        return pages
    }

    /// The Markdown files below a folder of the shared corpora; none, with a word on it, where the corpora are absent.
    public static func shared(_ folder: String, every: Int = 1) throws -> [Page] {
        guard let shared = Repository.shared else {
            print("skipped: the shared corpora are not there (\(folder.isEmpty ? "all" : folder)); own content and made-up pages only")
            return []
        }
        let root = "\(shared)/corpora"
        let files = try Repository.files(folder.isEmpty ? root : "\(root)/\(folder)", ending: ".md").filter {
            !$0.hasSuffix("/README.md") && !$0.hasSuffix("/ATTRIBUTION.md")
        }
        return try files.enumerated().filter { $0.offset % every == 0 }.map { try page($0.element, root: root) }
    }

    private static func page(_ path: String, root: String) throws -> Page {
        let isSource = path.hasSuffix("source.md") || path.hasSuffix(".english.md")
        let folder = path.split(separator: "/").first { LocaleTag($0) != nil && $0.utf8.count == 5 && $0.contains("-") }
        return Page(
            name: String(path.dropFirst(root.count + 1)), locale: isSource ? "en-US" : folder.map(String.init) ?? "en-US",
            bytes: try FileSystem.read(path))
    }
}

/// Markdown that holds a bit of everything, in an order that the seed decides.
public enum GeneratedPage {
    private static let parts = [
        "# Heading with `code`\n\n", "###Silver\n", "#<a name=\"gold\"></a>Gold\n\n", "Setext\n======\n\n", "Two\nlines\n---\n\n",
        "A paragraph with *emphasis*, **strong**, ~~struck~~ and www.example.org/a_b_c. Next sentence!\n\n",
        "Line one  \nline two with https://example.com/x?y=1. And [a link](https://example.com \"Title\").\n\n",
        "- item one\n- item two\n  continued\n\n  second paragraph\n    - nested `a*b`\n", "1. first\n2. second\n\n", "- [ ] open\n- [x] done\n\n",
        "> [!NOTE]\n> Alert text. More of it.\n\n", ">[!TIP]\n>Tip\n>- in a list\n\n", "> quote\nlazy line\n> > deeper\n\n",
        "| a | b |\n| --- | --- |\n| `x` \\| y | **z** |\n| 1 | 2 |\n\n", "> | q | r |\n> |---|---|\n> | 1 | 2 |\n\n",
        "```swift\n# no heading\nlet a = `b`\n```\n\n", "    indented code\n\n", "<!-- comment -->\n\n", "<!--\nmany\nlines\n-->\n\n",
        "<table>\n<tr><td>Cell one</td><td>Cell <b>two</b></td></tr>\n</table>\n\n", "Text[^1] and [ref][r] and [r].\n\n[^1]: The note. Two sentences.\n\n",
        "[r]: https://example.org/r 'Ref'\n", "[s]: <x>\ntext after a definition\n\n", "這是**重要。**然後。下一句！\n\n", "**（注意）**文字\n\n",
        "![image](a.png \"Shown\") text\n\n",
        "[!INCLUDE [x](../includes/x.md)]\n\n", ":::image type=\"content\" source=\"a.png\" alt-text=\"Alt\":::\n\n", "***\n\n", "a <br> b<br/>c &amp; d\n\n",
        "<span data-ttu-id=\"a-1\">Übersetzt.</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">Translated.</span></span>\n\n",
        "\\*no emphasis\\* and \\[no link\\]\n\n", "Tab\there and\u{A0}there\r\n\r\n",
    ]

    public static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
        var text = Bool.random(using: &random) ? "---\ntitle: Made up\n---\n" : ""
        for _ in 0..<Int.random(in: 3...24, using: &random) { text += parts.randomElement(using: &random) ?? "" }
        return Array(text.utf8)
    }
}

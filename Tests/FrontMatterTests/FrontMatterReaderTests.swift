import FrontMatter
import LocalizationModel
import Testing

@Suite("Front matter to metadata")
struct FrontMatterReaderTests {
    /// A page whose front matter is `yaml`, read.
    private func page(_ yaml: String, newline: String = "\n") -> (text: SourceText, metadata: PageMetadata) {
        let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: newline)
        return read(Array("---\(newline)".utf8), Array("\(lines)\(newline)".utf8), newline)
    }

    private func read(_ head: [UInt8], _ yaml: [UInt8], _ newline: String = "\n") -> (text: SourceText, metadata: PageMetadata) {
        let text = SourceText(head + yaml + Array("---\(newline)# 标题\(newline)".utf8))
        return (text, FrontMatterReader.read(text, span: SourceSpan(head.count, head.count + yaml.count)))
    }

    @Test("spans are bytes of the file", arguments: ["\n", "\r\n"])
    func spans(newline: String) {
        let yaml = """
            title: 云工作效率能力
            # 注释 – ignored
            description: Развёртывание Office\u{A0}365 😀 und mehr
            作者: 山田
            keywords: 能力, 云工作效率
            """
        let (text, metadata) = page(yaml, newline: newline)
        #expect(metadata.faults.isEmpty)
        #expect(metadata.entries.map(\.key) == ["title", "description", "作者", "keywords"])
        for entry in metadata.entries {
            #expect(text.string(entry.keySpan) == entry.key)
            #expect(entry.values.map { text.string($0.span) } == entry.values.map(\.text))
        }
        #expect(metadata.text("description") == "Развёртывание Office\u{A0}365 😀 und mehr")
        #expect(metadata.keywords == ["能力", "云工作效率"])
        #expect(text.line(at: metadata["作者"]?.keySpan.lower ?? 0) == 5)
    }

    @Test("spans hold behind a byte order mark")
    func byteOrderMark() {
        let (text, metadata) = read([0xEF, 0xBB, 0xBF] + Array("---\n".utf8), Array("title: é\nauthor: b\n".utf8))
        #expect(metadata.entries.map { text.string($0.keySpan) } == ["title", "author"])
    }

    @Test("long CJK values: the table of offsets is crossed many times")
    func manyCharacters() {
        let yaml = (0..<500).map { "键\($0): \(String(repeating: "漢字é😀", count: $0 % 40))完" }.joined(separator: "\n")
        let (text, metadata) = page(yaml)
        #expect(metadata.entries.count == 500)
        for entry in metadata.entries {
            #expect(text.string(entry.keySpan) == entry.key)
            #expect(entry.values.first.map { text.string($0.span) } == entry.values.first?.text)
        }
    }

    @Test("quoted scalars keep their quotes in the span and lose them in the text")
    func quoted() {
        let (text, metadata) = page(
            #"""
            title: "雲端: \"生產力\"\u3000認證"
            single: 'it''s'
            ms.locfileid: "2874937"
            empty: ""
            none:
            """#)
        #expect(metadata.text("title") == "雲端: \"生產力\"\u{3000}認證")
        #expect(metadata["title"]?.values.first.map { text.string($0.span) } == #""雲端: \"生產力\"\u3000認證""#)
        #expect(metadata.text("single") == "it's")
        #expect(metadata.text("ms.locfileid") == "2874937")
        #expect(metadata.text("empty") == nil && metadata["empty"]?.values.count == 1)
        #expect(metadata.text("none") == nil && metadata["none"]?.values.first?.span.isEmpty == true)
    }

    @Test("mappings are flattened, sequences give several values")
    func flattening() {
        let (text, metadata) = page(
            """
            l10n:
              sourceCommit: 0123456789abcdef0123456789abcdef01234567
            keywords: [能力, "云, 端"]
            tags:
              - a
              - b
            versions: {fpt: '*', ghes: {min: 3}}
            links:
            - name: one
              url: /1
            - name: two
              url: /2
            nothing: []
            folded: >
              one
              two
            """)
        #expect(metadata.faults.isEmpty)
        #expect(
            metadata.entries.map(\.key) == [
                "l10n.sourceCommit", "keywords", "tags", "versions.fpt", "versions.ghes.min", "links.name", "links.url",
                "nothing",
                "folded",
            ])
        #expect(metadata["keywords"]?.values.map(\.text) == ["能力", "云, 端"])
        #expect(metadata["tags"]?.values.map { text.string($0.span) } == ["a", "b"])
        #expect(metadata["links.name"]?.values.map(\.text) == ["one", "two"])
        #expect(metadata["nothing"]?.values.isEmpty == true)
        #expect(metadata.text("folded") == "one two\n")
    }

    @Test("an alias has the value of its anchor and its own place")
    func aliases() {
        let (text, metadata) = page("title: &t !!str 标题\nlinkTitle: *t\n")
        #expect(metadata.text("linkTitle") == "标题")
        #expect(metadata["title"]?.values.first.map { text.string($0.span) } == "标题")
        #expect(metadata["linkTitle"]?.values.first.map { text.string($0.span) } == "*t")
    }

    @Test("a key that is given twice is a fault; the first value counts")
    func duplicates() {
        let (text, metadata) = page("title: a\nauthor: b\ntitle: c")
        #expect(metadata.text("title") == "a")
        #expect(metadata.faults.map(\.message) == ["key 'title' is given twice, first on line 2"])
        #expect(metadata.faults.first.map { text.line(at: $0.span.lower) } == 4)
    }

    @Test("front matter that is no mapping", arguments: ["- a\n- b", "just words", "[a, b]"])
    func noMapping(yaml: String) {
        let (_, metadata) = page(yaml)
        #expect(metadata.entries.isEmpty)
        #expect(metadata.faults.map(\.message) == ["the front matter is no mapping of keys to values"])
    }

    @Test("nothing at all is no fault", arguments: ["", "# comment", "\n\n", "~"])
    func empty(yaml: String) {
        let (_, metadata) = page(yaml)
        #expect(metadata.entries.isEmpty && metadata.faults.isEmpty)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        let yaml: String
        let line: Int
        let column: Int
        let title: String?
        let author: String?
        var testDescription: String { yaml }
    }

    @Test(
        "broken YAML: one fault with its place, and what the lines say all the same",
        arguments: [
            Broken(yaml: "author: b\ntitle: 云: 效率", line: 3, column: 9, title: "云: 效率", author: "b"),
            Broken(yaml: "title: \"云\nauthor: b", line: 2, column: 8, title: "云", author: "b"),
            Broken(yaml: "title: \"a\nx: \"c\" d\nauthor: b", line: 3, column: 5, title: "a", author: "b"),
            Broken(yaml: "author: b # me\ntitle: @云 # you", line: 3, column: 8, title: "@云", author: "b"),
            Broken(yaml: "title: 'It's'\nauthor: b", line: 2, column: 12, title: "It's", author: "b"),
            Broken(yaml: "title: a\n\tx: 1\nauthor: b", line: 3, column: 1, title: "a", author: "b"),
            Broken(yaml: "title: *nowhere\nauthor: b", line: 2, column: 8, title: "*nowhere", author: "b"),
            Broken(yaml: "x: [a, b\ntitle: a\nauthor: b", line: 2, column: 4, title: "a", author: "b"),
        ])
    func broken(_ example: Broken) throws {
        let (text, metadata) = page(example.yaml)
        #expect(metadata.faults.count == 1)
        let fault = try #require(metadata.faults.first)
        #expect(
            text.position(at: fault.span.lower) == TextPosition(line: example.line, column: example.column), "\(fault.message)")
        #expect(metadata.text("title") == example.title)
        #expect(metadata.text("author") == example.author)
        #expect(metadata.entries.map(\.keySpan.lower) == metadata.entries.map(\.keySpan.lower).sorted())
    }

    @Test("recovered values keep their structure where it can be read alone")
    func recoveredStructure() {
        let (text, metadata) = page("title: a: b\nkeywords:\n- 能力\n- 云\nl10n:\n  sourceCommit: abc\n")
        #expect(metadata.text("title") == "a: b")
        #expect(metadata["keywords"]?.values.map { text.string($0.span) } == ["能力", "云"])
        #expect(metadata.text("l10n.sourceCommit") == "abc")
    }
}

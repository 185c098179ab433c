import LocalizationModel
import TestSupport
import Testing

@testable import MarkdownSource

/// The inline scanner against cmark-gfm's tree of the same bytes.
@Suite("Inline scanner and parser")
struct InlineDifferentialTests {
    private struct Counts: Equatable, CustomStringConvertible {
        var destinations: [String] = []
        var code: [String] = []
        var strong = 0
        var emphasis = 0
        var description: String { "\(destinations) \(code) strong \(strong) emphasis \(emphasis)" }
    }

    private func scanned(_ document: Document) -> Counts {
        var counts = Counts()
        let definitions = Self.definitions(document.text)
        for block in document.blocks {
            if case .html = block.kind { continue }
            let isCell = if case .tableCell = block.kind { true } else { false }
            guard let leaf = block.leaf else { continue }
            var linkEnd = 0
            for inline in leaf.inlines {
                let content = String(decoding: leaf.bytes[inline.content], as: UTF8.self)
                switch inline.kind {
                case .link(let destination, _):
                    counts.destinations.append(Self.key(definitions[destination] ?? destination))
                    linkEnd = inline.range.upperBound
                case .image(let destination): counts.destinations.append(Self.key(definitions[destination] ?? destination))
                // Documented: the scanner marks an address that labels a link, the parser does not link it again.
                case .autolink(let destination): if inline.range.lowerBound >= linkEnd { counts.destinations.append(Self.key(destination)) }
                case .code: counts.code.append(Self.codeKey(isCell ? content.replacing("\\|", with: "|") : content))
                case .strong: counts.strong += 1
                case .emphasis: counts.emphasis += 1
                default: break
                }
            }
        }
        counts.destinations.sort()
        counts.code.sort()
        return counts
    }

    private func parsed(_ page: CMarkPage) -> Counts {
        Counts(destinations: page.destinations.map(Self.key).sorted(), code: page.code.map(Self.codeKey).sorted(), strong: page.strong, emphasis: page.emphasis)
    }

    /// Label → destination of the definitions that take one line, as the corpora write them.
    private static func definitions(_ text: SourceText) -> [String: String] {
        var definitions: [String: String] = [:]
        for line in 1...text.lineCount {
            let bytes = text[text.span(ofLine: line)].trimmed()
            guard bytes.first == UInt8(ascii: "["), let close = bytes.firstIndex(of: UInt8(ascii: "]")), bytes.hasBytes("]: ", at: close) else { continue }
            let destination = bytes[(close + 3)...].trimmed().prefix { $0 != 0x20 }
            let label = InlineScanner.normalised(bytes[(bytes.startIndex + 1)..<close])
            if definitions[label] == nil { definitions[label] = String(decoding: destination, as: UTF8.self).filter { $0 != "<" && $0 != ">" } }
        }
        return definitions
    }

    /// As written: escapes and entities undone, `http://` before `www.` left out.
    private static func key(_ destination: String) -> String {
        var text = destination
        for (entity, character) in [("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("%20", " ")] {
            text = text.replacing(entity, with: character)
        }
        if text.hasPrefix("http://www.") { text.removeFirst(7) }
        return text.filter { $0 != "\\" }
    }

    /// White space collapsed, as the parser does with line ends and the spaces next to the backticks.
    private static func codeKey(_ code: String) -> String { code.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test("find the same links, code spans and emphases on all pages")
    func agreement() throws {
        var pages = 0
        var differing: [(name: String, text: String)] = []
        for page in try Corpus.pages() {
            let read = MarkdownReader.read(page.bytes)
            guard let tree = read.tree else { continue }
            let (mine, theirs) = (scanned(read.document), parsed(CMarkPage(tree)))
            pages += 1
            if mine != theirs { differing.append((page.name, Self.difference(mine, theirs))) }
        }
        print("inline scanner and cmark-gfm agree on \(pages - differing.count) of \(pages) pages")
        for page in differing { print("  \(page.name): \(page.text)") }
        // Made-up pages put definitions where the parser reads none: inside a paragraph.
        #expect(differing.filter { !$0.name.hasPrefix("generated") }.isEmpty)
        #expect(differing.count <= 4)
    }

    private static func difference(_ a: Counts, _ b: Counts) -> String {
        var text = ""
        func compare(_ name: String, _ x: [String], _ y: [String]) {
            var rest = y
            let only = x.filter { item in rest.firstIndex(of: item).map { rest.remove(at: $0) } == nil }
            if !only.isEmpty || !rest.isEmpty { text += "\(name): scanner \(only), parser \(rest); " }
        }
        compare("links", a.destinations, b.destinations)
        compare("code", a.code, b.code)
        if a.strong != b.strong { text += "strong \(a.strong) and \(b.strong); " }
        if a.emphasis != b.emphasis { text += "emphasis \(a.emphasis) and \(b.emphasis)" }
        return text
    }
}

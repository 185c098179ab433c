import LocalizationModel
import TestSupport
import Testing

@testable import Highlighting

/// The law of highlighting: it adds elements and nothing else, whatever the code is.
@Suite("The text of code stays") struct TextLawTests {
    /// The text of HTML that holds nothing but these elements and references; nil for any other.
    private static func text(_ html: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        var (i, depth) = (0, 0)
        while i < html.count {
            if html[i] == UInt8(ascii: "<") {
                guard let end = html[i...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
                let tag = String(decoding: html[i...end], as: UTF8.self)
                let isOpening = TokenClass.allCases.contains { tag == "<span class=\"hl-\($0.rawValue)\">" }
                guard isOpening || tag == "</span>" else { return nil }
                depth += isOpening ? 1 : -1
                guard (0...1).contains(depth) else { return nil }
                i = end + 1
            } else if html[i] == UInt8(ascii: "&") {
                let known: [(StaticString, UInt8)] = [("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22)]
                guard let entity = known.first(where: { html.hasBytes($0.0, at: i) }) else { return nil }
                text.append(entity.1)
                i += entity.0.utf8CodeUnitCount
            } else {
                text.append(html[i])
                i += 1
            }
        }
        return depth == 0 ? text : nil
    }

    @Test func ofHostileBytes() throws {
        var random = SeededGenerator(7)
        let signs = [
            "\"", "'", "`", "\\", "\n", "\r\n", "/*", "*/", "//", "#", "<", ">", "<!--", "-->", "<script>", "</script>", "${", "}", "$", "{", "(", ")", "@",
            "-", "--a", "=", ": ", "1", "0x", "e+", ".", "a", "Foo", "f\"", "r#\"", "\"\"\"", "'''", "@\"", "<#", "#>", "é", "漢", "\u{200D}", "&", "&amp;", " ",
            "\t", "PS C:\\> ", "[", "]",
        ]
        for language in try Shipped.languages() {
            for _ in 0..<60 {
                var code: [UInt8] = []
                for _ in 0..<Int.random(in: 0...40, using: &random) {
                    if Int.random(in: 0..<6, using: &random) == 0 {
                        code.append(UInt8.random(in: 1...255, using: &random))
                    } else {
                        code += (signs.randomElement(using: &random) ?? "").utf8
                    }
                }
                let html = try Shipped.html(code, language)
                #expect(html.flatMap(Self.text) == code, "\(language): \(String(decoding: code, as: UTF8.self).debugDescription)")
            }
        }
    }

    /// Whole pages, in every language: more code than any page has blocks.
    @Test func ofTheCorpora() throws {
        let languages = try Shipped.languages()
        for (index, page) in try Corpus.pages(every: 25).enumerated() {
            let language = languages[index % languages.count]
            #expect(try Shipped.html(page.bytes, language).flatMap(Self.text) == page.bytes, "\(page) as \(language)")
        }
    }

    /// What never closes is looked for once: such a length would take minutes otherwise.
    @Test(arguments: [
        "\"", "'", "\\\"", "${", "\"${", "<a b=\"", "/*", "<!--", "<script>", "r#\"", "@\"", "'a", "$\"{", "\"\"\"", "- ", "--", "1e", "&", "{{", "PS ",
    ])
    func inTimeThatIsLinear(sign: String) throws {
        let code = Array(String(repeating: sign, count: 15_000 / sign.utf8.count).utf8)
        for language in try Shipped.languages() { #expect(try Shipped.html(code, language)?.count ?? 0 >= code.count) }
    }

    @Test func ofCodeThatNobodyReads() throws {
        #expect(try Shipped.html([UInt8](repeating: 0x61, count: 1 << 19), "csharp") == nil, "shown as it is")
    }
}

import LocalizationModel
import Rendering
import Testing

@Suite struct TemplateErrorTests {
    private func message(_ sources: [String: String], _ data: TemplateValue = [:]) -> String {
        do throws(HexaplaError) {
            let set = try TemplateSet(sources: sources.map { .init(name: $0.key, text: $0.value) })
            var output: [UInt8] = []
            try set.render("page", data, into: &output)
            return String(decoding: output, as: UTF8.self)
        } catch { return error.message }
    }

    @Test(arguments: [
        ("a\n{{b", "page.mustache:2: tag is not closed"),
        ("{{{b}}", "page.mustache:1: tag is not closed"),
        ("\n\n{{#b}}\n", "page.mustache:3: section 'b' is not closed"),
        ("{{/b}}", "page.mustache:1: {{/b}} closes no section"),
        ("{{#a}}\n{{#b}}\n{{/a}}{{/b}}", "page.mustache:3: {{/a}} stands where section 'b' of line 2 is open"),
        ("{{}}", "page.mustache:1: a tag has no name"),
        ("{{a b}}", "page.mustache:1: 'a b' is not a name"),
        ("{{a..b}}", "page.mustache:1: 'a..b' is not a name"),
        ("{{=<%=}}", "page.mustache:1: a set-delimiters tag needs two delimiters without '='"),
        ("x\n{{> head}}", "page.mustache:2: no partial 'head'"),
        ("x\n {{#none}}{{/none}}", "page.mustache:2: no value for 'none'"),
        ("{{^none}}{{/none}}", "page.mustache:1: no value for 'none'"),
        ("{{text.none}}", "page.mustache:1: no value for 'text.none'"),
        ("{{{text}}}", "page.mustache:1: 'text' is a text"),
        ("{{html}}", "page.mustache:1: 'html' is HTML"),
        ("{{flag}}", "page.mustache:1: 'flag' is a truth value"),
        ("{{list}}", "page.mustache:1: 'list' is a list"),
    ])
    func faultHasFileAndLine(_ template: String, _ expected: String) {
        let data: TemplateValue = ["text": "a", "html": .html("<b>"), "flag": true, "list": []]
        #expect(message(["page": template], data) == expected)
    }

    @Test func circularPartialsAreFoundAtLoad() {
        let text = message(["page": "x", "partials/a": "1\n{{>b}}", "partials/b": "{{>a}}"])
        #expect(text == "partials/a.mustache:2: partial 'a' always includes itself: a → b → a")
    }

    @Test func endlessRecursionStopsAtTheLimit() {
        let text = message(["page": "{{>a}}", "partials/a": "{{#go}}{{>a}}{{/go}}"], ["go": true])
        #expect(text == "partials/a.mustache:1: partial 'a' nests deeper than 64")
    }

    @Test func recursionOverDataIsAllowed() {
        var node: TemplateValue = ["children": []]
        for _ in 0..<60 { node = ["children": [node]] }
        #expect(message(["page": "{{>a}}", "partials/a": "-{{#children}}{{>a}}{{/children}}"], node).count == 61)
    }

    @Test func aMissingTemplateAndFolderAreErrors() {
        #expect(message([:]) == "no template 'page'")
        #expect(throws: HexaplaError.self) { try TemplateSet(directory: "/nonexistent/templates") }
    }

    @Test func anErrorKeepsWhatWasWrittenBefore() throws {
        let set = try TemplateSet(sources: [.init(name: "page", text: "more {{none}}")])
        var output = Array("before ".utf8)
        #expect(throws: HexaplaError.self) { try set.render("page", [:], into: &output) }
        #expect(String(decoding: output, as: UTF8.self) == "before more ")
    }

    /// No template, however broken, may trap.
    @Test func brokenTemplatesDoNotTrap() {
        let pieces = ["{{", "}}", "{{{", "}}}", "#", "/", "a", ".", " ", "\n", "\r\n", "=", "{{=", "=}}", "<", ">", "!", "^", "&", "é"]
        var state: UInt64 = 42
        for _ in 0..<4_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            _ = message(["page": text, "partials/a": text], ["a": ["a": "x"]])
        }
    }
}

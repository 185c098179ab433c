import LocalizationModel
import Reporting
import Testing

@Suite struct JSONWriterTests {
    private func written(indent: Int? = nil, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(indent: indent)
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("1\n2\r3\t4", #""1\n2\r3\t4""#), ("\u{0}\u{1B}\u{1F}", #""\u0000\u001b\u001f""#),
        ("Золотой 金級 🥇\u{2028}\u{7F}", "\"Золотой 金級 🥇\u{2028}\u{7F}\""),
    ])
    func escapesWhatJSONForbidsAndNothingElse(text: String, json: String) {
        #expect(written { $0.string(text) } == json)
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (2000, "2000"), (-3, "-3"), (2.5, "2.5"), (1e15, "1000000000000000"), (1e300, "1e+300"), (1e-7, "1e-07"),
        (Double.infinity, "null"), (Double.nan, "null"),
    ])
    func numbersHaveNoNeedlessFraction(value: Double, json: String) {
        #expect(written { $0.number(value) } == json)
    }

    private func sample(_ writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("text", "a")
            writer.member("nothing", nil as String?)
            writer.member("line", nil as Int?)
            writer.member("none", [])
            writer.key("empty")
            writer.object { _ in }
            writer.key("list")
            writer.array([1, 2]) { $0.number($1) }
            writer.key("nested")
            writer.array {
                $0.object { $0.member("is", true) }
                $0.string(": ")
                $0.null()
            }
        }
    }

    @Test func oneLineHasNoSpaces() {
        #expect(written(sample) == #"{"text":"a","nothing":null,"line":null,"none":[],"empty":{},"list":[1,2],"nested":[{"is":true},": ",null]}"#)
    }

    @Test func indentsEachLevel() {
        let expected = """
            {
              "text": "a",
              "nothing": null,
              "line": null,
              "none": [],
              "empty": {},
              "list": [
                1,
                2
              ],
              "nested": [
                {
                  "is": true
                },
                ": ",
                null
              ]
            }
            """
        #expect(written(indent: 2, sample) == expected)
    }

    @Test(arguments: [nil, 1, 4])
    func whatIsEmbeddedLooksAsIfWrittenInPlace(indent: Int?) {
        func part(at depth: Int) -> [UInt8] {
            var writer = JSONWriter(indent: indent, depth: depth)
            sample(&writer)
            return writer.bytes
        }
        let embedded = written(indent: indent) { writer in
            writer.object { writer in
                writer.key("first")
                writer.raw(part(at: 1))
                writer.key("rest")
                writer.array([part(at: 2), part(at: 2)]) { $0.raw($1) }
            }
        }
        let inPlace = written(indent: indent) { writer in
            writer.object { writer in
                writer.key("first")
                sample(&writer)
                writer.key("rest")
                writer.array([0, 1]) { writer, _ in sample(&writer) }
            }
        }
        #expect(embedded == inPlace)
    }

    @Test func linesOfJSONLinesAreValuesOfTheirOwn() {
        let lines = written { writer in
            for number in 1...2 {
                writer.object { $0.member("n", number) }
                writer.endLine()
            }
        }
        #expect(lines == "{\"n\":1}\n{\"n\":2}\n")
    }

    @Test func localesAreMembersInTheOrderOfTheirTags() throws {
        let (german, chinese, english) = (try ModelFixture.tag("de-DE"), try ModelFixture.tag("zh-TW"), try ModelFixture.tag("en-US"))
        #expect(written { $0.object([chinese: 3, german: 1, english: 2]) { $0.number($1) } } == #"{"de-DE":1,"en-US":2,"zh-TW":3}"#)
    }
}

import LocalizationModel
import Testing

@testable import FrontMatter

@Suite("Schemas of front matter") struct FrontMatterSchemaTests {
    private static func violations(_ schema: String, _ text: String) throws -> [String] {
        let source = SourceText(Array(text.utf8))
        let schema = try FrontMatterSchemaFile.read(Array(schema.utf8), path: "front-matter.yml")
        return FrontMatterReader.read(source, span: SourceSpan(0, source.bytes.count), schema: schema).violations.map { violation in
            let place = source.position(at: violation.span.lower)
            return "\(place.line):\(place.column) \(violation.message)"
        }
    }

    @Test(arguments: [
        ("required: [title]", "a: 1", "1:1 'title' is missing"), ("properties: {a: {required: [b]}}", "a: {c: 1}", "1:4 'a.b' is missing"),
        (
            "properties: {description: {}}\nadditionalProperties: false", "a: 1\ndesciption: x",
            "1:1 'a' is no known key|2:1 'desciption' is no known key, did you mean 'description'"
        ),
        ("properties: {a: {type: integer}}", "a: ten", "1:4 'a' is text, and must be a whole number"),
        ("properties: {a: {type: string}}", "a: 2024", "1:4 'a' is a whole number, and must be text: put it in quotation marks"),
        ("properties: {a: {type: boolean}}", "a: 'true'", "1:4 'a' is text, and must be true or false"),
        ("properties: {a: {type: array}}", "a: b", "1:4 'a' is text, and must be a list"),
        ("properties: {a: {type: string}}", "a:\n  b: 1", "2:3 'a' is a mapping of keys, and must be text"),
        ("properties: {a: {type: string}}", "a:", "1:3 'a' is empty, and must be text"),
        ("properties: {a: {enum: [draft, final]}}", "a: drfat", "1:4 'a' is 'drfat', did you mean 'draft'"),
        ("properties: {a: {const: docs}}", "a: blog post", "1:4 'a' is 'blog post', and must be 'docs'"),
        ("properties: {a: {pattern: '^[a-z]+$'}}", "a: A b", "1:4 'a' is 'A b', which does not match '^[a-z]+$'"),
        ("properties: {a: {format: date}}", "a: 2023-02-29", "1:4 'a' is '2023-02-29', and must be a date as in 2024-12-31"),
        (
            "properties: {a: {format: date-time}}", "a: 2023-02-28T25:00:00Z",
            "1:4 'a' is '2023-02-28T25:00:00Z', and must be a date with time as in 2024-12-31T23:59:59Z"
        ),
        ("properties: {a: {format: uri}}", "a: example.org", "1:4 'a' is 'example.org', and must be an address with its scheme"),
        ("properties: {a: {maxLength: 3}}", "a: 使用者名", "1:4 'a' has 4 characters, 3 or less are allowed"),
        ("properties: {a: {minimum: 1, maximum: 5}}", "a: 7", "1:4 'a' is 7, 1 to 5 is allowed"),
        (
            "properties: {a: {items: {type: string}, minItems: 3, uniqueItems: true}}", "a: [x, x, 1]",
            "1:11 'a' is a whole number, and must be text: put it in quotation marks|1:8 'x' is twice in 'a'"
        ),
        ("additionalProperties: {type: string}", "a: b\nc: 1", "2:4 'c' is a whole number, and must be text: put it in quotation marks"),
    ]) func reported(_ schema: String, _ text: String, _ expected: String) throws {
        #expect(try Self.violations(schema, text).sorted().joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("properties: {a: {type: [string, 'null']}}", "a: ~"), ("properties: {a: {type: number}}", "a: -1.5e3"), ("properties: {a: {type: number}}", "a: 7"),
        ("properties: {a: {type: string, format: date}}", "a: 2024-02-29"), ("properties: {a: {format: date-time}}", "a: 2024-02-29T23:59:60.5+09:00"),
        ("properties: {a: {format: uri}}", "a: https://example.org/"), ("{type: object, title: T, $schema: s}", "a: 1"), ("additionalProperties: true", "a: 1"),
        ("required: [a]", "a: [\n"),
    ]) func allowed(_ schema: String, _ text: String) throws { #expect(try Self.violations(schema, text) == []) }

    @Test(arguments: [
        ("requird: [a]", ":1:1: unknown key 'requird'. Did you mean 'required'?"),
        ("properties: {a: {typ: string}}", ":1:18: unknown key 'typ'. Did you mean 'type'?"),
        ("properties: {a: {type: date}}", ":1:24: 'type' cannot be 'date'. Write 'type: string' with 'format: date'"),
        ("properties: {a: {type: strng}}", ":1:24: 'type' cannot be 'strng'. Did you mean 'string'?"),
        ("properties: {a: {pattern: '(?=a)'}}", ":1:27: 'pattern' cannot be read: only '(…)' and '(?:…)' are known"),
        ("allOf: []", ":1:1: unknown key 'allOf'"),
        ("properties: {a: {x-localization: equal}}", ":1:34: 'x-localization' cannot be 'equal'"), ("type: array", ":1:1: front matter is an object"),
    ]) func mistakesNameTheirPlace(_ schema: String, _ message: String) {
        let error = #expect(throws: HexaplaError.self) { try FrontMatterSchemaFile.read(Array(schema.utf8), path: "front-matter.yml") }
        #expect(error?.description.hasPrefix("front-matter.yml" + message) ?? false, "\(error?.description ?? "")")
    }

    @Test func whatLanguagesShare() throws {
        let text = "properties: {weight: {x-localization: same}, social: {properties: {caption: {x-localization: translated}}}}"
        let schema = try FrontMatterSchemaFile.read(Array(text.utf8), path: "f.yml")
        #expect(schema.localization.same == ["weight"] && schema.localization.translated == ["social.caption"])
    }

    @Test func manyFaultsAreCut() throws {
        let keys = (0..<10_000).map { "k\($0): 1\n" }.joined()
        #expect(try Self.violations("additionalProperties: false", keys).count == 100)
    }
}

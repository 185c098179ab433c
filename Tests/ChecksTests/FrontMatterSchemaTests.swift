import LocalizationModel
import Testing

@testable import Pipeline

@Suite("Front matter by schema") struct FrontMatterSchemaTests {
    private func findings(_ schema: String, source: String, target: String, glossary: String? = nil) throws -> [String] {
        try Groups.findings([("en-US", source), ("ja-JP", target)], glossary: glossary, frontMatter: schema)
            .filter { $0.rule == "front-matter-schema" || $0.key != nil }.map { "\($0.rule) \($0.target?.line ?? 0):\($0.target?.column ?? 0) \($0.key ?? "")" }
    }

    @Test func aPageWithoutFrontMatterLacksItsKeys() throws {
        #expect(try findings("required: [title]", source: "---\ntitle: A\n---\nText.", target: "文字です。") == ["front-matter-schema 1:1 title"])
    }

    /// One finding, not a second one of `inconsistent-metadata`.
    @Test func valuesThatAreToBeTheSame() throws {
        let schema = "properties: {weight: {x-localization: same}, slug: {}}"
        let source = "---\nweight: 10\nslug: a\n---\nText."
        #expect(try findings(schema, source: source, target: "---\nslug: a\nweight: 20\n---\n文字です。") == ["front-matter-schema 3:9 weight"])
        #expect(try findings(schema, source: source, target: "---\nslug: a\n---\n文字です。") == ["front-matter-schema 1:1 weight"])
        #expect(try findings(schema, source: source, target: "---\nslug: a\nweight: 10\n---\n文字です。") == [])
    }

    @Test func valuesThatAreToBeTranslated() throws {
        let schema = "properties: {summary: {x-localization: translated}}"
        let page = "---\nsummary: Partner Center\n---\n"
        #expect(try findings(schema, source: page + "Text.", target: page + "文字です。") == ["untranslated-metadata 2:10 summary"])
        #expect(try findings(schema, source: page + "Text.", target: page + "文字です。", glossary: "do-not-translate: [Partner Center]") == [])
    }

    @Test func withoutASchemaNothingIsAsked() throws {
        let findings = try Groups.findings([("en-US", "---\na: 1\n---\nText."), ("ja-JP", "文字です。")])
        #expect(!findings.contains { $0.rule == "front-matter-schema" })
    }
}
